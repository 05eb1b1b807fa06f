/**
 * The named styles of a paper, as data. Every paragraph of the body names one of them, so that an office can restyle its papers in
 * WPS or Word; a reference document that lacks some of them is given these. Measures are twentieths of a point.
 */
import type { FontRole } from '../../document/fonts.ts';
import { characterPitch, colophon, linesToTitle, pageNumber, red, typeSize } from '../../document/gbt9704.ts';
import {
  captionType,
  colophonPitch,
  mutedColor,
  noteType,
  redRuleWidth,
  tableType,
} from '../../document/paper-look.ts';
import { characterWidth, dxa, pitch } from './geometry.ts';

export type ParagraphLook = {
  readonly id: string;
  /** As shown to the user; WPS and Word translate `heading 1` to 标题 1. */
  readonly name: string;
  readonly basedOn?: string;
  readonly font?: FontRole;
  readonly size?: number;
  readonly color?: string;
  /** Space between characters; the body's grid needs it, other sizes do not. */
  readonly spacing?: number;
  readonly align?: 'both' | 'left' | 'center' | 'right';
  readonly before?: number;
  readonly after?: number;
  /** Exact line height, so that no font and no fallback character can disturb the 22 lines; `auto` for pictures. */
  readonly line?: number | 'auto';
  readonly left?: number;
  readonly right?: number;
  /** Indent of the first line in hundredths of a character. */
  readonly firstLineChars?: number;
  /** Its lines are not the body's: the page's grid must not round them up. */
  readonly isOffGrid?: boolean;
  readonly keepNext?: boolean;
  readonly outline?: 0 | 1 | 2 | 3;
  readonly borderBottom?: { readonly eighths: number; readonly color: string };
};

const ch = characterWidth;
const title = dxa(typeSize.two);
const body = dxa(typeSize.three);

