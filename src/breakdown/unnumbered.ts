/**
 * Tasks without numbers: a document that has none at all, and paragraphs below a numbered heading that each name their own units
 * (`一、主要目标`, then a paragraph, its 部门分工, a paragraph, its 部门分工 …).
 */
import { isUnitField } from './label.ts';
import { ownsUnits, readContent } from './content.ts';
import type { Content } from './content.ts';
import type { Item, SourceParagraph } from './item.ts';
import { rankOf } from './mark.ts';
import type { Read } from './outline.ts';

export function splitUnnumbered(reads: readonly Read[]): readonly Read[] {
  const isNumbered = reads.some(({ item, content }) => item.mark !== null && ownsUnits(content));
  return reads.flatMap((read) => {
    if (!ownsUnits(read.content)) return [read];
    if (read.item.kind === 'front') return isNumbered ? [read] : splitFront(read.item);
    return read.item.isRow === true || read.item.paragraphs.length < 2 ? [read] : splitItem(read);
  });
}

// Below every number.
const innermost = rankOf.circled + 1;

function unnumbered(paragraphs: readonly SourceParagraph[]): Read {
  const item: Item = { kind: 'bare', mark: null, previous: null, paragraphs, rank: innermost };
  return { item, content: readContent(item) };
}

function withParagraphs(item: Item, paragraphs: readonly SourceParagraph[]): Read {
  const part: Item = { ...item, paragraphs };
  return { item: part, content: readContent(part) };
}

/** A labelled paragraph goes with the one before it; the first paragraphs that name nobody stay front matter. */
function splitFront(item: Item): readonly Read[] {
  const groups: SourceParagraph[][] = [];
  for (const paragraph of item.paragraphs) {
    if (paragraph.isLabelled && groups.length > 0) groups.at(-1)?.push(paragraph);
    else groups.push([paragraph]);
  }
  const reads = groups.map((paragraphs): Read => {
    const { rank: _, ...bare } = unnumbered(paragraphs).item;
    return { item: bare, content: readContent(bare) };
  });
  const first = reads.findIndex(({ content }) => ownsUnits(content));
  return [
    withParagraphs(
      item,
      reads.slice(0, first).flatMap((read) => read.item.paragraphs),
    ),
    ...reads.slice(first),
  ];
}

type Part = { readonly paragraph: SourceParagraph; readonly content: Content };

/** Where the same role is given again after a new text, the text is another task; the number stays with the heading or the first task. */
function splitItem(read: Read): readonly Read[] {
  const { item } = read;
  const parts = item.paragraphs.map((paragraph, index): Part => {
    const own: Item = index === 0 ? item : { ...item, mark: null };
    return { paragraph, content: readContent({ ...own, paragraphs: [paragraph] }) };
  });
  const [first, ...others] = segmentsOf(parts);
  if (first === undefined || others.length === 0) return [read];
  const [heading, ...rest] = first;
  const isHeading = heading !== undefined && !ownsUnits(heading.content) && rest.some(hasText);
  const isLabelled = first.some(({ paragraph, content }) => paragraph.isLabelled && ownsUnits(content));
  const isClosed = [first, ...others].every(endsInClause);
  if (!isHeading && !isLabelled && !isClosed) return [read];
  const paragraphs = ({ paragraph }: Part): SourceParagraph => paragraph;
  const tasks = others.map((segment) => unnumbered(segment.map(paragraphs)));
  return isHeading
    ? [withParagraphs(item, [heading.paragraph]), unnumbered(rest.map(paragraphs)), ...tasks]
    : [withParagraphs(item, first.map(paragraphs)), ...tasks];
}

/** `招商。（区商务局牵头）`: the bracket that gives units closes the paragraph. */
function endsInClause(segment: readonly Part[]): boolean {
  const last = segment.at(-1);
  const line = last?.paragraph.lines.at(-1)?.text ?? '';
  return (
    /[）)〕】][。；;]?$/u.test(line) && doersOf(segment) && segment.every(({ paragraph }) => !paragraph.isLabelled)
  );
}

function hasText({ paragraph, content }: Part): boolean {
  return !paragraph.isLabelled && content.sentences.length > 0;
}

/** Texts with the claims below them; a text whose roles are new to the segment before it goes on with it. */
function segmentsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const segments: Part[][] = [];
  for (const part of parts) {
    const current = segments.at(-1);
    if (current === undefined || (hasText(part) && doersOf(current))) segments.push([part]);
    else current.push(part);
  }
  const isRepeated = segments.length > 1 && segments.filter(doersOf).length > 1;
  return isRepeated ? withoutDoerless(segments) : [parts];
}

/** A text that is followed by nobody's units belongs to the task before it. */
function withoutDoerless(segments: readonly (readonly Part[])[]): readonly (readonly Part[])[] {
  const kept: Part[][] = [];
  for (const segment of segments) {
    if (kept.length === 0 || doersOf(segment)) kept.push([...segment]);
    else kept.at(-1)?.push(...segment);
  }
  return kept;
}

/** Somebody leads or is responsible; cooperating units alone belong to the task before them. */
function doersOf(segment: readonly Part[]): boolean {
  return segment.some(({ content }) =>
    content.claims.some(({ field, rule }) => rule !== 'stated' && isUnitField(field) && field !== 'cooperators'),
  );
}
