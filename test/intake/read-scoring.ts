import { scoringSchema } from '../../src/intake/office-schema.ts';
import { readChecked } from '../../src/intake/checked-yaml.ts';
import { scoringOf } from '../../src/intake/scoring.ts';
import type { ScoringRules } from '../../src/domain/rules.ts';
import { hasErrors, type Result } from '../../src/message/message.ts';
import type { InputFile } from '../../src/table/file.ts';

/** A rule set alone, as docs/scoring/ has them: to be copied into office.yaml under `scoring:`. */
export function readScoring(file: InputFile): Result<ScoringRules | null> {
  const read = readChecked(file, scoringSchema());
  if (read.value === null) return { value: null, messages: read.messages };
  const scoring = scoringOf(read.value.data, read.value.yaml.placeOf);
  return hasErrors(scoring.messages) ? { value: null, messages: scoring.messages } : scoring;
}
