/** Numbers that an OpenDocument text prints before its paragraphs and does not write: those of its list styles, counted on. */
import { formatNumeral } from '../trade/numerals.ts';

type Attributes = Readonly<Record<string, string>>;
type Level = { readonly format: string; readonly before: string; readonly after: string; readonly start: number };
type List = { readonly style: string; readonly counts: number[] };

export class OdtLists {
  private readonly styles = new Map<string, Map<number, Level>>();
  /** Where the counting of a style stands, for lists that go on. */
  private readonly kept = new Map<string, number[]>();
  private readonly stack: List[] = [];
  private style = '';
  /** The open item has not shown its number yet. */
  private isDue = false;

  openStyle(name: string, attributes: Attributes): void {
    if (name === 'list-style' || name === 'outline-style') this.style = attributes['style:name'] ?? '';
    if (name !== 'list-level-style-number' && name !== 'outline-level-style') return;
    const levels = this.styles.get(this.style) ?? new Map<number, Level>();
    this.styles.set(this.style, levels);
    levels.set(Number(attributes['text:level']), {
      format: attributes['style:num-format'] ?? '',
      before: attributes['style:num-prefix'] ?? '',
      after: attributes['style:num-suffix'] ?? '',
      start: Number(attributes['text:start-value'] ?? '1') || 1,
    });
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'list') this.openList(attributes);
    if (name !== 'list-item') return;
    const list = this.stack.at(-1);
    if (list === undefined) return;
    const depth = this.stack.length;
    const start = Number(attributes['text:start-value']) || this.levelOf(list.style, depth)?.start || 1;
    list.counts[depth - 1] = list.counts[depth - 1] === undefined ? start : (list.counts[depth - 1] ?? 0) + 1;
    list.counts.length = depth;
    this.isDue = true;
  }

  /** An inner list counts below the item it stands in; one that goes on counts from where the last of its style stood. */
  private openList(attributes: Attributes): void {
    const outer = this.stack.at(-1);
    const style = attributes['text:style-name'] ?? outer?.style ?? '';
    const goesOn = attributes['text:continue-numbering'] === 'true' || attributes['text:continue-list'] !== undefined;
    const counts = outer?.counts ?? (goesOn ? [...(this.kept.get(style) ?? [])] : []);
    this.stack.push({ style, counts });
    this.isDue = false;
  }

  close(name: string): void {
    if (name === 'list-item') this.isDue = false;
    if (name !== 'list') return;
    const list = this.stack.pop();
    if (list !== undefined && this.stack.length === 0) this.kept.set(list.style, list.counts);
  }

  /** The number of the paragraph that begins, or nothing. */
  next(): string {
    const list = this.stack.at(-1);
    if (list === undefined || !this.isDue) return '';
    this.isDue = false;
    const level = this.levelOf(list.style, this.stack.length);
    if (level === undefined || level.format === '') return '';
    return level.before + formatted(list.counts[this.stack.length - 1] ?? 1, level.format) + level.after;
  }

  private levelOf(style: string, depth: number): Level | undefined {
    return this.styles.get(style)?.get(depth);
  }
}

function formatted(value: number, format: string): string {
  if (/[一壹甲]/u.test(format) && value > 0 && value < 10_000) return formatNumeral(value);
  if (format.includes('①') && value <= 20) return String.fromCodePoint(0x245f + value);
  return String(value);
}
