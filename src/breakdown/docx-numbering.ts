/** Numbers that Word prints but does not write: lists of word/numbering.xml, counted as Word counts them. */
import { formatNumeral } from '../trade/numerals.ts';
import { readXml } from '../ooxml/xml-reader.ts';

type Level = { start: number; format: string; text: string };
type List = { readonly abstract: string; readonly starts: Map<number, number> };

export type Numbering = {
  /** The number a paragraph shows (`一、`, `1.`), or nothing; counts it. */
  readonly next: (paragraph: { readonly style: string; readonly list: string; readonly level: string }) => string;
};

/** The lists of a package, by its numbering and styles parts; either may be empty. */
export function readNumbering(numberingXml: string, stylesXml: string): Numbering {
  const { abstracts, lists } = readLists(numberingXml);
  const styles = readStyles(stylesXml);
  const counters = new Map<string, number[]>();
  return {
    next: ({ style, list, level }) => {
      const own = list === '' ? styleList(styles, style) : { list, level };
      const definition = lists.get(own.list);
      if (own.list === '0' || definition === undefined) return '';
      const levels = abstracts.get(definition.abstract) ?? [];
      const depth = Number(own.level) || 0;
      const key = definition.starts.size > 0 ? own.list : definition.abstract;
      const counts = counters.get(key) ?? [];
      counters.set(key, counts);
      const startOf = (at: number): number => definition.starts.get(at) ?? levels[at]?.start ?? 1;
      for (let at = 0; at < depth; at += 1) counts[at] ??= startOf(at);
      counts[depth] = counts[depth] === undefined ? startOf(depth) : counts[depth] + 1;
      counts.length = depth + 1;
      return printed(levels, depth, counts);
    },
  };
}

function printed(levels: readonly Level[], depth: number, counts: readonly number[]): string {
  const level = levels[depth];
  if (level === undefined || level.format === 'bullet' || level.format === 'none') return '';
  return level.text.replaceAll(/%([1-9])/gu, (_, number: string) => {
    const at = Number(number) - 1;
    return formatted(counts[at] ?? 1, levels[at]?.format ?? 'decimal');
  });
}

function formatted(value: number, format: string): string {
  if (/chinese|japaneseCounting|ideographTraditional|taiwanese/u.test(format) && value > 0 && value < 10_000)
    return formatNumeral(value);
  if (format === 'ideographDigital')
    return String(value).replaceAll(/\d/gu, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));
  if (format.startsWith('decimalEnclosedCircle') && value <= 20) return String.fromCharCode(0x245f + value);
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  return String(value);
}

function readLists(xml: string): { abstracts: Map<string, Level[]>; lists: Map<string, List> } {
  const abstracts = new Map<string, Level[]>();
  const lists = new Map<string, List>();
  let levels: Level[] = [];
  let level: Level | null = null;
  let list: List | null = null;
  let overridden = 0;
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const value = attributes['w:val'] ?? '';
    if (name === 'abstractNum') abstracts.set(attributes['w:abstractNumId'] ?? '', (levels = []));
    else if (name === 'lvl' && list === null)
      levels[Number(attributes['w:ilvl'])] = level = { start: 1, format: 'decimal', text: '' };
    else if (name === 'start' && level !== null) level.start = Number(value);
    else if (name === 'numFmt' && level !== null) level.format = value;
    else if (name === 'lvlText' && level !== null) level.text = value;
    else if (name === 'num') list = { abstract: '', starts: new Map() };
    else if (name === 'lvlOverride') overridden = Number(attributes['w:ilvl']);
    else if (name === 'startOverride') list?.starts.set(overridden, Number(value));
    else if (name === 'abstractNumId' && list !== null) list = { ...list, abstract: value };
    if (name === 'num') lastNum = attributes['w:numId'] ?? '';
  };
  let lastNum = '';
  const close = (name: string): void => {
    if (name === 'lvl') level = null;
    if (name !== 'num' || list === null) return;
    lists.set(lastNum, list);
    list = null;
  };
  if (xml !== '') readXml(xml, { open, text: () => undefined, close });
  return { abstracts, lists };
}

type Style = { list: string; level: string; basedOn: string };

function readStyles(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const value = attributes['w:val'] ?? '';
    if (name === 'style') styles.set(attributes['w:styleId'] ?? '', (style = { list: '', level: '', basedOn: '' }));
    else if (style === null) return;
    else if (name === 'numId') style.list = value;
    else if (name === 'ilvl') style.level = value;
    else if (name === 'basedOn') style.basedOn = value;
  };
  if (xml !== '') readXml(xml, { open, text: () => undefined, close: () => undefined });
  return styles;
}

/** The list of a paragraph's style, or of the styles it is based on. */
function styleList(styles: ReadonlyMap<string, Style>, id: string): { list: string; level: string } {
  let at = styles.get(id);
  for (let step = 0; at !== undefined && step < 10; step += 1) {
    if (at.list !== '') return { list: at.list, level: at.level };
    at = styles.get(at.basedOn);
  }
  return { list: '', level: '' };
}
