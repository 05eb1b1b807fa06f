/** Templates of a workspace as a clerk's editor may leave them. */
import { expect, test } from 'vitest';
import { referenceFaults } from '../../src/workspace/reference.ts';
import { readTemplates } from '../../src/run/read-templates.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import { memoryDisk } from '../memory-disk.ts';
import { encodeAs } from '../table/encode.ts';

const own = '<h1>关于移交任务的通知</h1><p>{{replaces}}废止。</p>';
const read = (bytes: Uint8Array) => {
  const disk = memoryDisk();
  disk.write('templates/notice.hbs', bytes);
  return readTemplates(disk);
};
const words = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await read(bytes)).messages.map((message) => wordMessage(message, 'zh'));

test.each([
  ['UTF-8', Buffer.from(own)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${own}`)],
  ['GBK, as an old Notepad saves it', encodeAs('gb18030', own)],
])('a template saved as %s is read, and takes the place of the shipped one', async (_, bytes) => {
  expect(await words(bytes)).toEqual([]);
  expect((await read(bytes)).value?.programOf('notice')?.text).toBe(own);
});

test('a reference document that cannot serve is known before any paper is made', () => {
  const disk = memoryDisk();
  expect(referenceFaults(disk)).toEqual([]);
  disk.write('templates/reference.docx', Buffer.from('not a package'));
  expect(referenceFaults(disk).map((message) => wordMessage(message, 'zh'))).toEqual([
    expect.stringMatching(/^templates\/reference\.docx 错误 zip-unreadable /u),
  ]);
});

test('bytes that are no text are an error with the line, and nothing else is said', async () => {
  const bytes = Buffer.concat([
    Buffer.from('<h1>关于移交任务的通知</h1>\n<p>原通知废止。'),
    Buffer.from([0xff]),
    Buffer.from('</p>'),
  ]);
  expect(await words(bytes)).toHaveLength(1);
  expect((await words(bytes))[0]).toMatch(/^templates\/notice\.hbs:2 错误 undecodable /u);
});
