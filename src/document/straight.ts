/**
 * The straight way from a view to the nodes of its markup: no HTML is written and read again for each paper. A template that is not plain
 * (cut-template.ts), data that HTML would replace, and whatever has a fault goes the exact way: Handlebars makes the paper and html.ts reads
 * it, which tell why.
 */
import { NotPlain, type CutPath, type CutStep, type CutTemplate } from './cut-steps.ts';
import type { HtmlNode } from './html.ts';
import {
  addValue,
  addWords,
  closeElement,
  endText,
  finished,
  newSheet,
  openElement,
  takeTurns,
  takeValue,
  type Attributes,
  type MarkupSheet,
} from './straight-sheet.ts';
import { helpers } from './template-helpers.ts';

/** Null where the view, or what is made of it, is not plain. */
export type Straight = (view: unknown) => readonly HtmlNode[] | null;

/** `partialOf`: null for one that is not there or not plain. */
export function straightWay(cut: CutTemplate, partialOf: (name: string) => CutTemplate | null): Straight | null {
  const ops = plainly(() => opsOf(cut, { partialOf, inside: [] }));
  if (ops === null) return null;
  return (view) =>
    plainly(() => {
      const sheet = newSheet();
      runAll(ops, sheet, { value: view, outer: null, isFirst: false, isLast: false });
      return finished(sheet);
    });
}

function plainly<T>(make: () => T): T | null {
  try {
    return make();
  } catch (cause) {
    if (cause instanceof NotPlain) return null;
    throw cause;
  }
}

/** What a path begins from: the view or one of a list, and what that stands in. */
type Scope = { value: unknown; readonly outer: Scope | null; isFirst: boolean; isLast: boolean };

type Op = (sheet: MarkupSheet, scope: Scope) => void;

function runAll(ops: readonly Op[], sheet: MarkupSheet, scope: Scope): void {
  for (const op of ops) op(sheet, scope);
}

/** `inside`: of which partials, so that none takes in itself. */
type Linking = { readonly partialOf: (name: string) => CutTemplate | null; readonly inside: readonly string[] };

function opsOf(cut: CutTemplate, linking: Linking): readonly Op[] {
  return cut.flatMap((step) => (step.type === 'partial' ? partialOps(step.name, linking) : [opOf(step, linking)]));
}

function partialOps(name: string, { partialOf, inside }: Linking): readonly Op[] {
  const partial = inside.includes(name) ? null : partialOf(name);
  if (partial === null) throw new NotPlain();
  return opsOf(partial, { partialOf, inside: [...inside, name] });
}

function opOf(step: Exclude<CutStep, { type: 'partial' }>, linking: Linking): Op {
  switch (step.type) {
    case 'size':
      return (sheet) => void (sheet.size += step.count);
    case 'text':
      return (sheet) => void (sheet.text += step.value);
    case 'close':
      return (sheet) => closeElement(sheet, step.name);
    case 'open':
      return openOp(step, linking);
    case 'value': {
      const read = readerOf(step.of);
      return (sheet, scope) => addValue(sheet, read(scope));
    }
    case 'helper': {
      const [read, helper] = [readerOf(step.of), helpers[step.name]];
      return (sheet, scope) => addWords(sheet, helper(read(scope)));
    }
    case 'if': {
      const [read, body, otherwise] = [readerOf(step.of), opsOf(step.body, linking), opsOf(step.otherwise, linking)];
      return (sheet, scope) => runAll(isTrue(read(scope)) ? body : otherwise, sheet, scope);
    }
    case 'each':
      return eachOp(step, linking);
  }
}

function openOp({ name, attributes }: Extract<CutStep, { type: 'open' }>, linking: Linking): Op {
  const fixed = new Map<string, string>();
  const made: { readonly name: string; readonly ops: readonly Op[] }[] = [];
  for (const each of attributes) {
    const texts = each.value.flatMap((step) => (step.type === 'text' ? [step.value] : []));
    fixed.set(each.name, texts.join(''));
    if (texts.length < each.value.length) made.push({ name: each.name, ops: opsOf(each.value, linking) });
  }
  if (made.length === 0) return (sheet) => openElement(sheet, name, fixed);
  const known = new Map<string, Attributes>();
  return (sheet, scope) => {
    endText(sheet);
    const values = made.map(({ ops }) => {
      runAll(ops, sheet, scope);
      return takeValue(sheet);
    });
    const key = values.join('"');
    const given = known.get(key) ?? withValues(fixed, made, values);
    // No value holds a quote. Of a class there are few values.
    if (known.size < mostKnown) known.set(key, given);
    openElement(sheet, name, given);
  };
}

const mostKnown = 50;

function withValues(
  fixed: Attributes,
  made: readonly { readonly name: string }[],
  values: readonly string[],
): Attributes {
  return new Map([...fixed, ...made.map(({ name }, at) => [name, values[at] ?? ''] as const)]);
}

function eachOp({ of, ...step }: Extract<CutStep, { type: 'each' }>, linking: Linking): Op {
  const [read, body, otherwise] = [readerOf(of), opsOf(step.body, linking), opsOf(step.otherwise, linking)];
  return (sheet, scope) => {
    const items = read(scope);
    if (!Array.isArray(items)) throw new NotPlain();
    takeTurns(sheet, items.length);
    if (items.length === 0) runAll(otherwise, sheet, scope);
    const inner: Scope = { value: null, outer: scope, isFirst: true, isLast: false };
    let left = items.length;
    for (const item of items) {
      left -= 1;
      inner.value = item;
      inner.isLast = left === 0;
      runAll(body, sheet, inner);
      inner.isFirst = false;
    }
  };
}

/** The check of the template has seen that there is such a field, and the check of the view that it holds what it should. */
function readerOf(path: CutPath): (scope: Scope) => unknown {
  if (path === 'first') return (scope) => inList(scope).isFirst;
  if (path === 'last') return (scope) => inList(scope).isLast;
  const { out, fields } = path;
  const [first = ''] = fields;
  if (out === 0 && fields.length === 1) return ({ value }) => fieldOf(value, first);
  return (scope) => fields.reduce<unknown>(fieldOf, outside(scope, out).value);
}

function inList(scope: Scope): Scope {
  if (scope.outer === null) throw new NotPlain();
  return scope;
}

function outside(scope: Scope, out: number): Scope {
  return out === 0 ? scope : outside(inList(scope).outer ?? scope, out - 1);
}

function fieldOf(value: unknown, field: string): unknown {
  if (typeof value !== 'object' || value === null) throw new NotPlain();
  return (value as Record<string, unknown>)[field];
}

/** Nought, nothing written and a list of nothing are false. */
function isTrue(value: unknown): boolean {
  if (value === undefined) throw new NotPlain();
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
