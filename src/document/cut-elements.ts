/** The text of a template between its tags of Handlebars, cut into the marks of its elements; for cut-template.ts. */
import { voidElements } from './html.ts';
import { NotPlain, type CutStep } from './cut-steps.ts';

/** In the value of an attribute stand texts, and what writes the words of data. */
export type CutTag = {
  readonly name: string;
  readonly attributes: { readonly name: string; readonly value: CutStep[] }[];
};

/** `tag`: in an attribute of which the text begins. Answers with the tag in an attribute of which it ends. Throws on what is not plain. */
export function cutElements(text: string, tag: CutTag | null, steps: CutStep[]): CutTag | null {
  const cutting: Cutting = { text, at: 0, tag, steps };
  if (tag !== null) cutValue(cutting, tag);
  while (cutting.at < text.length) {
    const words = find(cutting, /[^<]*/y)?.[0] ?? '';
    if (words !== '') steps.push({ type: 'text', value: unescaped(words) });
    else cutTag(cutting);
  }
  return cutting.tag;
}

type Cutting = { readonly text: string; at: number; tag: CutTag | null; readonly steps: CutStep[] };

/** What stands at the place reached, which is then passed. */
function find(cutting: Cutting, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cutting.at;
  const found = pattern.exec(cutting.text);
  if (found !== null) cutting.at = pattern.lastIndex;
  return found;
}

function cutTag(cutting: Cutting): void {
  const closed = find(cutting, /<\/([a-z][a-z0-9-]*)>/y)?.[1];
  if (closed !== undefined) return void cutting.steps.push({ type: 'close', name: closed });
  const name = find(cutting, /<([a-z][a-z0-9-]*)/y)?.[1];
  if (name === undefined) throw new NotPlain();
  return cutAttributes(cutting, { name, attributes: [] });
}

function cutAttributes(cutting: Cutting, tag: CutTag): void {
  const name = find(cutting, / ([a-z-]+)="/y)?.[1];
  if (name === undefined) {
    const solidus = find(cutting, / ?(\/?)>/y)?.[1];
    if (solidus === undefined || (solidus === '/' && !voidElements.has(tag.name))) throw new NotPlain();
    cutting.tag = null;
    return void cutting.steps.push({ type: 'open', ...tag });
  }
  if (tag.attributes.some((each) => each.name === name)) throw new NotPlain();
  tag.attributes.push({ name, value: [] });
  return cutValue(cutting, tag);
}

/** Where the text ends before the quotes do, data comes next. */
function cutValue(cutting: Cutting, tag: CutTag): void {
  const value = find(cutting, /[^"<>&]*/y)?.[0] ?? '';
  if (value !== '') tag.attributes.at(-1)?.value.push({ type: 'text', value });
  cutting.tag = tag;
  if (cutting.at === cutting.text.length) return undefined;
  if (find(cutting, /"/y) === null) throw new NotPlain();
  return cutAttributes(cutting, tag);
}

/** The references that a template may need. */
const references: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

function unescaped(text: string): string {
  return text.replaceAll(/&[^;&]*;?/g, (written) => {
    const character = references[written];
    if (character === undefined) throw new NotPlain();
    return character;
  });
}
