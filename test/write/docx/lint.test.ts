import { expect, test } from 'vitest';
import { lintPackage } from '../../../src/write/docx/lint.ts';
import { readZip } from '../../../src/ooxml/zip.ts';
import { report } from '../sample-documents.ts';
import { sampleWriter } from './sample-writer.ts';

const { value: write } = sampleWriter();
const sound = readZip(write(report)).value;
const textOf = (name: string): string => new TextDecoder().decode(sound.get(name));

/** The faults after one part was changed. */
const after = (name: string, from: string, to: string): readonly string[] => {
  expect(textOf(name)).toContain(from);
  return lintPackage(
    new Map<string, readonly string[] | Uint8Array>([...sound, [name, [textOf(name).replace(from, to)]]]),
  );
};

test('a paper as written has no fault', () => {
  expect(lintPackage(sound)).toEqual([]);
});

test.each<[string, readonly [string, string, string], string]>([
  [
    'a grid that is not as wide as its table',
    ['word/document.xml', '<w:gridCol w:w="708"/>', '<w:gridCol w:w="700"/>'],
    'the columns of table 1 make 8837, its width is 8845',
  ],
  [
    'a cell that is not as wide as its columns',
    ['word/document.xml', '<w:tcW w:w="708" w:type="dxa"/>', '<w:tcW w:w="709" w:type="dxa"/>'],
    'a cell of table 1 is 709 wide, its columns 708',
  ],
  ['a row with a hole', ['word/document.xml', '<w:gridSpan w:val="3"/>', ''], 'a row of table 1 fills 3 of 5 columns'],
  [
    'a relation that is missing',
    ['word/document.xml', 'r:embed="figure1png"', 'r:embed="rIdNone"'],
    'word/document.xml names the relation rIdNone, which is missing',
  ],
  [
    'a target that is missing',
    ['word/_rels/document.xml.rels', 'media/figure1.png', 'media/none.png'],
    'word/_rels/document.xml.rels leads to media/none.png, which is missing',
  ],
  [
    'a part without a content type',
    ['[Content_Types].xml', 'Extension="svg"', 'Extension="gone"'],
    'no content type for word/media/figure1.svg',
  ],
  [
    'a content type without a part',
    ['[Content_Types].xml', '/word/webSettings.xml', '/word/none.xml'],
    'a content type for /word/none.xml, which is missing',
  ],
  [
    'a style that does not exist',
    ['word/document.xml', 'w:pStyle w:val="Heading1"', 'w:pStyle w:val="Heading9"'],
    'the style Heading9 does not exist',
  ],
  [
    'an id given twice',
    ['word/document.xml', '<wp:docPr id="2"', '<wp:docPr id="1"'],
    'the drawing id 1 is given twice',
  ],
  [
    'a field without a result',
    ['word/footer1.xml', '<w:t>1</w:t>', ''],
    'word/footer1.xml has a field without a result',
  ],
  [
    'tables that touch',
    ['word/document.xml', '</w:tbl>', '</w:tbl><w:tbl></w:tbl>'],
    'table 2 touches the one before it',
  ],
  [
    'a cell without a paragraph',
    ['word/document.xml', '</w:p></w:tc>', '</w:p><w:bookmarkEnd w:id="1"/></w:tc>'],
    'a cell of table 1 does not end with a paragraph',
  ],
])('%s is a fault', (_, [name, from, to], fault) => {
  expect(after(name, from, to)).toContain(fault);
});
