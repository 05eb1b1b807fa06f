/** The head of a paper (版头), title and recipients: one function a format. */
import { formatDocumentNumber, formatIssueDate } from '../../document/official-text.ts';
import { letterRule, linesToNumber, markTop, ruleGap, typeSize } from '../../document/gbt9704.ts';
import { setMark, type SetMark } from '../../document/issuer-mark.ts';
import { doubleRuleHeight } from '../../document/paper-look.ts';
import { documentTitleLines, titleRoom } from '../../document/title-lines.ts';
import type { Meta } from '../../document/tree.ts';
import { characterWidth as ch, dxa, pitch, portraitMargins, portraitWidth, typeAreaWidth, twips } from './geometry.ts';
import { layoutTableXml } from './layout-table.ts';
import { letterRulesXml } from './rules.ts';
import { separator } from './signature.ts';
import { emWidth } from '../../document/text-width.ts';
import { signatoryStyle } from './styles.ts';
import type { StyleId } from './styles.ts';
import { lineBreak, run, styledParagraph } from '../../ooxml/xml.ts';

export type HeadParts = {
  /** Mark and red rules are the letterhead's matter when an office brings its own. */
  readonly hasOwnLetterhead: boolean;
  readonly nextId: () => number;
};

export function headXml(meta: Meta, parts: HeadParts): string {
  switch (meta.format) {
    case 'official':
      return officialHead(meta, parts) + titleXml(meta) + recipientsXml(meta);
    case 'letter':
      return letterHead(meta, parts) + titleXml(meta) + recipientsXml(meta);
    case 'bulletin':
      return bulletinHead(meta, parts) + titleXml(meta) + recipientsXml(meta);
    case 'table':
      return marksOf(meta).map(markXml).join('') + numberXml(meta) + titleXml(meta) + recipientsXml(meta);
  }
}

// 7.2.4: the mark's upper edge is 35 mm below the block's.
function officialHead(meta: Meta, parts: HeadParts): string {
  const marks = marksOf(meta);
  const markText = parts.hasOwnLetterhead
    ? ''
    : issuerMarkXml(meta.issuerMark, twips(markTop.official) - marks.length * pitch);
  const rule = parts.hasOwnLetterhead ? '' : styledParagraph('RedRule', '');
  return marks.map(markXml).join('') + markText + numberXml(meta) + rule;
}

/** Not in the standard (bulletins as offices issue them): name, 第×期, office left and date right, red rule. */
function bulletinHead(meta: Meta, parts: HeadParts): string {
  const marks = marksOf(meta);
  const markText = parts.hasOwnLetterhead
    ? ''
    : issuerMarkXml(meta.issuerMark, twips(markTop.official) - marks.length * pitch);
  const rule = parts.hasOwnLetterhead ? '' : styledParagraph('RedRule', '');
  const tabs = `<w:tabs><w:tab w:val="right" w:pos="${portraitWidth - ch}"/></w:tabs>`;
  const issuers = meta.issuers.map((issuer, index) => run(index === 0 ? issuer : `　${issuer}`)).join('');
  const line = `${issuers}<w:r><w:tab/></w:r>${run(formatIssueDate(meta.issuedOn))}`;
  return [
    marks.map(markXml).join(''),
    markText,
    styledParagraph('BulletinNumber', run(`第${meta.bulletinNumber ?? '　'}期`)),
    styledParagraph('BulletinLine', line, tabs),
    numberXml(meta),
    rule,
  ].join('');
}

// 10.1: the mark's upper edge 30 mm from the sheet's, the first double rule 4 mm below the mark.
function letterHead(meta: Meta, parts: HeadParts): string {
  if (parts.hasOwnLetterhead) return letterNumberXml(meta, { drawings: '', before: 0 });
  const { size, lines } = markInTwips(meta.issuerMark);
  const height = size * lines.length;
  const top = twips(markTop.letter);
  const ruleTop = top + Math.round(height - size * 0.09) + twips(ruleGap);
  const frame = `<w:framePr w:w="${portraitWidth}" w:h="${height}" w:hRule="atLeast" w:hSpace="0" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="margin" w:xAlign="center" w:y="${top + Math.round(size * markLift)}"/>`;
  const mark = styledParagraph(
    'IssuerMark',
    markRuns({ size, lines }),
    `${frame}<w:spacing w:line="${size}" w:lineRule="exact"/>`,
  );
  // The number's characters begin 7/8 of a size-3 character below the rule.
  const before = ruleTop + dxa(doubleRuleHeight) - portraitMargins.top + dxa(letterRule.toNumber) - textLift;
  return mark + letterNumberXml(meta, { drawings: letterRulesXml(ruleTop, parts.nextId), before });
}

