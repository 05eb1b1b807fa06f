/** Progress is drawn on a terminal, over one line, and nowhere else. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { progressOf } from '../../src/cli/progress.ts';

const { stderr } = process;
const was = { isTTY: stderr.isTTY, columns: stderr.columns };
let now = 0;
let written: string;

beforeEach(() => {
  now = 0;
  written = '';
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.spyOn(stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  Object.assign(stderr, was);
});

/** What stands on the screen after ninety papers of 50 ms each, and how many times it was drawn. */
function drawn(isTTY: boolean, quiet: Partial<{ isQuiet: boolean; isJson: boolean }> = {}) {
  Object.assign(stderr, { isTTY, columns: 44 });
  const progress = progressOf({ language: 'zh', isQuiet: false, isJson: false, ...quiet });
  const lines: string[] = [];
  // Everything is read and worded first.
  now += 2000;
  for (let done = 1; done <= 90; done += 1) {
    now += 50;
    progress({ done, total: 90, path: `letters/${done}-市自然资源和规划局XX分局.docx` });
    lines.push(written.slice(written.lastIndexOf('\u001B[K') + 3));
  }
  return { lines, count: written.split('\u001B[K').length - 1 };
}

test('on a terminal: how many of how many, the time left once it can be said, and an empty line at the end', () => {
  const { lines, count } = drawn(true);
  expect(lines[0]).toBe('正在生成 1/90　letters/1-市自然资源和规划局');
  expect(lines[10]).toBe('正在生成 11/90　letters/11-市自然资源和规划');
  expect(lines[38]).toBe('正在生成 39/90，约剩 3 秒　letters/39-市自');
  expect(lines[89]).toBe('');
  // Not oftener than ten times a second.
  expect(count).toBeLessThanOrEqual(46);
  expect(written).not.toContain('\n');
});

test.each([
  ['elsewhere', false, {}],
  ['with --quiet', true, { isQuiet: true }],
  ['with --json', true, { isJson: true }],
] as const)('%s: nothing', (_, isTTY, quiet) => {
  drawn(isTTY, quiet);
  expect(written).toBe('');
});
