/** The steps of a template that was cut, plain data: what they say is done in straight.ts. */
import type { HelperName } from './template-helpers.ts';

export type CutTemplate = readonly CutStep[];

export type CutStep =
  | { readonly type: 'text'; readonly value: string }
  | {
      readonly type: 'open';
      readonly name: string;
      readonly attributes: readonly { readonly name: string; readonly value: CutTemplate }[];
    }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'value'; readonly of: CutPath }
  | { readonly type: 'helper'; readonly name: HelperName; readonly of: CutPath }
  | { readonly type: 'if'; readonly of: CutPath; readonly body: CutTemplate; readonly otherwise: CutTemplate }
  | { readonly type: 'each'; readonly of: CutPath; readonly body: CutTemplate; readonly otherwise: CutTemplate }
  | { readonly type: 'partial'; readonly name: string }
  /** So many characters of HTML. */
  | { readonly type: 'size'; readonly count: number };

/** Out of so many lists, then into fields; or a fact of the list that is gone through. */
export type CutPath = 'first' | 'last' | { readonly out: number; readonly fields: readonly string[] };

/** Something that is left to the exact way, of a template or of the data that comes to it. */
export class NotPlain extends Error {}
