/**
 * Shapes: what a view holds, declared once as a value. The view's TypeScript type is derived from it, templates are
 * checked against it before anything is rendered, and the data is fitted to it when a paper is made. Handlebars' own
 * `strict` misses `#each`, `#if`, null and blank.
 */
import { error, type Message, type Place } from '../message/message.ts';
import { markSpaces } from './markup-inline.ts';

/**
 * text: must not be blank · blank: may be, and for #if whether it says anything · flag: for #if and #unless · number: plain digits, and
 * for #if whether it is above zero · date and percent: through their helper only · [shape]: a list for #each, and for #if whether there
 * is anything in it · an object: a group of fields.
 */
export type Shape = 'text' | 'blank' | 'flag' | 'number' | 'date' | 'percent' | readonly [Shape] | ShapeFields;
export type ShapeFields = { readonly [field: string]: Shape };

type Plain = { text: string; blank: string; flag: boolean; number: number; date: string; percent: number };

/** The type of a view that has this shape. */
export type ViewOf<S> = S extends keyof Plain
  ? Plain[S]
  : S extends readonly [infer Item]
    ? readonly ViewOf<Item>[]
    : { readonly [K in keyof S]: ViewOf<S[K]> };

/** A value of the view as Handlebars gets it: no prototype, only the fields of the shape. */
export type Fitted = string | number | boolean | readonly Fitted[] | { readonly [field: string]: Fitted };

/** Whether `fitToShape` would find nothing to tell; most views are as they should be, and need no copy. */
export function fitsShape(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'string') {
    return typeof value === kinds[shape] && (shape !== 'text' || (value as string).trim() !== '');
  }
  if (isList(shape)) return Array.isArray(value) && fitEach(value, shape[0]);
  if (typeof value !== 'object' || value === null) return false;
  for (const field in shape) {
    const inner = shape[field];
    if (inner !== undefined && !fitsShape((value as Record<string, unknown>)[field], inner)) return false;
  }
  return true;
}

function fitEach(items: readonly unknown[], shape: Shape): boolean {
  for (const item of items) if (!fitsShape(item, shape)) return false;
  return true;
}

/** Copies the fields of the shape; a blank that must not be blank, or a value of another kind, is an error with its path. */
export function fitToShape(value: unknown, shape: Shape, at: Fitting): Fitted {
  if (typeof shape === 'string') return fitPlain(value, shape, at);
  if (isList(shape)) {
    if (!Array.isArray(value)) return refuse(at, '[]');
    return value.map((item, index) => {
      at.path.push(index);
      const fitted = fitToShape(item, shape[0], at);
      at.path.pop();
      return fitted;
    });
  }
  if (typeof value !== 'object' || value === null) return refuse(at, '{}');
  const fitted: Record<string, Fitted> = Object.create(null) as Record<string, Fitted>;
  for (const field in shape) {
    const inner = shape[field];
    if (inner === undefined) continue;
    at.path.push(field);
    fitted[field] = fitToShape((value as Record<string, unknown>)[field], inner, at);
    at.path.pop();
  }
  return fitted;
}

/** `path`: the steps to the value; a view has thousands, and hardly one is ever told. */
export type Fitting = { readonly path: (string | number)[]; readonly place: Place; readonly messages: Message[] };

function pathOf({ path }: Fitting): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

export function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

const kinds = {
  text: 'string',
  blank: 'string',
  flag: 'boolean',
  number: 'number',
  date: 'string',
  percent: 'number',
} as const;

function fitPlain(value: unknown, shape: keyof Plain, at: Fitting): Fitted {
  if (typeof value !== kinds[shape]) return refuse(at, kinds[shape]);
  if (shape === 'text' && (value as string).trim() === '') {
    at.messages.push(error(at.place, 'blank-field', { path: pathOf(at) }));
  }
  return typeof value === 'string' ? markSpaces(value) : (value as number | boolean);
}

function refuse(at: Fitting, expected: string): Fitted {
  at.messages.push(error(at.place, 'wrong-field', { path: pathOf(at), expected }));
  return '';
}
