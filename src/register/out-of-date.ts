/** What `build` and `status` say of issued papers: which no longer tell the truth, and why, field by field. */
import type { Quarter } from '../trade/calendar.ts';
import type { Draft } from './draft.ts';
import type { Message } from '../message/message.ts';
import { warning } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { Difference } from './differences.ts';
import { differences } from './differences.ts';
import type { Register } from './entry.ts';
import { registerFile } from './entry.ts';

/** One warning a paper that `reissue` would replace or add. */
export function outOfDate(register: Register, quarter: Quarter, drafts: readonly Draft[]): readonly Message[] {
  return differences(register, quarter, drafts).map((difference) => wordDifference(difference, quarter));
}

function wordDifference({ cause, entry, addressee, changes }: Difference, quarter: Quarter): Message {
  const unit = addressee?.name ?? '';
  const number = entry?.number ?? '';
  const place = entry === null ? fileOnly(registerFile) : fileOnly(entry.file.path);
  switch (cause) {
    case 'changed':
      return warning(place, 'issued-out-of-date', { number, unit, changes, quarter });
    case 'gained':
      return warning(place, 'not-covered', { unit, changes, quarter });
    case 'lost':
      return warning(place, 'issued-without-duties', { number, unit, quarter });
  }
}
