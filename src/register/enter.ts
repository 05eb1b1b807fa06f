/** The end of every change: acts go into the register together with the files they came with, all or none. */
import type { Quarter } from '../trade/calendar.ts';
import { error, type Result } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { Act } from './act.ts';
import { checkActs } from './check-acts.ts';
import { linesAfter } from './chain.ts';
import { registerOf } from './derive.ts';
import type { Register } from './entry.ts';
import { registerFile } from './entry.ts';
import type { JournalCommand, Staging } from './journal.ts';
import { readBackFaults } from './reads-back.ts';
import { printRegister } from './register-table.ts';

type Change = { readonly command: JournalCommand; readonly quarter: Quarter; readonly acts: readonly Act[] };

/** Nothing was done before, everything is after. Answers with the register as it stands now; null, with an error, when nothing is. */
export function enterActs(
  staging: Staging,
  register: Register,
  { command, quarter, acts }: Change,
): Result<Register | null> {
  const after = withActs(register, acts);
  const [wrong] = checkActs(after.lines);
  // Every command checks before; what slips through must not be entered, or nobody could read the register again.
  if (wrong !== undefined) throw new Error(`the register would not hold: ${JSON.stringify(wrong)}`);
  const numbers = acts.flatMap((act) => (act.type === 'issue' ? [act.number] : []));
  const bytes = printRegister(after.lines);
  const faults = readBackFaults(bytes);
  if (faults.length > 0) return { value: null, messages: faults };
  staging.add(registerFile, bytes);
  if (staging.commit({ command, quarter, numbers })) return { value: after, messages: [] };
  return { value: null, messages: [error(fileOnly(registerFile), 'saved-meanwhile')] };
}

/** The register as it will stand; nothing is written. Records of new papers are not in it. */
export function withActs(register: Register, acts: readonly Act[]): Register {
  return registerOf([...register.lines, ...linesAfter(register.lines, acts)], register.records);
}
