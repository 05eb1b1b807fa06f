/** `parse`: a responsibility breakdown of any layout, as bytes, to its Catalogue. The passes, in their order. */
import { hasErrors, info, warning, type Message, type Result, error } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { after, mapped } from '../message/result.ts';
import { sha256 } from '../disk/sha256.ts';
import { assemble, emptyReading, type Reading } from './assemble.ts';
import { type SourceBlock, blocksOfText, type SourceText } from './block.ts';
import { ownHeaderAt, readCatalogueCsv } from './catalogue-csv.ts';
import { readContent } from './content.ts';
import { gatherSubPoints } from './group.ts';
import { withDittoLabels } from './ditto.ts';
import { withClaimsMeant } from './ditto-claims.ts';
import { readItems } from './read-items.ts';
import type { Line } from './line.ts';
import type { Read } from './outline.ts';
import { readTableRows } from './table.ts';
import { unfoldLines } from './unfold.ts';
import { withUnitHeadings } from './unit-headings.ts';
import { splitUnnumbered } from './unnumbered.ts';
import { withLabelColons } from './label-colon.ts';
import { isUnitField, labelsIn } from './label.ts';
import { decodeText } from '../table/decode.ts';
import { blocksOfDocx } from './docx.ts';
import { foreignKind, foreignText, isPage, refusalsOfText } from './refuse.ts';
import { kindOfFile } from '../table/kind.ts';
import { blocksOfHtml } from './html.ts';
import { blocksOfOdt } from './odt.ts';
import { blocksOfWorkbook } from './workbook.ts';
import { lookStatedIn, lookStretch, withLookSigns, withoutLookSigns } from './sign-rule.ts';
import { inScript, readInScript, scriptOf, textOfBlocks, type Script } from './script.ts';

/** The Catalogue of a source document, with the traces that `parse --explain` prints; with an error among the messages it is good for looking at only. */
export function readBreakdown(file: SourceFile): Result<Reading> {
  const { source, script } = readSource(file);
  const reading = inScript(readBlocks(source, file), withoutLookSigns);
  return script === null ? reading : inScript(reading, script.written);
}

function readBlocks(source: Result<SourceText>, file: SourceFile): Result<Reading> {
  const identity = { path: file.path, sha256: sha256(file.bytes) };
  if (hasErrors(source.messages)) return { value: emptyReading(identity), messages: source.messages };
  const own = source.value.blocks.find((block) => block.kind === 'table' && ownHeaderAt(block.rows) >= 0);
  if (own?.kind === 'table') {
    const { value, messages } = readCatalogueCsv(own.rows, identity);
    return { value: { catalogue: value, traces: [] }, messages: [...source.messages, ...messages] };
  }
  const blocks = source.value.blocks.map((block) => readBlock(block, file.path));
  const gathered = gatherSubPoints(splitUnnumbered(blocks.flatMap((block) => block.value)));
  const reads = withClaimsMeant(gathered, file.path);
  const reading = assemble(reads.value, identity);
  const messages = [
    ...source.messages,
    ...pageMessages(source.value.pageNumbers, file.path),
    ...blocks.flatMap((block) => block.messages),
    ...reads.messages,
    ...reading.messages,
  ];
  return { value: reading.value, messages };
}

function readBlock(block: SourceBlock, file: string): Result<readonly Read[]> {
  if (block.kind === 'text') return readText(block.lines, file);
  const table = readTableRows(block.rows);
  const row = block.rows[0]?.line ?? null;
  if (table !== null) {
    const notes = table.header.filter((column) => column.isUnknown);
    return {
      value: table.reads,
      messages: [
        ...notes.map(({ header, index }) =>
          info({ file, row: table.headerLine, column: index + 1 }, 'column-as-note', { header }),
        ),
        ...table.dittos.map(({ row, column, words, value }) =>
          info({ file, row, column }, 'ditto-read', { words, value }),
        ),
      ],
    };
  }
  const lines = block.rows.flatMap(({ cells, line }) => {
    const text = cells
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
      .join(' ');
    return text === ''
      ? []
      : [{ text, raw: text, line, column: 1, isAfterBlank: true, isIndented: false, hasSpaceBefore: false }];
  });
  return after([warning({ file, row, column: null }, 'table-without-header', undefined)], readText(lines, file));
}

function readText(lines: readonly Line[], file: string): Result<readonly Read[]> {
  const usual = lines.map(withUsualBrackets).map(withLabelColons).map(withDittoLabels);
  const unfolded = unfoldLines(usual);
  const reads = readItems(unfolded, knownNames(usual)).map((item) => ({ item, content: readContent(item) }));
  return withUnitHeadings(unfolded, reads, file);
}

