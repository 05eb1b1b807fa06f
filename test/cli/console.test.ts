/** What a return, a file's name or a register holds is shown, and never commands the terminal. */
import { expect, test, vi } from 'vitest';
import { printOutcome } from '../../src/cli/console.ts';
import { error } from '../../src/message/message.ts';
import { fileOnly } from '../../src/message/place.ts';

test('no control character of the data reaches the terminal', () => {
  const written: string[] = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const asUnit = '\u001B[2J区教育局\u009B31m\r\n\u0007';
  const messages = [
    error(fileOnly(`${asUnit}.csv`), 'unknown-word', { column: '状态', written: asUnit, expected: ['办结'] }),
  ];
  printOutcome({ value: {}, lines: [`${asUnit}：按时`], messages }, { language: 'zh', isJson: false, isQuiet: false });
  vi.restoreAllMocks();
  expect(written.join('').replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  expect(written.at(0)).toContain(String.raw`“\x1b[2J区教育局\x9b31m\x0d\x0a\x07”`);
});
