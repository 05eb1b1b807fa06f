/** Styles as WordprocessingML: one function a kind of style, attributes in the order of the schema. */
import type { FontRole } from '../../document/fonts.ts';
import { typeSize } from '../../document/gbt9704.ts';
import { black, cellPadding } from '../../document/paper-look.ts';
import { dxa } from './geometry.ts';
import { layoutTableStyle, lookOf, mutedStyle, signatoryStyle, strongStyle, styles, tableStyle } from './styles.ts';
import type { ParagraphLook } from './styles.ts';
import { escapeXml } from '../../ooxml/xml.ts';

type CharacterLook = { readonly id: string; readonly name: string; readonly font?: FontRole; readonly color?: string };

export type FontNames = { readonly roles: Readonly<Record<FontRole, string>>; readonly latin: string };

/** Every style of a paper, by id. */
export function styleXmls(fonts: FontNames): ReadonlyMap<string, string> {
  return new Map([
    ...styles.map((look) => [look.id, paragraphStyleXml(look, look, fonts)] as const),
    ...[strongStyle, signatoryStyle, mutedStyle].map((style) => [style.id, characterStyleXml(style, fonts)] as const),
    ...tableStyleXmls(),
  ]);
}

/** A paragraph style among those of an office, whose Normal is of another size and line: it says all that it takes from ours. */
export function wholeStyleXml(look: ParagraphLook, fonts: FontNames): string {
  const own = { ...styles.find(({ id }) => id === look.basedOn), ...look };
  return paragraphStyleXml(own, { ...lookOf('Normal'), ...own }, fonts);
}

