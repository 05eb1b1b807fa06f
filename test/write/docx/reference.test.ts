import fs from 'node:fs';
import { expect, test } from 'vitest';
import { documentText } from '../../../src/document/text.ts';
import type { Block } from '../../../src/document/tree.ts';
import { wordMessage } from '../../../src/message/wording/word.ts';
import { docxText } from './docx-text.ts';
import { readZip, writeZip } from '../../../src/ooxml/zip.ts';
import { letter, longTable, report, sampleDocuments, tablePaper } from '../sample-documents.ts';
import { officeReference, paragraphXml } from './office-reference.ts';
import type { Changes } from './office-reference.ts';
import { sampleWriter, type SampleWriter } from './sample-writer.ts';
import { packageFaults } from '../../ooxml/validator.ts';

const path = 'templates/reference.docx';
const made = async (changes: Changes = {}): Promise<{ write: SampleWriter; messages: readonly string[] }> => {
  const { value, messages } = sampleWriter({ path, bytes: officeReference(changes) });
  return { write: value, messages: messages.map((message) => wordMessage(message, 'zh')) };
};
const part = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(readZip(bytes).value.get(name));
const bare = (pieces: readonly string[]): string => pieces.join('').replaceAll(/\s/gu, '');

test('gives letterhead, styles and page set-up; the text stands where the marker stood', async () => {
  const { write, messages } = await made();
  expect(messages).toEqual([]);
  const bytes = write(letter);
  const text = docxText(bytes);
  expect(text[0]).toBe('临江区纪律检查委员会');
  expect(text.at(-1)).toBe('地址：临江区政府大院');
  const shown = { ...letter, meta: { ...letter.meta, issuerMark: '' } };
  expect(bare(text)).toBe(`临江区纪律检查委员会${bare(documentText(shown))}地址：临江区政府大院`);
  expect(part(bytes, 'word/document.xml')).not.toContain('红色双线');
  expect(part(bytes, 'word/header1.xml')).toContain('内部资料');
});

test('is found by the names of its styles, and gets those it lacks', async () => {
  const { write } = await made();
  const bytes = write(letter);
  const styles = part(bytes, 'word/styles.xml');
  // Theirs: 公文正文 with the id a7, Normal with the id a.
  expect(part(bytes, 'word/document.xml')).toContain('<w:pStyle w:val="a7"/>');
  expect(styles.match(/w:val="公文正文"/g)).toHaveLength(1);
  expect(styles).toContain('w:styleId="DocumentTitle"');
  expect(styles).toContain('<w:basedOn w:val="a"/>');
  expect(styles.match(/w:default="1"/g)).toHaveLength(1);
  // Theirs under an id of ours is another style: ours steps aside.
  expect(styles).toContain('w:styleId="DubanColophon"');
});

test.each(Object.keys(sampleDocuments))('stays valid with %s in it', async (name) => {
  const { write } = await made();
  const document = sampleDocuments[name] ?? letter;
  expect(await packageFaults(write(document), 'docx')).toEqual([]);
});

test('lends its turned page to landscape annexes, and its first-page header to the first page only', async () => {
  const { write } = await made();
  const upright: Block = { type: 'annex', number: 2, title: '回执', orientation: 'portrait', children: [longTable(1)] };
  const xml = part(write({ ...report, children: [...report.children, upright] }), 'word/document.xml');
  const sections = [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/g)].map((match) => match[0]);
  expect(sections).toHaveLength(3);
  expect(sections[0]).toContain('<w:titlePg/>');
  expect(sections[0]).toContain('w:w="11906" w:h="16838"');
  expect(sections[1]).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
  expect(sections[1]).toContain(
    'w:top="1600" w:left="2000" w:bottom="1500" w:right="2200" w:header="851" w:footer="992" w:gutter="0"',
  );
  for (const section of sections.slice(1)) expect(section).not.toContain('first');
});

test('leaves papers without a head alone', async () => {
  const { write } = await made();
  const { value: plain } = sampleWriter();
  expect(Buffer.compare(write(tablePaper), plain(tablePaper))).toBe(0);
});

