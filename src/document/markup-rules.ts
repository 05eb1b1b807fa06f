/** The HTML subset that templates may produce: elements, where they may stand, their classes and attributes. */
import { error, type Message, type Place } from '../message/message.ts';
import { nearestNames } from '../trade/nearest.ts';
import type { HtmlElement, HtmlNode, ParsedHtml, Spot } from './html.ts';

type Rule = {
  /** Elements that may stand inside; 'text' = text and inline elements. */
  readonly inside: readonly string[];
  readonly classes?: readonly string[];
  /** Of its classes it has at most one: they are styles, which do not add up. */
  readonly isOneClass?: boolean;
  readonly attributes?: readonly string[];
};

const inline = ['text', 'strong', 'br', 'reply-day', 'handover-day'] as const;
const blocks = ['h1', 'h2', 'h3', 'h4', 'h5', 'p', 'table', 'figure', 'hr', 'ol'] as const;
const cell: Rule = {
  inside: inline,
  classes: ['plain', 'strong', 'muted', 'green', 'yellow', 'red'],
  isOneClass: true,
  attributes: ['colspan', 'rowspan'],
};

/** `h1` is the title, of the paper or of the annex it stands in; h2 to h5 are 一、 （一） 1. （1）; hr is a page break. */
const rules: Readonly<Record<string, Rule>> = {
  '': { inside: [...blocks, 'section'] },
  h1: { inside: ['text'] },
  h2: { inside: inline },
  h3: { inside: inline },
  h4: { inside: inline },
  h5: { inside: inline },
  p: { inside: inline, classes: ['body', 'plain', 'centered', 'right', 'note'], isOneClass: true },
  strong: { inside: ['text'] },
  br: { inside: [] },
  'reply-day': { inside: [], attributes: ['data-days', 'data-ask'] },
  'handover-day': { inside: [], attributes: ['data-days'] },
  hr: { inside: [] },
  table: { inside: ['caption', 'colgroup', 'thead', 'tbody'] },
  caption: { inside: ['text'] },
  colgroup: { inside: ['col'] },
  col: { inside: [], classes: ['left', 'center', 'right', 'text', 'number', 'code'], attributes: ['data-share'] },
  thead: { inside: ['tr'] },
  tbody: { inside: ['tr'] },
  tr: { inside: ['th', 'td'] },
  th: cell,
  td: cell,
  ol: { inside: ['li'], classes: ['attachments'] },
  li: { inside: ['text'] },
  figure: { inside: [], attributes: ['data-name'] },
  section: { inside: blocks, classes: ['annex', 'portrait', 'landscape'] },
};

export type MarkupSource = {
  /** See skeleton.ts; null once there is data. */
  readonly dataMark: string | null;
  /** Names of figures that a template may ask for; null = not judged. */
  readonly figures: readonly string[] | null;
  readonly placeOf: (spot: Spot) => Place;
};

type Check = MarkupSource & { readonly messages: Message[] };

/** Which elements, and whether text, may stand in an element; '' is the whole. */
export function elementsInside(parent: string): readonly string[] {
  return rules[parent]?.inside ?? [];
}

export function isTextInside(parent: string): boolean {
  return elementsInside(parent).includes('text');
}

/** Every element, class, attribute and repair that the subset does not allow. */
export function checkMarkup({ nodes, problems }: ParsedHtml, at: MarkupSource): readonly Message[] {
  const check: Check = { ...at, messages: [] };
  for (const { spot, found } of problems) check.messages.push(error(check.placeOf(spot), 'markup-repaired', { found }));
  for (const node of nodes) checkNode(node, '', check);
  checkTitle(nodes, '', check);
  return check.messages;
}

function checkNode(node: HtmlNode, parent: string, check: Check): void {
  const allowed = elementsInside(parent);
  if (node.type === 'text') {
    const isStray = !allowed.includes('text') && node.value.trim() !== '';
    if (isStray)
      check.messages.push(
        error(check.placeOf(node.spot), 'markup-stray-text', { text: node.value.trim().slice(0, 20), parent }),
      );
    return;
  }
  const rule = Object.hasOwn(rules, node.name) && node.name !== '' ? rules[node.name] : undefined;
  if (rule === undefined) {
    const nearest = nearestNames(node.name, Object.keys(rules).slice(1));
    check.messages.push(error(check.placeOf(node.spot), 'markup-element', { element: node.name, nearest }));
    return;
  }
  if (!allowed.includes(node.name)) {
    check.messages.push(error(check.placeOf(node.spot), 'markup-nesting', { element: node.name, parent }));
  }
  checkAttributes(node, rule, check);
  if (node.name === 'figure') checkFigure(node, check);
  for (const child of node.children) checkNode(child, node.name, check);
}

/** A chart of nothing is left out of a paper; one that there is not at all would be so too, without a word. */
function checkFigure({ attributes, spot }: HtmlElement, check: Check): void {
  const figure = attributes.get('data-name') ?? '';
  if (check.figures === null || check.figures.includes(figure)) return;
  check.messages.push(
    error(check.placeOf(spot), 'markup-figure', { figure, nearest: nearestNames(figure, check.figures) }),
  );
}

/** A paper and each of its annexes have one title; a second one would not be printed. Before there is data, two may stand in two branches. */
function checkTitle(nodes: readonly HtmlNode[], parent: string, check: Check): void {
  const elements = nodes.filter((node) => node.type === 'element');
  const [first, second] = elements.filter(({ name }) => name === 'h1');
  const place = check.placeOf(second?.spot ?? elements[0]?.spot ?? { row: 1, column: 1 });
  if (first === undefined) check.messages.push(error(place, 'markup-no-title', { parent }));
  if (second !== undefined && check.dataMark === null)
    check.messages.push(error(place, 'markup-second-title', { parent }));
  for (const { name, children } of elements) if (name === 'section') checkTitle(children, name, check);
}

/** Attributes without a fault: the cells of a template's rows have the same ones. */
const sound = new WeakMap<HtmlElement['attributes'], Rule>();

function checkAttributes(element: HtmlElement, rule: Rule, check: Check): void {
  if (element.attributes.size === 0 || sound.get(element.attributes) === rule) return;
  const before = check.messages.length;
  checkEach(element, rule, check);
  if (check.messages.length === before && check.dataMark === null) sound.set(element.attributes, rule);
}

function checkEach(element: HtmlElement, rule: Rule, check: Check): void {
  for (const [name, value] of element.attributes) {
    const isMadeOfData = check.dataMark !== null && value.includes(check.dataMark);
    if (name === 'class' && rule.classes !== undefined) {
      const given = rule.isOneClass === true ? [value.trim()] : value.split(/\s+/);
      const unknown = isMadeOfData ? [] : given.filter((each) => each !== '' && !rule.classes?.includes(each));
      for (const each of unknown) {
        const nearest = nearestNames(each, rule.classes);
        check.messages.push(
          error(check.placeOf(element.spot), 'markup-class', { element: element.name, class: each, nearest }),
        );
      }
    } else if (!rule.attributes?.includes(name)) {
      check.messages.push(
        error(check.placeOf(element.spot), 'markup-attribute', { element: element.name, attribute: name }),
      );
    }
  }
}
