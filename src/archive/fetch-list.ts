/** fetch.txt: files that a bag leaves to be fetched (RFC 8493 2.2.3). Nothing is fetched here; once they are there, the bag is whole. */
import type { Message } from '../message/message.ts';
import { error, info } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { nameFault } from './bag-name.ts';
import type { Declaration } from './declaration.ts';
import type { Bag } from './open-bag.ts';

export const fetchFile = 'fetch.txt';

export function fetchProblems(bag: Bag, { decode }: Declaration): readonly Message[] {
  const bytes = bag.read(fetchFile);
  if (bytes === null) return [];
  const there = new Set(bag.files);
  const rows = decode(bytes).split(/\r\n|\r|\n/u);
  const problems = rows.flatMap((text, index) => {
    if (text === '') return [];
    const place = { file: bag.place(fetchFile), row: index + 1, column: null };
    const path = /^\S+[ \t]+(?:\d+|-)[ \t]+([^ \t].*)$/u.exec(text)?.[1]?.replace(/^(?:\.\/)+/u, '');
    if (path === undefined || nameFault(path) === 'unsafe' || !path.startsWith('data/'))
      return [error(place, 'bag-fetch-line')];
    return there.has(path) ? [] : [error(place, 'bag-to-be-fetched', { path })];
  });
  return problems.length > 0 ? problems : [info(fileOnly(bag.place(fetchFile)), 'bag-fetched')];
}
