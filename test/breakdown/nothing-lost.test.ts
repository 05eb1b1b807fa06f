import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { fieldOfWord } from '../../src/breakdown/label-word.ts';
import { readBreakdown } from '../../src/breakdown/parse.ts';
import { wordText } from '../../src/message/wording/word.ts';
import { runs } from '../long.ts';

const root = new URL('../fixtures/breakdown/', import.meta.url);
const fixtures = readdirSync(root)
  .filter((folder) => !folder.startsWith('refused') && !folder.includes('table') && !folder.startsWith('traditional'))
  .flatMap((folder) => readdirSync(new URL(`${folder}/`, root)).map((name) => new URL(`${folder}/${name}`, root)))
  .filter((url) => /\/source\.(?:txt|md)$/u.test(url.pathname));
const seed = readFileSync(new URL('../../seeds/惩防体系2020-2024年责任分解意见.txt', import.meta.url), 'utf8');
const sources = [seed, ...fixtures.map((url) => readFileSync(url, 'utf8'))];

test('every word of every sample is in a task, a heading, a unit, a message or the preamble', () => {
  for (const source of sources) expect(lostWords(source)).toEqual([]);
});

test('nothing is lost of lines thrown together from all samples, in any order and broken anywhere', () => {
  const lines = sources.flatMap((source) => source.split('\n')).filter((line) => line.trim() !== '');
  const line = fc
    .constantFrom(...lines)
    .chain((text) =>
      fc
        .integer({ min: 0, max: 2 })
        .map((breaks) =>
          breaks === 0 ? [text] : [text.slice(0, text.length >> breaks), text.slice(text.length >> breaks)],
        ),
    );
  fc.assert(
    fc.property(fc.array(line, { minLength: 2, maxLength: 40 }), (parts) => {
      expect(lostWords(parts.flat().join('\n'))).toEqual([]);
    }),
    runs(30),
  );
});

// Label words and verbs are read as roles, 等有关单位 as an open set; they need not come back as text.
const labelWords = [...fieldOfWord.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replaceAll(/[()]/gu, String.raw`\$&`));
const labels = new RegExp(`(?:${labelWords.join('|')})(?=[：:∶〕】])`, 'gu');
const verbs = new RegExp(
  [
    '(?:分别)?牵头(?:负责)?|会同|负总责|抓总|主办|协办|抓好落实|贯彻落实|组织实施',
    '(?:等)?(?:有关|相关)?(?:部门|单位)?(?:分别|共同|分工|具体)*(?:按照?职责(?:分工)?)?(?:负责|配合|参与|各负其责)|(?:分别|具体)落实',
    '等(?:(?:\\d|八)[个家]?|各|有关|相关|市直)*(?:部门|单位)?(?:(?:以及|[及和])(?:相关)?(?:单位)?)?|下同|列第一位的为牵头单位|完成(?:时限)?|以及|[和及暨由]|(?<=[：:])无',
  ].join('|'),
  'gu',
);

/** Runs of characters that stand in the source and nowhere in what was read. Broken lines are tried joined. */
function lostWords(source: string): readonly string[] {
  const { value, messages } = readBreakdown({ path: 'a.txt', bytes: Buffer.from(source, 'utf8') });
  if (messages.some((message) => message.severity === 'error')) return [];
  const pool = plain(allText(value.catalogue) + messages.map((message) => wordText(message, 'zh')).join('\n'));
  // Labels may be broken over lines, so they are taken out of the joined text; a word may then go over the end of a paragraph.
  const words = source
    .replaceAll(/\s+/gu, '')
    .replaceAll(labels, '\n')
    .replaceAll(verbs, '\n')
    .split(/[^\p{Script=Han}A-Za-z0-9０-９]+/u);
  return words.filter((word) => word !== '' && word !== '无' && !isCovered(plain(word), pool));
}

/** The word is there, whole or in a few long pieces: short lines thrown together make one long word. */
function isCovered(word: string, pool: string): boolean {
  const mostPieces = Math.max(4, Math.ceil(word.length / 6));
  let rest = word;
  for (let pieces = 0; pieces < mostPieces && rest !== ''; pieces += 1) {
    let length = rest.length;
    while (length > 0 && !pool.includes(rest.slice(0, length))) length -= 1;
    rest = rest.slice(length);
    if (length === 0) return false;
  }
  return rest === '';
}

function plain(text: string): string {
  return text.replaceAll(/[^\p{Script=Han}A-Za-z0-9０-９\n]+/gu, '');
}

function allText({ title, headings, preamble, tasks }: Catalogue): string {
  const fields = tasks.flatMap((task) => [
    `${task.no}${task.text}`,
    task.leads.concat(task.cooperators, task.responsible, task.leaders, task.notes ?? []).join('\n'),
    ...[task.deadline, task.target, task.standard].map((each) => each ?? ''),
  ]);
  return [title, ...headings.map(({ text }) => text), ...preamble.map(({ text }) => text), ...fields].join('\n');
}