/** All four font slots by name, and Chinese as the East Asian language: nothing is left to a theme. */
export function docDefaultsXml(fonts: FontNames): string {
  const properties = `${fontXml('body', fonts)}<w:sz w:val="${2 * typeSize.three}"/><w:szCs w:val="${2 * typeSize.three}"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/>`;
  return `<w:docDefaults><w:rPrDefault><w:rPr>${properties}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
}

/** `said`: the look that is written out; what it lacks beside `look` comes from the style it is based on. */
function paragraphStyleXml(look: ParagraphLook, said: ParagraphLook, fonts: FontNames): string {
  const isNormal = look.id === 'Normal';
  // Names that Word knows (heading 1) must not be marked as custom.
  const origin = isNormal ? ' w:default="1"' : look.name.startsWith('heading') ? '' : ' w:customStyle="1"';
  const basedOn = isNormal ? '' : `<w:basedOn w:val="${look.basedOn ?? 'Normal'}"/>`;
  return (
    `<w:style w:type="paragraph"${origin} w:styleId="${look.id}"><w:name w:val="${look.name}"/>${basedOn}<w:qFormat/>` +
    `<w:pPr>${paragraphPropertiesXml(said, { isRoot: isNormal || said !== look, isOffGrid: !isNormal && isOffGrid(look) })}</w:pPr>` +
    `<w:rPr>${runPropertiesXml(said, fonts)}</w:rPr></w:style>`
  );
}

type Standing = { readonly isRoot: boolean; readonly isOffGrid: boolean };

function paragraphPropertiesXml(look: ParagraphLook, { isRoot, isOffGrid: isFree }: Standing): string {
  const border = look.borderBottom;
  return [
    look.keepNext === true ? '<w:keepNext/>' : '',
    // Off as in Chinese Word: a page of body has 22 lines, also when the next page begins with a single one.
    isRoot ? '<w:widowControl w:val="0"/>' : '',
    border === undefined
      ? ''
      : `<w:pBdr><w:bottom w:val="single" w:sz="${border.eighths}" w:space="0" w:color="${border.color}"/></w:pBdr>`,
    // No punctuation beyond the block's edge: 28 characters a line.
    isRoot ? '<w:overflowPunct w:val="0"/>' : '',
    // Only lines of the body's own size and height keep to the page's grid; it would round others up, by the face's height.
    isFree ? '<w:snapToGrid w:val="0"/>' : '',
    spacingXml(look),
    indentXml(look),
    look.align === undefined ? '' : `<w:jc w:val="${look.align}"/>`,
    look.outline === undefined ? '' : `<w:outlineLvl w:val="${look.outline}"/>`,
  ].join('');
}

function isOffGrid(look: ParagraphLook): boolean {
  return look.size !== undefined || look.line !== undefined || look.isOffGrid === true;
}

function spacingXml(look: ParagraphLook): string {
  const parts = [
    look.before === undefined ? '' : ` w:before="${look.before}"`,
    look.after === undefined ? '' : ` w:after="${look.after}"`,
    look.line === undefined
      ? ''
      : look.line === 'auto'
        ? ' w:line="240" w:lineRule="auto"'
        : ` w:line="${look.line}" w:lineRule="exact"`,
  ].join('');
  return parts === '' ? '' : `<w:spacing${parts}/>`;
}

/** Both ways of saying it: Word counts characters, some viewers read twentieths of a point only. */
function indentXml(look: ParagraphLook): string {
  const parts = [
    look.left === undefined ? '' : ` w:left="${look.left}"`,
    look.right === undefined ? '' : ` w:right="${look.right}"`,
    look.firstLineChars === undefined
      ? ''
      : ` w:firstLineChars="${look.firstLineChars}" w:firstLine="${(look.firstLineChars * 315) / 100}"`,
  ].join('');
  return parts === '' ? '' : `<w:ind${parts}/>`;
}

function runPropertiesXml(look: Pick<ParagraphLook, 'font' | 'color' | 'spacing' | 'size'>, fonts: FontNames): string {
  return [
    look.font === undefined ? '' : fontXml(look.font, fonts),
    look.color === undefined ? '' : `<w:color w:val="${look.color}"/>`,
    look.spacing === undefined ? '' : `<w:spacing w:val="${look.spacing}"/>`,
    look.size === undefined ? '' : `<w:sz w:val="${look.size / 10}"/><w:szCs w:val="${look.size / 10}"/>`,
  ].join('');
}

/**
 * Body text has its Latin letters and digits in the Latin font. The page number is 宋体 (7.5), mark and title are 小标宋 (7.2.4, 7.3.1),
 * headings 黑体 (7.3.3) with all their characters: digits of a thinner face would fall out of such a line.
 */
function fontXml(role: FontRole, fonts: FontNames): string {
  const eastAsia = escapeXml(fonts.roles[role]);
  const latin = isOfOneFace(role) ? eastAsia : escapeXml(fonts.latin);
  return `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${eastAsia}" w:cs="${latin}"/>`;
}

function isOfOneFace(role: FontRole): boolean {
  return role === 'number' || role === 'title' || role === 'heading';
}

function characterStyleXml(style: CharacterLook, fonts: FontNames): string {
  return `<w:style w:type="character" w:customStyle="1" w:styleId="${style.id}"><w:name w:val="${style.name}"/><w:qFormat/><w:rPr>${runPropertiesXml(style, fonts)}</w:rPr></w:style>`;
}

function tableStyleXmls(): readonly (readonly [string, string])[] {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = edges.map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="${black}"/>`).join('');
  const style = (id: string, name: string, properties: string): readonly [string, string] => [
    id,
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:tblPr>${properties}</w:tblPr></w:style>`,
  ];
  const margins = (x: number, y: number): string =>
    `<w:tblCellMar><w:top w:w="${y}" w:type="dxa"/><w:left w:w="${x}" w:type="dxa"/><w:bottom w:w="${y}" w:type="dxa"/><w:right w:w="${x}" w:type="dxa"/></w:tblCellMar>`;
  return [
    style(
      tableStyle.id,
      tableStyle.name,
      `<w:tblBorders>${borders}</w:tblBorders>${margins(dxa(cellPadding.x), dxa(cellPadding.y))}`,
    ),
    style(layoutTableStyle.id, layoutTableStyle.name, margins(0, 0)),
  ];
}