export const styles = [
  {
    id: 'Normal',
    name: 'Normal',
    font: 'body',
    size: body,
    // A quarter point less between characters, so that 28 of them fill the line.
    spacing: dxa(characterPitch) - body,
    align: 'both',
    line: pitch,
  },
  { id: 'BodyParagraph', name: '公文正文', firstLineChars: 200 },
  { id: 'PlainParagraph', name: '公文正文（顶格）' },
  { id: 'CenteredParagraph', name: '公文正文（居中）', align: 'center' },
  { id: 'RightParagraph', name: '公文正文（居右）', align: 'right' },
  // 7.3.3: 一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋.
  { id: 'Heading1', name: 'heading 1', font: 'heading', firstLineChars: 200, keepNext: true, outline: 0 },
  { id: 'Heading2', name: 'heading 2', font: 'kai', firstLineChars: 200, keepNext: true, outline: 1 },
  { id: 'Heading3', name: 'heading 3', firstLineChars: 200, keepNext: true, outline: 2 },
  { id: 'Heading4', name: 'heading 4', firstLineChars: 200, keepNext: true, outline: 3 },
  { id: 'CopyNumber', name: '份号', align: 'left' },
  { id: 'Classification', name: '密级和紧急程度', font: 'heading', align: 'left' },
  {
    id: 'IssuerMark',
    name: '发文机关标志',
    font: 'title',
    color: red,
    spacing: 0,
    align: 'center',
    isOffGrid: true,
    keepNext: true,
  },
  { id: 'DocumentNumber', name: '发文字号', align: 'center', keepNext: true },
  { id: 'LetterNumber', name: '发文字号（信函）', align: 'right', keepNext: true },
  { id: 'Signatories', name: '签发人', align: 'left', keepNext: true },
  { id: 'BulletinNumber', name: '期号', align: 'center', before: pitch, keepNext: true },
  { id: 'BulletinLine', name: '报头单位和日期', align: 'left', left: ch, right: ch, before: pitch, keepNext: true },
  // 7.2.7: 4 mm below the number; the line above leaves some 4 points below its characters.
  {
    id: 'RedRule',
    name: '红色分隔线',
    line: 126,
    borderBottom: { eighths: 8 * redRuleWidth, color: red },
    keepNext: true,
  },
  // 7.3.1: two lines below the rule.
  {
    id: 'DocumentTitle',
    name: '公文标题',
    font: 'title',
    size: title,
    spacing: 0,
    align: 'center',
    before: linesToTitle * pitch,
    after: pitch,
    keepNext: true,
  },
  {
    id: 'TableTitle',
    name: '表格标题',
    font: 'title',
    size: title,
    spacing: 0,
    align: 'center',
    after: 200,
    keepNext: true,
  },
  // 7.3.2: flush left, one line below the title (which leaves that line).
  { id: 'Recipients', name: '主送机关', align: 'both' },
  { id: 'AttachmentNote', name: '附件说明', align: 'left' },
  { id: 'Issuer', name: '发文机关署名', align: 'left', keepNext: true },
  { id: 'IssueDate', name: '成文日期', align: 'left' },
  { id: 'PaperNote', name: '附注', firstLineChars: 200, align: 'left' },
  {
    id: 'Colophon',
    name: '版记',
    size: dxa(colophon.size),
    spacing: 0,
    align: 'left',
    line: dxa(colophonPitch),
    left: dxa(colophon.size),
    right: dxa(colophon.size),
  },
  { id: 'AnnexLabel', name: '附件标识', font: 'heading', align: 'left', keepNext: true },
  // 7.3.7: the title on the third line.
  {
    id: 'AnnexTitle',
    name: '附件标题',
    font: 'title',
    size: title,
    spacing: 0,
    align: 'center',
    before: pitch,
    after: pitch,
    keepNext: true,
  },
  {
    id: 'TableCaption',
    name: '表题',
    font: 'heading',
    size: dxa(captionType.size),
    spacing: 0,
    align: 'center',
    line: dxa(captionType.pitch),
    before: dxa(captionType.before),
    keepNext: true,
  },
  {
    id: 'TableText',
    name: '表格正文',
    size: dxa(tableType.portrait.size),
    spacing: 0,
    align: 'left',
    line: dxa(tableType.portrait.pitch),
  },
  { id: 'TableHead', name: '表头', basedOn: 'TableText', font: 'heading', align: 'center', keepNext: true },
  {
    id: 'LedgerText',
    name: '横排表格正文',
    basedOn: 'TableText',
    size: dxa(tableType.landscape.size),
    line: dxa(tableType.landscape.pitch),
  },
  { id: 'LedgerHead', name: '横排表头', basedOn: 'LedgerText', font: 'heading', align: 'center', keepNext: true },
  { id: 'NoteParagraph', name: '表注', size: dxa(noteType.size), spacing: 0, align: 'left', line: dxa(noteType.pitch) },
  { id: 'FigureBlock', name: '图', align: 'center', line: 'auto', before: dxa(captionType.before), keepNext: true },
  {
    id: 'FigureCaption',
    name: '图题',
    font: 'heading',
    size: dxa(captionType.size),
    spacing: 0,
    align: 'center',
    line: dxa(captionType.pitch),
  },
  {
    id: 'PageNumber',
    name: '页码',
    font: 'number',
    size: dxa(pageNumber.size),
    spacing: 0,
    align: 'left',
    line: dxa(pageNumber.size),
  },
  { id: 'SectionEnd', name: '分节', size: 20, spacing: 0, line: 20 },
] as const satisfies readonly ParagraphLook[];

export type StyleId = (typeof styles)[number]['id'];

export const tableStyle = { id: 'PaperTable', name: '公文表格' } as const;
export const layoutTableStyle = { id: 'LayoutTable', name: '公文版式表' } as const;
export const strongStyle = { id: 'StrongText', name: '公文强调', font: 'heading' } as const;
export const mutedStyle = { id: 'MutedText', name: '公文次要', color: mutedColor } as const;
export const signatoryStyle = { id: 'SignatoryName', name: '签发人姓名', font: 'kai' } as const;

export function lookOf(id: StyleId): ParagraphLook {
  // Every StyleId is the id of an entry, by its type.
  return looks.get(id) as ParagraphLook;
}

const looks = new Map<string, ParagraphLook>(styles.map((each) => [each.id, each]));
