/** Remark 个别说明: a sentence that the office puts into one unit's letter of a quarter (inputs/<quarter>/remarks.csv). */
import type { Place } from '../message/message.ts';
import type { Unit } from './roster.ts';

export type Remark = {
  readonly unit: Unit;
  /** As the letter prints it; a line break in the cell begins a new paragraph. Text only: no mark in it means anything. */
  readonly text: string;
  /** The paper or decision it rests on: not printed, `trace` names it. */
  readonly basis: string;
  readonly place: Place;
};
