/** Why a file was made or left, for --explain (the manner of `ninja -d explain`). */
import type { Message, Place } from '../message/message.ts';
import { info } from '../message/message.ts';
import type { BuiltFile } from './report.ts';

export function explain(place: Place, { reason, changedInputs }: BuiltFile): Message {
  switch (reason) {
    case 'missing':
      return info(place, 'made-missing');
    case 'recipe':
      return info(place, 'remade-recipe', { inputs: changedInputs });
    case 'overwrite':
      return info(place, 'remade-overwrite');
    case 'same-recipe':
      return info(place, 'left-same-recipe');
    case 'same-bytes':
      return info(place, 'left-same-bytes', { inputs: changedInputs });
    case 'adopted':
      return info(place, 'left-adopted');
    case 'unplanned':
      return info(place, 'removed-unplanned');
    case 'by-hand':
      return info(place, 'edited');
    case 'error':
      return info(place, 'not-made');
  }
}
