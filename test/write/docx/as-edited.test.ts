/** A draft that a clerk edited becomes the issued paper: only the slots are written, wherever Word or WPS moved the runs. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/trade/calendar.ts';
import type { Document } from '../../../src/document/tree.ts';
import { withReplyDays } from '../../../src/document/slots.ts';
import { readZip, writeZip } from '../../../src/ooxml/zip.ts';
import { docxText, fillEdited } from '../../../src/write/docx/as-edited.ts';
import { lintPackage } from '../../../src/write/docx/lint.ts';
import { wordMessage } from '../../../src/message/wording/word.ts';
import { letter, paragraph, sampleDocuments } from '../sample-documents.ts';
import { isSkipped } from '../../pdf-tools.ts';
import { converted, missingTool } from '../../libre-office.ts';
import { sampleWriter } from './sample-writer.ts';

const { value: write } = sampleWriter();
const issuedOn = '2025-01-20' as CalendarDate;
const place = { file: 'out/2024Q4/letters/012.docx', row: null, column: null };

/** As `build` makes it. */
function draftOf(document: Document): Document {
  const { documentNumber } = document.meta;
  const number = documentNumber === null ? null : { ...documentNumber, serial: null };
  return {
    ...document,
    meta: { ...document.meta, documentNumber: number, bulletinNumber: null, issuedOn: null },
  };
}

/** As `issue` numbers it. */
function numbered(document: Document): Document {
  const { meta } = document;
  const documentNumber = meta.documentNumber === null ? null : { ...meta.documentNumber, serial: 5 };
  const bulletinNumber = meta.format === 'bulletin' ? 5 : null;
  return withReplyDays({ ...document, meta: { ...meta, documentNumber, bulletinNumber, issuedOn } }, issuedOn).document;
}

const asking: Document = {
  ...letter,
  children: [
    ...letter.children,
    {
      type: 'paragraph',
      style: 'body',
      children: [
        { type: 'text', value: '请', isStrong: false },
        { type: 'slot', slot: 'replyDay', days: 15, on: null },
        { type: 'text', value: '报送，并', isStrong: false },
        { type: 'slot', slot: 'replyDay', days: 30, on: null },
        { type: 'text', value: '完成整改。', isStrong: false },
      ],
    },
  ],
};

function edited(bytes: Uint8Array, edit: (xml: string) => string, part = 'word/document.xml'): Uint8Array {
  const entries = [...readZip(bytes).value].map(([name, content]) => ({
    name,
    bytes: name === part ? new TextEncoder().encode(edit(new TextDecoder().decode(content))) : content,
  }));
  return writeZip(entries);
}

const fill = (bytes: Uint8Array, document = asking) => fillEdited(bytes, numbered(document), { place, issuedOn });
const told = (bytes: Uint8Array, document = asking): readonly string[] =>
  fill(bytes, document).messages.map((message) => wordMessage(message, 'zh'));

const papers = Object.entries(sampleDocuments).filter(([, { meta }]) => meta.format !== 'table');

test.each([...papers, ['asking', asking] as const])(
  '%s, not edited at all, says what the issued paper says',
  (_, document) => {
    const filled = fill(write(draftOf(document)), document);
    expect(filled.messages).toEqual([]);
    expect(filled.value?.text).toEqual(docxText(write(numbered(document))));
    expect(docxText(filled.value?.bytes ?? new Uint8Array())).toEqual(filled.value?.text);
    expect(lintPackage(readZip(filled.value?.bytes ?? new Uint8Array()).value)).toEqual([]);
  },
);