function pageMessages(pageNumbers: readonly Line[], file: string): readonly Message[] {
  const first = pageNumbers[0];
  if (first === undefined) return [];
  const numbers = pageNumbers.map(({ text, line }) => `${text}（第 ${line} 行）`).join('、');
  return [info({ file, row: first.line, column: null }, 'page-numbers', { numbers })];
}

/** Names that no line end touches: they stand between two separators of one line and are certainly whole. A list broken over lines is judged by them. */
function knownNames(lines: readonly Line[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of lines) {
    const label = labelsIn(text).at(-1);
    if (label === undefined || !isUnitField(label.field)) continue;
    const parts = text.slice(label.valueStart).split(/[、，,；;]/u);
    for (const name of parts.slice(0, -1)) if (name.trim().length > 1) names.add(name.trim());
  }
  return names;
}

export type SourceFile = {
  /** Relative to the workspace. */
  readonly path: string;
  readonly bytes: Uint8Array;
};

const nothing: SourceText = { blocks: [], pageNumbers: [] };

/** The first entry of an OpenDocument package is its media type, uncompressed. */
function isTextDocument(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 200)).includes('opendocument.text');
}

/** `script`: null where the text was read as it is written. */
type Source = { readonly source: Result<SourceText>; readonly script: Script | null };

/** The blocks of a source document, by what its bytes are and not by its name; nothing, with the reason, where it is refused. */
function readSource({ path, bytes }: SourceFile): Source {
  const place = fileOnly(path);
  const packed = readPackage({ path, bytes });
  if (packed !== null) {
    const script = scriptOf(textOfBlocks(packed.value.blocks));
    return { source: script === null ? packed : mapped(packed, (text) => readInScript(text, script)), script };
  }
  const kind = foreignKind(bytes);
  if (kind !== null) return refused([error(place, 'foreign-file', { kind })]);
  const decoded = decodeText(bytes, path);
  const { text } = decoded.value;
  if (hasErrors(decoded.messages)) return refused(decoded.messages);
  const foreign = foreignText(text);
  if (foreign !== null) return refused([error(place, 'foreign-file', { kind: foreign })]);
  const script = scriptOf(text);
  const read = script === null ? text : script.read(text);
  if (isPage(text)) return { source: after(decoded.messages, blocksOfHtml(read, path)), script };
  const refusals = refusalsOfText(text, path);
  if (refusals.length > 0) return refused([...decoded.messages, ...refusals]);
  return { source: after(decoded.messages, blocksOfText(withMarkdownLooks(read), path)), script };
}

/** `**区商务局**、区财政局` where the document says that bold names lead. */
function withMarkdownLooks(text: string): string {
  const look = text.includes('**') ? lookStatedIn(text) : null;
  if (look !== 'bold') return text;
  return text.replaceAll(/\*\*([^*\n]{2,200})\*\*/gu, (_, inner: string) =>
    withLookSigns(`**${lookStretch(inner)}**`, look),
  );
}

function refused(messages: readonly Message[]): Source {
  return { source: { value: nothing, messages }, script: null };
}

/** The blocks of a file of office papers; null where it is none. */
function readPackage(file: SourceFile): Result<SourceText> | null {
  const kind = kindOfFile(file);
  if (kind === 'encrypted') return { value: nothing, messages: [error(fileOnly(file.path), 'not-a-table', { kind })] };
  if (kind === 'xlsx' || kind === 'xls' || kind === 'xlsb') return blocksOfWorkbook(file, kind);
  if (kind === 'ods') return isTextDocument(file.bytes) ? blocksOfOdt(file) : blocksOfWorkbook(file, kind);
  const isZip = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b && file.bytes[2] === 0x03;
  return isZip ? blocksOfDocx(file.bytes, file.path) : null;
}

const usualBrackets: Readonly<Record<string, string>> = { '﹝': '〔', '﹞': '〕', '﹙': '（', '﹚': '）' };
const rare = /[﹝﹞﹙﹚]/gu;
// `<区商务局牵头>`, `｛责任单位：区商务局｝`; elsewhere these are signs of the text.
const pointed = /[<＜{｛]([^<＜{｛>＞}｝]{0,200}(?:牵头|负责|责任|配合)[^<＜{｛>＞}｝]{0,200})[>＞}｝]/gu;

/** Rare brackets as usual ones of the same length, so that every pass knows them and places stay true. */
function withUsualBrackets(line: Line): Line {
  const text = line.text.replaceAll(rare, (bracket) => usualBrackets[bracket] ?? bracket).replaceAll(pointed, '（$1）');
  return text === line.text ? line : { ...line, text };
}
