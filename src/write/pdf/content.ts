/** A laid-out page as a content stream (ISO 32000-1, 8 and 9), straight from its items: drawings first, so that text lies on top of them. */
import type { FontRole } from '../../document/fonts.ts';
import type { FillItem, Page, PageItem, RuleItem, ShapeItem, TextItem } from './page.ts';

/** What the document knows of faces. */
export type ContentSetting = {
  /** Name and size operator's operand of a face: `/F1`. */
  readonly faceName: (role: FontRole) => string;
  /** The four hex digits by which a face's subset knows each character. */
  readonly codes: (role: FontRole) => ReadonlyMap<string, string>;
};

export function pageContent(page: Page, setting: ContentSetting): string {
  const { height } = page.size;
  // One array for all operators of the page; a table page has thousands.
  const operators: string[] = [];
  const drawn = drawings(page.items);
  let color = '';
  for (const item of drawn) {
    if (item.color !== color) operators.push(`${rgb(item.color)} rg\n${rgb(item.color)} RG`);
    color = item.color;
    operators.push(drawingOperators(item, height));
  }
  const state: TextState = { color, spacing: 0 };
  for (const item of page.items) {
    if (item.kind === 'text') pushText(operators, { item, height, state, setting });
  }
  return operators.join('\n');
}

type Drawing = FillItem | ShapeItem | RuleItem;

const layers = ['fill', 'shape', 'rule'] as const;

function drawings(items: readonly PageItem[]): readonly Drawing[] {
  return layers.flatMap((kind) => items.filter((item): item is Drawing => item.kind === kind));
}

function drawingOperators(item: Drawing, height: number): string {
  switch (item.kind) {
    case 'fill':
      return `${number(item.x)} ${number(height - item.y - item.height)} ${number(item.width)} ${number(item.height)} re f`;
    case 'rule':
      return `${number(item.width)} w ${number(item.x1)} ${number(height - item.y1)} m ${number(item.x2)} ${number(height - item.y2)} l S`;
    case 'shape':
      return `${pathOperators(item.path, height)}\nf`;
  }
}

/** What the page's graphics state holds after the items so far. */
type TextState = { color: string; spacing: number };

type TextPlace = {
  readonly item: TextItem;
  readonly height: number;
  readonly state: TextState;
  readonly setting: ContentSetting;
};

/** One BT … ET an item: the reader of the finished file tells pieces apart by them. */
function pushText(operators: string[], { item, height, state, setting }: TextPlace): void {
  if (item.color !== state.color) operators.push(`${rgb(item.color)} rg`);
  state.color = item.color;
  operators.push('BT', `1 0 0 1 ${number(item.x)} ${number(height - item.baseline)} Tm`);
  operators.push(`${setting.faceName(item.face)} ${number(item.size)} Tf`);
  // The space between characters outlives ET.
  if (item.spacing !== state.spacing) operators.push(`${item.spacing} Tc`);
  state.spacing = item.spacing;
  operators.push(`<${encoded(item.value, setting.codes(item.face))}> Tj`, 'ET');
}

function encoded(text: string, codes: ReadonlyMap<string, string>): string {
  let hex = '';
  for (const character of text) {
    const code = codes.get(character);
    if (code === undefined) throw new Error(`the character ${character} is in no subset`);
    hex += code;
  }
  return hex;
}

/** Page coordinates run down, those of PDF up. Outlines of TrueType faces have quadratic curves, which PDF lacks. */
function pathOperators(path: string, height: number): string {
  let [x, y] = [0, 0];
  const operators: string[] = [];
  for (const [, command = '', operands = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const given = (operands.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map((each, index) =>
      index % 2 === 0 ? Number(each) : height - Number(each),
    );
    const points = command === 'Q' ? cubic([x, y], given) : given;
    [x, y] = [points.at(-2) ?? x, points.at(-1) ?? y];
    operators.push([...points.map(number), pathOperator[command as 'M']].join(' '));
  }
  return operators.join('\n');
}

const pathOperator = { M: 'm', L: 'l', Q: 'c', C: 'c', Z: 'h' } as const;

function cubic([x, y]: readonly [number, number], [cx = 0, cy = 0, ex = 0, ey = 0]: readonly number[]): number[] {
  const towards = (from: number, to: number): number => from + ((to - from) * 2) / 3;
  return [towards(x, cx), towards(y, cy), towards(ex, cx), towards(ey, cy), ex, ey];
}

function rgb(color: string): string {
  const part = (at: number): string => number(Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return `${part(0)} ${part(2)} ${part(4)}`;
}

/** Thousandths are enough for any place on a page. */
function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