describe('an edited draft', () => {
  const draft = write(draftOf(asking));

  test('keeps every byte that no slot asks for', () => {
    const bytes = edited(draft, (xml) => xml.replace('报送，并', '报送（含&lt;佐证&gt;材料），并'));
    const before = readZip(bytes).value;
    const after = readZip(fill(bytes).value?.bytes ?? new Uint8Array()).value;
    const others = (parts: ReadonlyMap<string, Uint8Array>) =>
      [...parts].filter(([name]) => name !== 'word/document.xml');
    expect(others(after)).toEqual(others(before));
    const xml = new TextDecoder().decode(after.get('word/document.xml'));
    const back = xml
      .replace('〔2024〕5号', '〔2024〕　号')
      .replace('2025年1月20日', '　　年　月　日')
      .replace('于2025年2月4日前', '自印发之日起15日内')
      .replace('于2025年2月19日前', '自印发之日起30日内');
    expect(back).toBe(new TextDecoder().decode(before.get('word/document.xml')));
  });

  test('is filled over runs that Word cut, under style ids that WPS gave, and in copies for old programs', () => {
    const cut = edited(draft, (xml) =>
      xml
        .replace(
          '〔2024〕　号',
          '〔20</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>24〕 </w:t></w:r><w:r><w:t xml:space="preserve"> 号',
        )
        .replaceAll('"LetterNumber"', '"a7"')
        .replaceAll('"IssueDate"', '"13"'),
    );
    const renamed = edited(
      cut,
      (xml) =>
        xml
          .replaceAll('w:styleId="LetterNumber"', 'w:styleId="a7"')
          .replaceAll('w:styleId="IssueDate"', 'w:styleId="13"'),
      'word/styles.xml',
    );
    const { value, messages } = fill(renamed);
    expect(messages).toEqual([]);
    expect(value?.text).toEqual(docxText(write(numbered(asking))));
    expect(told(cut)[0]).toContain('edited-slot');
  });

  test('counts its own days where the clerk changed them, and keeps a day that a reissue was given', () => {
    const bytes = edited(draft, (xml) => xml.replace('起30日内', '起10日内'));
    const given = withReplyDays(numbered(asking), issuedOn, ['2025-01-25' as CalendarDate]).document;
    const kept = fillEdited(bytes, { ...given, meta: numbered(asking).meta }, { place, issuedOn });
    expect(fill(bytes).value?.replyDays).toEqual(['2025-02-04', '2025-01-30']);
    expect(kept.value?.replyDays).toEqual(['2025-01-25', '2025-01-30']);
    const handover = { ...asking, children: asking.children.map((block) => asHandover(block)) };
    expect(fill(draft, handover).value?.replyDays).toEqual(['2025-02-19']);
    const without = edited(draft, (xml) => xml.replace('自印发之日起30日内', '于月底前'));
    expect(fill(without).value?.replyDays).toEqual(['2025-02-04']);
  });

  test.each([
    [
      'a number typed in by hand',
      (xml: string) => xml.replace('〔2024〕　号', '〔2024〕7号'),
      'edited-slot 文稿中“发文字号”的空位已不在，不能填写',
    ],
    [
      'a date typed in by hand',
      (xml: string) => xml.replace('　　年　月　日', '2025年1月8日'),
      'edited-slot 文稿中“成文日期”的空位已不在，不能填写',
    ],
    [
      'a signature copied',
      (xml: string) => xml.replace(/<w:p>(?:(?!<w:p>).)*?"IssueDate".*?<\/w:p>/u, (found) => found + found),
      'edited-slot 文稿中“成文日期”的空位有 2 处，不能填写',
    ],
    [
      'tracked changes',
      (xml: string) =>
        xml
          .replace(
            '<w:r><w:t xml:space="preserve">报送',
            '<w:ins w:id="9" w:author="张三"/><w:r><w:t xml:space="preserve">报送',
          )
          .replace(/<w:sectPr/u, '<w:ins w:id="8"/><w:sectPr'),
      'edited-tracked 文稿中还有修订标记',
    ],
    [
      'a comment',
      (xml: string) => xml.replace('</w:body>', '<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p></w:body>'),
      'edited-comments 文稿中还有批注',
    ],
  ] as const)('is refused with %s', (_, edit, expected) => {
    const [message = ''] = told(edited(draft, edit));
    expect(message).toContain(`out/2024Q4/letters/012.docx 错误 ${expected}`);
    expect(fill(edited(draft, edit)).value).toBeNull();
  });

  test('is refused when it is no .docx, or brings something from outside', () => {
    const unfit = '此文稿不是完好的 .docx，或含有宏、外部链接，不能印发';
    const outside = edited(
      draft,
      (xml) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="rX" Type="x" Target="http://x" TargetMode="External"/></Relationships>',
        ),
      'word/_rels/document.xml.rels',
    );
    expect(told(outside)[0]).toContain(unfit);
    expect(told(writeZip([{ name: 'a', bytes: draft }]))[0]).toContain(unfit);
    expect(fill(new TextEncoder().encode('改')).value).toBeNull();
    expect(told(new TextEncoder().encode('改'))).toHaveLength(1);
  });
});

test('a body that speaks of 年 月 日 takes nothing from the date', () => {
  const form = { ...letter, children: [...letter.children, paragraph('整改完成时间：　　年　月　日')] };
  const filled = fill(write(draftOf(form)), form);
  expect(filled.value?.text).toEqual(docxText(write(numbered(form))));
});

describe.skipIf(isSkipped(missingTool()))('saved again by LibreOffice', () => {
  let folder: string;
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-edited-'));
    for (const [name, document] of papers)
      fs.writeFileSync(path.join(folder, `${name}.docx`), write(draftOf(document)));
    const files = papers.map(([name]) => path.join(folder, `${name}.docx`));
    await converted('docx:MS Word 2007 XML', path.join(folder, 'saved'), files);
  }, 120_000);
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  test.each(papers)('%s is filled like the one that Duban made', (name, document) => {
    const { value, messages } = fill(fs.readFileSync(path.join(folder, 'saved', `${name}.docx`)), document);
    expect(messages).toEqual([]);
    expect(bare(value?.text ?? [])).toBe(bare(docxText(write(numbered(document)))));
  });
});

function bare(pieces: readonly string[]): string {
  return pieces.join('').replaceAll(/\s/gu, '');
}

/** The first slot of the paragraph asks for no answer but for a task to be handed over. */
function asHandover(block: Document['children'][number]): Document['children'][number] {
  if (block.type !== 'paragraph') return block;
  const first = block.children.find(({ type }) => type === 'slot');
  const children = block.children.map((each) =>
    each === first ? ({ ...each, slot: 'handoverDay' } as typeof each) : each,
  );
  return { ...block, children };
}
