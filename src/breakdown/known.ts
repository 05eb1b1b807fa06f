/** Names that are certainly whole: they stand between two separators of one line. A list broken over lines is judged by them. */
import { isUnitField, labelsIn } from './label.ts';
import type { Line } from './line.ts';

/** The names of a document that no line end touches. */
export function knownNames(lines: readonly Line[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of lines) {
    const label = labelsIn(text).at(-1);
    if (label === undefined || !isUnitField(label.field)) continue;
    const parts = text.slice(label.valueStart).split(/[、，,；;]/u);
    for (const name of parts.slice(0, -1)) if (name.trim().length > 1) names.add(name.trim());
  }
  return names;
}
