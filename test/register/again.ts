/** What an office must issue again, the plain way: today's drafts against the facts that the valid papers were issued with. */
import type { Disk } from '../../src/disk/disk.ts';
import type { Draft } from '../../src/register/draft.ts';
import { compareFacts } from '../../src/register/differences.ts';
import type { RegisterEntry } from '../../src/register/entry.ts';
import { readRegister } from '../../src/register/read-register.ts';
import type { ReissuedDraft } from '../../src/register/reissue-papers.ts';

/** A letter anew to whom it changed, a first one to whom it is new, and a notice to whom nothing is left. */
export function again(disk: Disk, quarter: string, drafts: readonly Draft[]): readonly ReissuedDraft[] {
  const { entries, records } = readRegister(disk).value;
  const isHeld = (entry: RegisterEntry): boolean => entry.state === 'valid' && entry.kind !== 'notice';
  const valid = entries.filter((entry) => entry.quarter === quarter && isHeld(entry));
  const facts = (entry: RegisterEntry | undefined) => (entry && records.get(entry.number)?.facts) ?? [];
  const kept = drafts.flatMap((draft): readonly ReissuedDraft[] => {
    const entry = valid.find((each) => each.kind === draft.kind && codeOf(each) === codeOf(draft));
    const changes = compareFacts(facts(entry), draft.facts);
    if (entry !== undefined && changes.length === 0) return [];
    return [{ draft, replaces: entry?.number ?? null, changes, reason: `内容变化：${changes[0]?.field ?? ''}` }];
  });
  const lost = valid.filter((entry) => !drafts.some((draft) => codeOf(draft) === codeOf(entry)));
  const notices = lost.flatMap((entry): readonly ReissuedDraft[] => {
    const [like] = drafts;
    if (like === undefined) return [];
    const draft: Draft = {
      ...like,
      path: `notices/${codeOf(entry)}`,
      kind: 'notice',
      addressee: entry.addressee,
      facts: [],
    };
    return [{ draft, replaces: entry.number, changes: compareFacts(facts(entry), []), reason: '职责移交' }];
  });
  return [...kept, ...notices].toSorted((a, b) => (codeOf(a.draft) < codeOf(b.draft) ? -1 : 1));
}

function codeOf({ addressee }: { readonly addressee: { readonly code: string } | null }): string {
  return addressee?.code ?? '';
}
