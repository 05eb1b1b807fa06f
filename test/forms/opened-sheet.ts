/** A written workbook as a test sees it: cells with their looks, and what somebody typed into it. */
import { readZip } from '../../src/ooxml/zip.ts';
import { readXml } from '../../src/ooxml/xml-reader.ts';
import { withParts } from '../table/make-xlsx.ts';

export type OpenedCell = {
  readonly type: string;
  readonly text: string;
  readonly isLocked: boolean;
  readonly fill: string | null;
  readonly format: string;
};

export type OpenedSheet = {
  readonly cell: (reference: string) => OpenedCell | undefined;
  /** Points, by row from 1. */
  readonly heights: ReadonlyMap<number, number>;
  readonly widths: readonly number[];
  readonly sheetXml: string;
  readonly workbookXml: string;
};

const sheetPart = 'xl/worksheets/sheet1.xml';

export function opened(bytes: Uint8Array): OpenedSheet {
  const parts = readZip(bytes).value;
  const textOf = (name: string): string => Buffer.from(parts.get(name) ?? []).toString('utf8');
  const looks = looksOf(textOf('xl/styles.xml'));
  const cells = new Map<string, OpenedCell>();
  const heights = new Map<number, number>();
  const widths: number[] = [];
  let current = '';
  readXml(textOf(sheetPart), {
    open: (name, attributes) => {
      if (name === 'col') widths.push(Number(attributes['width']));
      if (name === 'row') heights.set(Number(attributes['r']), Number(attributes['ht']));
      if (name !== 'c') return;
      current = attributes['r'] ?? '';
      const look = looks[Number(attributes['s'])];
      if (look === undefined) throw new Error(`no style for ${current}`);
      cells.set(current, { ...look, type: attributes['t'] ?? 'n', text: '' });
    },
    text: (text) => {
      const cell = cells.get(current);
      if (cell !== undefined) cells.set(current, { ...cell, text: cell.text + text });
    },
    close: (name) => {
      if (name === 'c') current = '';
    },
  });
  const cell = (reference: string): OpenedCell | undefined => cells.get(reference);
  return { cell, heights, widths, sheetXml: textOf(sheetPart), workbookXml: textOf('xl/workbook.xml') };
}

type Style = Pick<OpenedCell, 'isLocked' | 'fill' | 'format'>;

const builtIn: Readonly<Record<string, string>> = { '0': 'General', '1': '0', '9': '0%', '49': '@' };

function looksOf(xml: string): readonly Style[] {
  const fills = [...xml.matchAll(/<fill>.*?<\/fill>/gu)].map(([fill]) => /fgColor rgb="FF(\w+)"/u.exec(fill)?.[1]);
  const codes = new Map([...xml.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/gu)].map(([, id, code]) => [id, code]));
  const styles = /<cellXfs.*<\/cellXfs>/u.exec(xml)?.[0] ?? '';
  return [...styles.matchAll(/<xf[^>]*\/>|<xf.*?<\/xf>/gu)].map(([style]) => {
    const id = /numFmtId="(\d+)"/u.exec(style)?.[1] ?? '0';
    const fill = fills[Number(/fillId="(\d+)"/u.exec(style)?.[1] ?? 0)] ?? null;
    return { fill, isLocked: !style.includes('locked="0"'), format: codes.get(id) ?? builtIn[id] ?? id };
  });
}

/** The workbook with values typed into cells that were blank; their looks stay. */
export function typed(bytes: Uint8Array, values: Readonly<Record<string, string | number>>): Uint8Array {
  const type = (xml: string, [reference, value]: [string, string | number]): string => {
    const blank = new RegExp(`<c r="${reference}" s="(\\d+)"/>`, 'u');
    if (!blank.test(xml)) throw new Error(`${reference} is not blank`);
    return xml.replace(blank, (_, style: string) =>
      typeof value === 'number'
        ? `<c r="${reference}" s="${style}"><v>${value}</v></c>`
        : `<c r="${reference}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`,
    );
  };
  return withParts(bytes, { [sheetPart]: (old) => Object.entries(values).reduce(type, old) });
}
