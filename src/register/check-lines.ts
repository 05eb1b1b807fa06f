/** Whether the lines of register.csv are those that were written: all there, in their order, each hanging on the one before. */
import type { Message } from '../message/message.ts';
import { error } from '../message/message.ts';
import { chainOf } from './chain.ts';
import type { ReadLine } from './read-line.ts';
import { chainColumn, positionColumn } from './register-table.ts';

/** `lines` by their 行次. `isTold`: a line of which it is said already what is wrong; that its hash is wrong too goes without saying. */
export function checkLines(lines: readonly ReadLine[], isTold: (line: ReadLine) => boolean): readonly Message[] {
  // A position that is no number has its own message.
  return lines
    .filter(({ position }) => position > 0)
    .flatMap((line, at, all) => {
      const before = all[at - 1];
      const expected = (before?.position ?? 0) + 1;
      const found = line.position;
      const place = line.cells.place(positionColumn);
      if (found < expected) return [error(place, 'count-twice', { column: positionColumn, found })];
      if (found > expected) return [error(place, 'register-gap', { column: positionColumn, expected, found })];
      const isRight = chainOf(before?.chain ?? '', line.written) === line.chain;
      return isRight || isTold(line) ? [] : [error(line.cells.place(chainColumn), 'chain-broken', { position: found })];
    });
}
