/** The styles part: fonts, fills, borders and formats, each once, and the cell styles that combine them (ECMA-376 part 1, 18.8). */
import { escapeXml } from '../../ooxml/xml.ts';
import { standardFont, type CellLook } from './new-sheet.ts';

export type Styles = {
  /** Index of the cell style with the look; the same look gives the same one. */
  readonly styleOf: (look: CellLook) => number;
  readonly xml: () => string;
};

export function createStyles(): Styles {
  const fonts = createList(fontXml(standardFont));
  // The first two fills are fixed by the standard's readers.
  const fills = createList('<fill><patternFill/></fill>', '<fill><patternFill patternType="gray125"/></fill>');
  const borders = createList('<border/>');
  const formats = createList();
  const styles = createList('<xf/>');
  const styleOf = (look: CellLook): number => {
    const own = builtIn[look.format];
    const format = own ?? firstOwnFormat + formats.indexOf(escapeXml(look.format));
    const font = fonts.indexOf(fontXml(look));
    const fill = look.fill === null ? 0 : fills.indexOf(fillXml(look.fill));
    const border = look.isBordered ? borders.indexOf(thinBorder) : 0;
    const ids = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`;
    const applied = ['NumberFormat', 'Font', 'Fill', 'Border', 'Alignment', 'Protection'].map(
      (each) => `apply${each}="1"`,
    );
    return styles.indexOf(`<xf ${ids} ${applied.join(' ')}>${alignmentXml(look)}</xf>`);
  };
  const xml = (): string => {
    const codes = formats.items.map((code, at) => `<numFmt numFmtId="${firstOwnFormat + at}" formatCode="${code}"/>`);
    const lists = [
      ...(codes.length === 0 ? [] : [listXml('numFmts', codes)]),
      listXml('fonts', fonts.items),
      listXml('fills', fills.items),
      listXml('borders', borders.items),
      listXml('cellStyleXfs', ['<xf/>']),
      listXml('cellXfs', styles.items),
      listXml('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    ];
    return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${lists.join('')}</styleSheet>`;
  };
  return { styleOf, xml };
}

/** Formats that every program knows by number (18.8.30); others get numbers from 164 on. */
const builtIn: Readonly<Partial<Record<CellLook['format'], number>>> = { General: 0, '0': 1, '0%': 9, '@': 49 };
const firstOwnFormat = 164;

const side = (name: string): string => `<${name} style="thin"><color rgb="FF999999"/></${name}>`;
const thinBorder = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;

function fontXml({ face, size }: Pick<CellLook, 'face' | 'size'>): string {
  return `<font><sz val="${size}"/><name val="${escapeXml(face)}"/><charset val="134"/></font>`;
}

function fillXml(fill: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function alignmentXml({ horizontal, vertical, isLocked }: CellLook): string {
  const across = horizontal === 'general' ? '' : ` horizontal="${horizontal}"`;
  return `<alignment${across} vertical="${vertical}" wrapText="1"/><protection locked="${Number(isLocked)}"/>`;
}

function listXml(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

/** Items by their index, each once. */
function createList(...first: readonly string[]): {
  readonly items: readonly string[];
  readonly indexOf: (item: string) => number;
} {
  const items = [...first];
  const indexOf = (item: string): number => {
    const known = items.indexOf(item);
    return known === -1 ? items.push(item) - 1 : known;
  };
  return { items, indexOf };
}
