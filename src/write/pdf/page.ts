/** A laid-out page: what is drawn where, in points from the top left corner, in colours of six hex digits. */
import type { FontRole } from '../../document/fonts.ts';
import type { Size } from './geometry.ts';

/**
 * One run of text in one face. `piece` is the place in the document's list of text pieces whose words these are; null for what
 * is not the document's text (page numbers, repeated table heads, 续).
 */
export type TextItem = {
  readonly kind: 'text';
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly face: FontRole;
  readonly value: string;
  /** Added after every character, to justify the line. */
  readonly spacing: number;
  readonly color: string;
  readonly piece: number | null;
};

export type RuleItem = {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly color: string;
};

export type FillItem = {
  readonly kind: 'fill';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
};

/** A filled shape as an SVG path. */
export type ShapeItem = { readonly kind: 'shape'; readonly path: string; readonly color: string };

export type PageItem = TextItem | RuleItem | FillItem | ShapeItem;

export type Page = { readonly size: Size; readonly items: readonly PageItem[] };
