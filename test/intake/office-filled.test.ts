/** office.yaml as a new workspace has it, and issuers that may not send papers out. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readOffice } from '../../src/intake/office.ts';
import { newWorkspace } from '../../src/run/init.ts';
import { rosterOf, worded } from '../domain/fixture.ts';
import { memoryDisk } from '../memory-disk.ts';

const roster = rosterOf([{ name: '区纪委监委' }]);
const path = 'inputs/office.yaml';
const sample = readFileSync(path, 'utf8');
const read = (text: string) => readOffice({ path, bytes: Buffer.from(text) }, roster);

test('a new workspace has nothing of the sample, and tells every line that is still to be filled in, once', () => {
  const disk = memoryDisk();
  newWorkspace(disk);
  const made = new TextDecoder().decode(disk.read(path) ?? new Uint8Array());
  expect(made.replaceAll(/#.*/gu, '')).not.toMatch(/示例|XX|X督|0000/u);
  const { value, messages } = read(made);
  expect(value).toBe(null);
  expect(messages.every(({ code }) => code === 'office-not-filled')).toBe(true);
  const rows = made.split('\n').flatMap((line, at) => (/^[^#]*〔请填写〕/u.test(line) ? [at + 1] : []));
  expect(messages.map(({ place }) => place?.row)).toEqual(rows);
  expect(read(made.replaceAll(/^([^#\n]*)〔请填写〕/gmu, '$1某某')).value).not.toBe(null);
});

test('the sample’s issuer may send papers to other bodies', () => {
  expect(worded(read(sample).messages)).toEqual([]);
});

test.each([
  ['XX区纪委监委督查室', true],
  ['XX区教育局政策法规科', true],
  ['XX区纪委监委', false],
  ['XX区委办公室', false],
  ['XX县人民政府督查室', false],
])('%s as an issuer is warned of: %s', (name, isInner) => {
  const { value, messages } = read(sample.replace(/^name: \S+/mu, `name: ${name}`));
  expect(value?.name).toBe(name);
  expect(messages.map(({ code }) => code)).toEqual(isInner ? ['office-inner-body'] : []);
});
