/** .docx sources: paragraphs and tables of the main part, with printed list numbers; nothing outside the package is ever opened. */
import { error, info, hasErrors, warning } from '../message/message.ts';
import type { Message, Result } from '../message/message.ts';
import { readXml } from '../ooxml/xml-reader.ts';
import { readZip } from '../ooxml/zip.ts';
import type { SourceBlock, SourceText } from './block.ts';
import { hasLook, readBody } from './docx-body.ts';
import { readNumbering } from './docx-numbering.ts';
import { readLines } from './read-lines.ts';
import { remark } from './note-sign.ts';
import { lookStatedIn } from './sign-rule.ts';
import { packageKind } from './refuse.ts';
import type { Line } from './line.ts';

const mainPart = 'word/document.xml';

/** The blocks of a .docx; places are numbers of paragraphs. */
export function blocksOfDocx(bytes: Uint8Array, file: string): Result<SourceText> {
  const place = { file, row: null, column: null };
  const zip = readZip(bytes, undefined, place);
  if (hasErrors(zip.messages)) return { value: { blocks: [], pageNumbers: [] }, messages: zip.messages };
  const part = (name: string): string | null => {
    const content = zip.value.get(name);
    return content === undefined ? null : new TextDecoder('utf-8').decode(content);
  };
  const main = part(mainPart);
  const broken = (reason: string): Message => error(place, 'docx-broken', { part: mainPart, reason });
  if (main === null) {
    const kind = packageKind(new Set(zip.value.keys()));
    return { value: { blocks: [], pageNumbers: [] }, messages: [error(place, 'foreign-file', { kind })] };
  }
  const stylesXml = part('word/styles.xml') ?? '';
  const numbering = readNumbering(part('word/numbering.xml') ?? '', stylesXml);
  const hiddenStyles = stylesWith(stylesXml, (name, attributes) => name === 'vanish' && isOn(attributes['w:val']));
  const plain = { numbering, hiddenStyles, look: null, lookStyles: new Set<string>() };
  const look = lookStatedIn(main.replaceAll(/<[^<>]*>/gu, ''));
  const lookStyles =
    look === null ? plain.lookStyles : stylesWith(stylesXml, (...property) => hasLook(look, ...property));
  const styles = { ...plain, look, lookStyles };
  const body = readBody(main, styles);
  if (body.fault !== null) return { value: { blocks: [], pageNumbers: [] }, messages: [broken(body.fault)] };
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].flatMap((name) =>
    readBody(part(name) ?? '<none/>', styles, countIn(main)).blocks.map(asRemark),
  );
  const blocks = [...body.blocks, ...notes].map(blockOf);
  const pageNumbers = blocks.flatMap((block) => block.pageNumbers);
  const links = externalLinks(part('word/_rels/document.xml.rels') ?? '');
  const isEmpty = blocks.every(({ block }) => block.kind === 'text' && block.lines.length === 0);
  return {
    value: { blocks: blocks.map(({ block }) => block), pageNumbers },
    messages: [
      ...body.hidden.map((row) => warning({ file, row, column: null }, 'hidden-text')),
      ...(links > 0 ? [info(place, 'external-links', { count: links })] : []),
      ...(isEmpty ? [error(place, 'empty-document', undefined)] : []),
    ],
  };
}

type BodyBlock = ReturnType<typeof readBody>['blocks'][number];

function blockOf(block: BodyBlock): { block: SourceBlock; pageNumbers: readonly Line[] } {
  if (block.kind === 'table') return { block, pageNumbers: [] };
  // Paragraphs are whole: a blank line before each keeps them from being taken for broken lines.
  const read = block.paragraphs.map(({ text, number }) => {
    const lines = readLines(text);
    return {
      ...lines,
      lines: lines.lines.map((line, index): Line => ({ ...line, line: number, isAfterBlank: index === 0 })),
    };
  });
  return {
    block: { kind: 'text', lines: read.flatMap((each) => each.lines) },
    pageNumbers: read.flatMap((each) => each.pageNumbers),
  };
}

/** Paragraphs that notes are counted after. */
function countIn(main: string): number {
  return main.match(/<w:p[\s>]/gu)?.length ?? 0;
}

/** Notes say how the paper is to be read; none of them is a task. */
function asRemark(block: BodyBlock): BodyBlock {
  if (block.kind === 'table') return block;
  return { kind: 'text', paragraphs: block.paragraphs.map((each) => ({ ...each, text: remark(each.text) })) };
}

/** Styles that have a property of this kind, by their ids. */
function stylesWith(
  xml: string,
  isIt: (name: string, attributes: Readonly<Record<string, string>>) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  let style = '';
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'style') style = attributes['w:styleId'] ?? '';
    if (isIt(name, attributes)) found.add(style);
  };
  if (xml !== '') readXml(xml, { open, text: () => undefined, close: () => undefined });
  return found;
}

function isOn(value: string | undefined): boolean {
  return !/^(?:0|false|off)$/u.test(value ?? '');
}

function externalLinks(relationships: string): number {
  let count = 0;
  readXml(relationships, {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes['TargetMode'] === 'External') count += 1;
    },
    text: () => undefined,
    close: () => undefined,
  });
  return count;
}
