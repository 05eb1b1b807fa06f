/** Whether register.csv, as it is about to be written, will read back: what cannot would lock the register for good. */
import type { Message } from '../message/message.ts';
import { error } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { cellsOf } from '../table/cells.ts';
import { readTable } from '../table/table.ts';
import { chainOf } from './chain.ts';
import { registerFile } from './entry.ts';
import { actColumns, chainColumn, registerForm } from './register-table.ts';

/** Characters that no file keeps, most often: they come with a reason that was pasted. */
export function readBackFaults(bytes: Uint8Array): readonly Message[] {
  const table = readTable({ path: registerFile, bytes }, registerForm);
  const faults = table.messages.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) return [error(fileOnly(registerFile), 'not-entered'), ...faults];
  let before = '';
  for (const row of table.value.rows) {
    const { text } = cellsOf(table.value, row);
    const chain = text(chainColumn);
    const written = actColumns.map((column) => text(column));
    if (chainOf(before, written) !== chain) return [error(fileOnly(registerFile), 'not-entered')];
    before = chain;
  }
  return [];
}