/** In an exact line LibreOffice sets the base line at four fifths, Word probably a little lower; 小标宋 reaches up some 0.76 of its size. */
const markLift = -0.06;
const textLift = Math.round(0.8 * pitch - 0.85 * dxa(typeSize.three));

/** Marks flush left and the number flush right begin on the same line; reading order stays marks, number. */
function letterNumberXml(meta: Meta, place: { drawings: string; before: number }): string {
  const spacing = `<w:spacing w:before="${place.before}"/>`;
  const number = meta.documentNumber === null ? '' : run(formatDocumentNumber(meta.documentNumber));
  const marks = marksOf(meta);
  const signatories = meta.signatories.length === 0 ? '' : signatoriesXml(meta.signatories, portraitWidth);
  if (marks.length === 0) return styledParagraph('LetterNumber', place.drawings + number, spacing) + signatories;
  const anchor = styledParagraph(
    'SectionEnd',
    place.drawings,
    `<w:spacing w:before="${Math.max(0, place.before - 20)}"/>`,
  );
  const half = Math.floor(portraitWidth / 2);
  const left = { width: half, content: marks.map(markXml).join('') };
  const right = { width: portraitWidth - half, content: styledParagraph('LetterNumber', number) };
  return anchor + layoutTableXml([{ cells: [left, right] }]) + separator + signatories;
}

type Mark = { readonly style: StyleId; readonly text: string };

// 7.2.1–7.2.3: 份号, 密级和保密期限, 紧急程度, in this order.
function marksOf(meta: Meta): readonly Mark[] {
  const marks: readonly Mark[] = [
    { style: 'CopyNumber', text: meta.copyNumber },
    { style: 'Classification', text: meta.classification },
    { style: 'Classification', text: meta.urgency },
  ];
  return marks.filter((mark) => mark.text !== '');
}

function markXml(mark: Mark): string {
  return styledParagraph(mark.style, run(mark.text));
}

function issuerMarkXml(mark: string, top: number): string {
  if (mark === '') return '';
  const { size, lines } = markInTwips(mark);
  const before = Math.max(0, top + Math.round(size * markLift));
  return styledParagraph(
    'IssuerMark',
    markRuns({ size, lines }),
    `<w:spacing w:before="${before}" w:line="${size}" w:lineRule="exact"/>`,
  );
}

// 7.2.5: two lines below the mark; on papers to a higher office one character from the left, on the last signer's line.
function numberXml(meta: Meta): string {
  const number = meta.documentNumber === null ? '' : run(formatDocumentNumber(meta.documentNumber));
  const before = `<w:spacing w:before="${meta.format === 'official' ? linesToNumber * pitch : 0}"/>`;
  if (meta.signatories.length === 0) return number === '' ? '' : styledParagraph('DocumentNumber', number, before);
  const half = Math.floor(portraitWidth / 2);
  const left = styledParagraph('DocumentNumber', number, `<w:ind w:left="${ch}"/><w:jc w:val="left"/>`);
  const spacer = styledParagraph('SectionEnd', '', before);
  const cells = [
    { width: half, content: left, align: 'bottom' as const },
    { width: portraitWidth - half, content: signatoriesXml(meta.signatories, portraitWidth - half) },
  ];
  return spacer + layoutTableXml([{ cells }]);
}

/** 7.2.6: 「签发人：」 in 仿宋, names in 楷体, two a line, one character from the right, further lines under the first name. */
function signatoriesXml(names: readonly string[], width: number): string {
  const lines = Array.from({ length: Math.ceil(names.length / 2) }, (_, index) =>
    names.slice(2 * index, 2 * index + 2).join('　'),
  );
  const longest = Math.max(...lines.map(emWidth));
  const start = Math.max(0, width - (1 + 4 + longest) * ch);
  return lines
    .map((line, index) => {
      const label = index === 0 ? run('签发人：') : '';
      const indent = `<w:ind w:left="${index === 0 ? start : start + 4 * ch}"/>`;
      return styledParagraph('Signatories', label + run(line, { style: signatoryStyle.id }), indent);
    })
    .join('');
}

// 7.3.1: lines that keep words whole, in the shape of a trapezium or lozenge.
function titleXml(meta: Meta): string {
  const isTable = meta.format === 'table';
  const lines = documentTitleLines(meta, titleRoom(typeAreaWidth[meta.orientation] / 20));
  return styledParagraph(isTable ? 'TableTitle' : 'DocumentTitle', lines.map((line) => run(line)).join(lineBreak));
}

function recipientsXml(meta: Meta): string {
  return meta.recipients.length === 0 ? '' : styledParagraph('Recipients', run(`${meta.recipients.join('、')}：`));
}

function markInTwips(mark: string): SetMark {
  const { size, lines } = setMark(mark);
  return { size: dxa(size), lines };
}

function markRuns({ size, lines }: SetMark): string {
  return lines.map((line) => run(line, { size })).join(lineBreak);
}
