/** Headings, paragraphs, the attachment note and the runs of text in them. */
import { formatSlot } from '../../document/official-text.ts';
import type { AttachmentNote, Heading, Inline, Paragraph, ParagraphStyle } from '../../document/tree.ts';
import { characterWidth, pitch } from './geometry.ts';
import { strongStyle } from './styles.ts';
import type { StyleId } from './styles.ts';
import { lineBreak, run, styledParagraph, tab } from '../../ooxml/xml.ts';

const paragraphStyles = {
  body: 'BodyParagraph',
  plain: 'PlainParagraph',
  centered: 'CenteredParagraph',
  right: 'RightParagraph',
  note: 'NoteParagraph',
} as const satisfies Record<ParagraphStyle, StyleId>;

const headingStyles = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3', 4: 'Heading4' } as const satisfies Record<
  Heading['level'],
  StyleId
>;

export function headingXml(heading: Heading): string {
  return styledParagraph(headingStyles[heading.level], inlinesXml(heading.children));
}

/** `isKept`: stays with the next paragraph, so that 署名 never stands on a page without body text. */
export function paragraphXml(paragraph: Paragraph, isKept = false): string {
  return styledParagraph(
    paragraphStyles[paragraph.style],
    inlinesXml(paragraph.children),
    isKept ? '<w:keepNext/>' : '',
  );
}

export function inlinesXml(inlines: readonly Inline[]): string {
  let xml = '';
  for (const inline of inlines) xml += inlineXml(inline);
  return xml;
}

const strong = { style: strongStyle.id } as const;

function inlineXml(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.isStrong ? run(inline.value, strong) : run(inline.value);
    case 'lineBreak':
      return lineBreak;
    case 'slot':
      return run(formatSlot(inline));
  }
}

/** 7.3.4: one line below the body, indented by two characters; a long name runs on under its own first character. */
export function attachmentNoteXml(note: AttachmentNote): string {
  const [first = '', ...others] = note.names;
  if (others.length === 0) return attachmentLine(run(`附件：${first}`), { left: 5, hanging: 3, isFirst: true });
  const left = note.names.length < 10 ? 6 : 6.5;
  const numbered = (name: string, index: number): string => run(`${index + 1}.`) + tab + run(name);
  return [
    attachmentLine(run('附件：') + numbered(first, 0), { left, hanging: left - 2, isFirst: true }),
    ...others.map((name, index) =>
      attachmentLine(numbered(name, index + 1), { left, hanging: left - 5, isFirst: false }),
    ),
  ].join('');
}

/** Indents in characters. */
type NoteIndent = { readonly left: number; readonly hanging: number; readonly isFirst: boolean };

function attachmentLine(content: string, { left, hanging, isFirst }: NoteIndent): string {
  const [start, back] = [left, hanging].map((count) => Math.round(count * characterWidth)) as [number, number];
  const spacing = isFirst ? `<w:spacing w:before="${pitch}"/>` : '';
  const tabs = `<w:tabs><w:tab w:val="left" w:pos="${start}"/></w:tabs>`;
  return styledParagraph(
    'AttachmentNote',
    content,
    `<w:keepNext/>${tabs}${spacing}<w:ind w:left="${start}" w:hanging="${back}"/>`,
  );
}
