/** An office with series and rules, as papers need them. */
import fs from 'node:fs';
import { readOffice } from '../../src/intake/office.ts';
import { rosterOf } from '../domain/fixture.ts';

const read = readOffice(
  { path: 'office.yaml', bytes: fs.readFileSync('test/fixtures/office/office.yaml') },
  rosterOf(['区纪委监委']),
).value;
if (read === null) throw new Error('the office of the tests is wrong');

export const office = read;
export const { scoring } = read;
