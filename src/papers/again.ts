/** Papers that are issued again, or that tell what became of those that were: worded from what changed (run/pending.ts). */
import type { Templates } from '../document/template.ts';
import type { Figured } from '../domain/judged.ts';
import type { Unit } from '../domain/roster.ts';
import type { Result } from '../message/message.ts';
import type { Change } from '../register/entry.ts';
import type { NumberedKind } from '../trade/paper-kinds.ts';
import { changesPaper } from './changes.ts';
import { correctionPaper } from './correction.ts';
import type { Facts } from '../register/draft.ts';
import { letterFacts } from './kinds.ts';
import { letterPaper } from './letter.ts';
import { madePaper, type MadePaper } from './made.ts';
import { noticePaper } from './notice.ts';
import type { Quarterly } from './period.ts';
import type { ReplacedLetter } from './reissue-fields.ts';

/** One paper to be worded. */
export type ToSay =
  | { readonly kind: 'letter'; readonly unit: Unit; readonly replacement: ReplacedLetter }
  | { readonly kind: 'notice'; readonly unit: Unit; readonly replaces: string }
  | { readonly kind: 'changes'; readonly changes: readonly Change[]; readonly facts: Facts }
  | {
      readonly kind: 'correction';
      readonly told: Figured;
      readonly number: string;
      readonly bases: readonly string[];
    };

export function paperAgain(say: ToSay, quarterly: Quarterly, templates: Templates): Result<MadePaper<NumberedKind>> {
  switch (say.kind) {
    case 'letter': {
      const { unit, replacement } = say;
      const said = {
        unit,
        paper: () => letterPaper(unit, { ...quarterly, replacement }),
        facts: () => letterFacts(unit, quarterly),
      };
      return madePaper('letter', said, templates);
    }
    case 'notice': {
      const { unit, replaces } = say;
      const { duties, ledger } = quarterly;
      return madePaper(
        'notice',
        { unit, paper: () => noticePaper(unit, { ...quarterly, ledger: duties, asOf: ledger.asOf, replaces }) },
        templates,
      );
    }
    case 'changes': {
      const { changes, facts } = say;
      return madePaper(
        'changes',
        { unit: null, paper: () => changesPaper({ ...quarterly, changes }), facts: () => facts },
        templates,
      );
    }
    case 'correction':
      return madePaper('correction', { unit: null, paper: () => correctionPaper({ ...quarterly, ...say }) }, templates);
  }
}
