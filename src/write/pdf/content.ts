/** A laid-out page as a content stream (ISO 32000-1, 8 and 9), straight from its items: drawings first, so that text lies on top of them. */
import type { FontRole } from '../../document/fonts.ts';
import type { FillItem, Page, RuleItem, ShapeItem, TextItem } from './page.ts';

/** What the document knows of faces. */
export type ContentSetting = {
  /** Name and size operator's operand of a face: `/F1`. */
  readonly faceName: (role: FontRole) => string;
  /** The four hex digits by which a face's subset knows each code point. */
  readonly codes: (role: FontRole) => ReadonlyMap<number, string>;
};

export function pageContent(page: Page, setting: ContentSetting): string {
  const { height } = page.size;
  const state: GraphicsState = { color: '', face: null, size: 0, spacing: 0 };
  // One array for all operators of the page; a table page has thousands.
  const operators: string[] = [];
  for (const kind of layers) pushDrawings(operators, page, { kind, state });
  for (const item of page.items) {
    if (item.kind === 'text') pushText(operators, { item, height, state, setting });
  }
  return operators.join('\n');
}

/** What the page's graphics state holds after the operators so far; a face and a space between characters outlive ET. */
type GraphicsState = { color: string; face: FontRole | null; size: number; spacing: number };

type Drawing = FillItem | ShapeItem | RuleItem;
const layers = ['fill', 'shape', 'rule'] as const;
type Layer = { readonly kind: Drawing['kind']; readonly state: GraphicsState };

/** Boxes of one colour that follow each other are one path, and so are rules of one width. */
function pushDrawings(operators: string[], { size, items }: Page, { kind, state }: Layer): void {
  const paint = kind === 'rule' ? 'S' : 'f';
  let [width, isOpen] = [0, false];
  for (const item of items) {
    if (item.kind !== kind) continue;
    const isWider = item.kind === 'rule' && item.width !== width;
    if (isOpen && (isWider || item.color !== state.color)) operators.push(paint);
    if (item.color !== state.color) operators.push(`${rgb(item.color)} rg\n${rgb(item.color)} RG`);
    if (isWider) operators.push(`${number((width = item.width))} w`);
    state.color = item.color;
    operators.push(pathOf(item, size.height));
    // Where outlines overlap, one path of both might have a hole.
    isOpen = item.kind !== 'shape';
  }
  if (isOpen) operators.push(paint);
}

function pathOf(item: Drawing, height: number): string {
  switch (item.kind) {
    case 'fill':
      return `${number(item.x)} ${number(height - item.y - item.height)} ${number(item.width)} ${number(item.height)} re`;
    case 'rule':
      return `${number(item.x1)} ${number(height - item.y1)} m ${number(item.x2)} ${number(height - item.y2)} l`;
    case 'shape':
      return `${pathOperators(item.path, height)}\nf`;
  }
}

type TextPlace = {
  readonly item: TextItem;
  readonly height: number;
  readonly state: GraphicsState;
  readonly setting: ContentSetting;
};

/** One BT … ET an item, on a line of its own: the reader of the finished file tells pieces apart by them. */
function pushText(operators: string[], { item, height, state, setting }: TextPlace): void {
  const { x, baseline, size, face, value, spacing, color } = item;
  if (color !== state.color) operators.push(`${rgb(color)} rg`);
  if (face !== state.face || size !== state.size) operators.push(`${setting.faceName(face)} ${number(size)} Tf`);
  if (spacing !== state.spacing) operators.push(`${spacing} Tc`);
  state.color = color;
  state.face = face;
  state.size = size;
  state.spacing = spacing;
  operators.push(`BT ${number(x)} ${number(height - baseline)} Td <${encoded(value, setting.codes(face))}> Tj ET`);
}

function encoded(text: string, codes: ReadonlyMap<number, string>): string {
  let hex = '';
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at) as number;
    const code = codes.get(codePoint);
    if (code === undefined) throw new Error(`the character ${String.fromCodePoint(codePoint)} is in no subset`);
    hex += code;
    if (codePoint > 0xffff) at++;
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
  const part = (at: number): number => Math.round((Number.parseInt(color.slice(at, at + 2), 16) / 255) * 1000) / 1000;
  return `${part(0)} ${part(2)} ${part(4)}`;
}

/** Hundredths of a point are less than a printer's dot. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
