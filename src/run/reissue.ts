/** `reissue Q --date D`: exactly the papers that `build` put into out/Q/reissue, each with the number that it replaces. */
import { withRegisterErrors } from './register-to-add.ts';
import type { Disk } from '../disk/disk.ts';
import { hasErrors, type Result } from '../message/message.ts';
import { reissuePapers, reissuePlan } from '../register/reissue-papers.ts';
import type { Again } from './again.ts';
import { issueContextOf, figuresBehind, type Issued, type Issuing } from './issue.ts';
import { prepare } from './prepare.ts';

/** A paper issued again, or that would be. */
export type Reissued = Issued & Pick<Again, 'cause' | 'replaces' | 'reason'> & { readonly kind: string };

export async function reissueQuarter(disk: Disk, asked: Issuing): Promise<Result<readonly Reissued[]>> {
  const { quarter, date } = asked;
  const { value: prepared, messages } = await prepare(disk, quarter, { look: null, today: null, forDay: date });
  if (prepared === null) return { value: [], messages: withRegisterErrors(disk, messages) };
  const { again, standing } = prepared;
  const request = { ...issueContextOf(disk, prepared, asked), papers: again, figures: figuresBehind(disk, standing) };
  if (asked.isDry) {
    const { value: numbers, messages: told } = reissuePlan(request);
    const value = numbers.flatMap((number, at) => resultOf(again[at], number, null));
    return { value: hasErrors(told) ? [] : value, messages: [...messages, ...told] };
  }
  // Also where nothing is left to be issued again: a killed run may have left that to be finished.
  const { value: entries, messages: told } = await reissuePapers(request);
  const value = entries.flatMap(({ number, file, kind, addressee }) => {
    const paper = again.find(({ draft }) => draft.kind === kind && draft.addressee?.code === addressee?.code);
    return resultOf(paper, number, file.path);
  });
  return { value, messages: [...messages, ...told] };
}

function resultOf(paper: Again | undefined, number: string, file: string | null): readonly Reissued[] {
  if (paper === undefined) return [];
  const { cause, replaces, reason, draft } = paper;
  return [{ number, unit: draft.addressee?.name ?? '', file, cause, replaces, reason, kind: draft.kind }];
}
