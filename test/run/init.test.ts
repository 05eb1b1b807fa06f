/** `init` that died on the way is completed by the next one; a folder that somebody works in is left alone. */
import { expect, test } from 'vitest';
import { toFillIn } from '../../src/intake/office.ts';
import { newWorkspace } from '../../src/run/init.ts';
import { memoryDisk, type MemoryDisk } from '../memory-disk.ts';

function initialised(): MemoryDisk {
  const disk = memoryDisk();
  newWorkspace(disk);
  return disk;
}

test('killed at any file, it is completed to the same workspace', () => {
  const whole = initialised();
  for (let moment = 0; moment < whole.changes(); moment += 7) {
    const disk = memoryDisk();
    disk.killAfter(moment);
    expect(() => newWorkspace(disk)).toThrow('killed');
    disk.killAfter(null);
    const { value: made, messages } = newWorkspace(disk);
    expect([made.length, messages]).toEqual([whole.changes() - moment, []]);
    expect(disk.files).toEqual(whole.files);
  }
});

test.each([
  ['where nothing is missing', () => {}],
  ['a template is missing and a file was filled in', (disk: MemoryDisk) => edit(disk, 'inputs/units.csv')],
  ['a template is missing and a file is not of init', (disk: MemoryDisk) => edit(disk, 'inputs/2025Q1/returns/甲.csv')],
  ['an empty file is not of init', (disk: MemoryDisk) => edit(disk, 'inputs/甲.csv', '')],
])('left alone: %s', (_, work) => {
  const disk = initialised();
  work(disk);
  const before = new Map(disk.files);
  const { value, messages } = newWorkspace(disk);
  expect([value, messages.map(({ code }) => code)]).toEqual([[], ['workspace-exists']]);
  expect(disk.files).toEqual(before);
});

function edit(disk: MemoryDisk, file: string, text = '甲'): void {
  disk.remove('templates/letter.hbs');
  disk.write(file, Buffer.from(text));
}

test('office.yaml says nothing of the sample, neither in a value nor in a comment', () => {
  const text = Buffer.from(initialised().files.get('inputs/office.yaml') ?? '').toString('utf8');
  expect(text).toContain('# 发文机关自己也承担任务的');
  expect(text).not.toMatch(/134项|第134项|区纪委监委|XX区|示例/u);
});

test('every code of a series is left to the office', () => {
  const text = Buffer.from(initialised().files.get('inputs/office.yaml') ?? '').toString('utf8');
  const series = /^series:\n(?<codes>(?: .*\n)+)/mu.exec(text)?.groups?.['codes'] ?? '';
  const codes = series.split('\n').filter((line) => /^ +[a-z]/u.test(line));
  expect(codes.length).toBeGreaterThan(3);
  expect(codes.filter((line) => !line.includes(toFillIn))).toEqual([]);
});