test('counts its own drawings: ids stay unique', async () => {
  const { write } = await made();
  const ids = [...part(write(report), 'word/document.xml').matchAll(/<wp:docPr id="(\d+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('may be a paper of ours, restyled, with the marker in the place of its text', async () => {
  const { value: plain } = sampleWriter();
  const entries = [...readZip(plain(letter)).value].map(([name, bytes]) => {
    const xml = new TextDecoder().decode(bytes);
    if (name === 'word/document.xml') {
      const body = xml.indexOf('<w:body>') + '<w:body>'.length;
      const section = xml.lastIndexOf('<w:sectPr');
      return {
        name,
        bytes: new TextEncoder().encode(xml.slice(0, body) + paragraphXml('{{正文}}') + xml.slice(section)),
      };
    }
    if (name !== 'word/styles.xml') return { name, bytes };
    return { name, bytes: new TextEncoder().encode(xml.replaceAll('w:eastAsia="仿宋"', 'w:eastAsia="华文仿宋"')) };
  });
  const { value: write, messages } = sampleWriter({ path, bytes: writeZip(entries) });
  expect(messages).toEqual([]);
  const bytes = write(report);
  expect(part(bytes, 'word/styles.xml')).toContain('w:eastAsia="华文仿宋"');
  expect(part(bytes, 'word/styles.xml')).not.toContain('Duban');
  expect(await packageFaults(bytes, 'docx')).toEqual([]);
});

test('may be made by LibreOffice: its letterhead, headings and page, and our own look for the styles it does not have', async () => {
  const bytes = fs.readFileSync('test/fixtures/reference/libreoffice.docx');
  const { value: write, messages } = sampleWriter({ path, bytes });
  expect(messages).toEqual([]);
  const paper = write(letter);
  expect(await packageFaults(paper, 'docx')).toEqual([]);
  const text = docxText(paper);
  expect([text[0], text.at(-1)]).toEqual(['临江区人民政府办公室', '地址：临江区政府大院']);
  expect(part(paper, 'word/document.xml')).toContain('<w:pgMar w:left="1701" w:right="1134"');
  const style = (name: string): string =>
    new RegExp(`<w:style [^>]*><w:name w:val="${name}"/>.*?</w:style>`, 's').exec(
      part(paper, 'word/styles.xml'),
    )?.[0] ?? '';
  expect(style('Heading 1')).toContain('<w:color w:val="C00000"/>');
  // Its Normal has 12 points and no line of its own; body text of ours keeps size 3 and its 22 lines.
  expect(style('Normal')).toContain('<w:sz w:val="24"/>');
  expect(style('公文正文')).toMatch(/w:line="579" w:lineRule="exact".*w:eastAsia="仿宋".*<w:sz w:val="32"\/>/su);
  expect(style('表头')).toMatch(/w:line="310".*w:eastAsia="黑体".*<w:sz w:val="21"\/>/su);
});

test('understands a marker that Word has split over runs', async () => {
  const { messages } = await made({
    marker:
      '<w:p><w:r><w:t>{{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>正文</w:t></w:r><w:r><w:t>}}</w:t></w:r></w:p>',
  });
  expect(messages).toEqual([]);
});

test.each<[string, Changes, string]>([
  [
    'no marker',
    { marker: '' },
    'reference-marker-missing 参照文档正文中没有单独成段的 {{正文}}，无法确定正文位置；请在应放正文处另起一段，只写 {{正文}}',
  ],
  [
    'two markers',
    { marker: paragraphXml('{{正文}}') + paragraphXml('{{正文}}') },
    'reference-marker-twice 参照文档中 {{正文}} 出现 2 次，只能保留一处',
  ],
  [
    'a marker in the header too',
    { header: paragraphXml('{{正文}}') },
    'reference-marker-twice 参照文档中 {{正文}} 出现 2 次，只能保留一处',
  ],
  [
    'a marker beside other text',
    { marker: paragraphXml('正文：{{正文}}') },
    'reference-marker-place {{正文}} 须在正文中单独成段，不能在表格、文本框、页眉页脚内，也不能与其他文字同段',
  ],
  [
    'a marker in a table',
    {
      marker: `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc>${paragraphXml('{{正文}}')}</w:tc></w:tr></w:tbl>`,
    },
    'reference-marker-place {{正文}} 须在正文中单独成段，不能在表格、文本框、页眉页脚内，也不能与其他文字同段',
  ],
  [
    'two sections',
    { marker: `<w:p><w:pPr><w:sectPr/></w:pPr></w:p>${paragraphXml('{{正文}}')}` },
    'reference-sections 参照文档分为 2 节，只能有一节；请删去分节符',
  ],
  [
    'macros',
    { parts: { 'word/vbaProject.bin': 'x' } },
    'reference-macros 参照文档含有宏（word/vbaProject.bin），不予使用；请另存为不含宏的 .docx',
  ],
  [
    'a document type',
    { parts: { 'word/theme/theme1.xml': '<!DOCTYPE a [<!ENTITY b "b">]><a/>' } },
    'reference-doctype 参照文档的 word/theme/theme1.xml 含有 <!DOCTYPE，不予使用；请用 WPS 或 Word 重新另存',
  ],
  [
    'a template elsewhere',
    { relations: '<Relationship Id="x" Type="t" Target="file:///C:/a.dotm" TargetMode="External"/>' },
    'reference-external 参照文档链接到外部内容“file:///C:/a.dotm”（word/_rels/document.xml.rels），不予使用；请断开链接或改为嵌入',
  ],
  [
    'the Strict format',
    { root: ' xmlns:w0="http://purl.oclc.org/ooxml/wordprocessingml/main"' },
    'reference-strict 采用“严格”格式（Strict Open XML），请另存为普通的 .docx',
  ],
  [
    'no styles',
    { without: 'word/styles.xml' },
    'reference-part-missing 参照文档缺少 word/styles.xml，请用 WPS 或 Word 重新另存',
  ],
  [
    'no document',
    { without: 'word/document.xml' },
    'reference-not-docx 不是 .docx 文件（缺少 word/document.xml），请用 WPS 或 Word 另存为 .docx',
  ],
])('is refused with %s', async (_, changes, message) => {
  const { messages } = await made(changes);
  expect(messages).toEqual([`${path} 错误 ${message}`]);
});

test('is refused when it is no package', async () => {
  const { messages } = sampleWriter({ path, bytes: new Uint8Array(9) });
  expect(messages.map((message) => message.code)).toEqual(['zip-unreadable']);
});

test('a document type hidden in UTF-16 is refused too', async () => {
  const hidden = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<!DOCTYPE a><a/>', 'utf16le')]);
  const entries = [...readZip(officeReference({})).value].map(([name, bytes]) => ({ name, bytes }));
  const bytes = writeZip([...entries, { name: 'word/extra.xml', bytes: hidden }]);
  const { messages } = sampleWriter({ path, bytes });
  expect(messages.map((message) => message.code)).toEqual(['reference-doctype']);
});
