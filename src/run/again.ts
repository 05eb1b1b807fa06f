/** What is pending, worded: the drafts of `out/Q/reissue/`, each with what it replaces and why. */
import type { Templates } from '../document/template.ts';
import type { Disk } from '../disk/disk.ts';
import { commonFacts, partsOfField } from '../domain/facts.ts';
import type { Message, Result } from '../message/message.ts';
import { failed } from '../message/result.ts';
import { paperAgain, type ToSay } from '../papers/again.ts';
import type { MadePaper } from '../papers/made.ts';
import type { Quarterly } from '../papers/period.ts';
import type { Change, RegisterEntry } from '../register/entry.ts';
import type { ReissuedDraft } from '../register/reissue-papers.ts';
import type { NumberedKind } from '../trade/paper-kinds.ts';
import { pendingOf, type Cause, type Pending } from './pending.ts';
import { frozenFigures } from '../register/frozen-quarter.ts';
import type { Standing } from './standing.ts';

export type Again = ReissuedDraft & { readonly cause: Cause; readonly draft: MadePaper<NumberedKind> };

/** In out/Q: what `reissue` takes. */
const reissueFolder = 'reissue';

/** In the order of what is pending; a paper that cannot be worded is left out, with its error. */
export function wordPending(
  disk: Disk,
  {
    standing,
    view,
    templates,
  }: { readonly standing: Standing; readonly view: Quarterly; readonly templates: Templates },
): Result<readonly Again[]> {
  const messages: Message[] = [];
  const value = pendingOf(standing).flatMap((pending): readonly Again[] => {
    const say = toSay(disk, pending, standing);
    messages.push(...say.messages);
    if (say.value === null) return [];
    const { value: made, messages: worded } = paperAgain(say.value, view, templates);
    messages.push(...worded);
    const { cause, replaced, changes } = pending;
    const draft = { ...made, path: `${reissueFolder}/${made.path}` };
    return [{ cause, draft, replaces: replaced?.number ?? null, changes, reason: reasonOf(cause, changes) }];
  });
  return { value, messages };
}

function toSay(disk: Disk, pending: Pending, standing: Standing): Result<ToSay | null> {
  const { kind, unit, replaced, changes } = pending;
  if (kind === 'changes') {
    return { value: { kind, changes, facts: commonFacts(standing.duties) }, messages: [] };
  }
  if (kind === 'correction') return correctionToSay(disk, standing);
  if (unit === null) return failed([]);
  if (kind === 'notice') return { value: { kind, unit, replaces: replaced?.number ?? '' }, messages: [] };
  const formerName = replaced?.addressee?.name ?? unit.name;
  const replacement = {
    replaces: replaced?.number ?? null,
    formerName: formerName === unit.name ? null : formerName,
    changes,
    hadBefore: hadBefore(replaced, standing),
    bases: basesSince(replaced?.revision ?? 0, standing),
  };
  return { value: { kind: 'letter', unit, replacement }, messages: [] };
}

/** The figures that all were told last are those of the revision by which the 通报, or the last 更正通知, speaks. */
function correctionToSay(disk: Disk, standing: Standing): Result<ToSay | null> {
  const { register, quarter, closed } = standing;
  const papers = register.entries
    .filter((entry) => entry.quarter === quarter && entry.state === 'valid')
    .filter(({ kind }) => kind === 'report' || kind === 'correction');
  const told = papers.reduce((last, { revision }) => Math.max(last, revision ?? 0), 0);
  const number = papers.find(({ revision }) => revision === told)?.number ?? '';
  const figured = frozenFigures(disk, register, { quarter, revision: told });
  if (figured.value === null || closed === null) return failed(figured.messages);
  return {
    value: { kind: 'correction', told: figured.value, number, bases: basesSince(told, standing) },
    messages: figured.messages,
  };
}

function basesSince(revision: number, { closed }: Standing): readonly string[] {
  const later = (closed?.revisions ?? []).filter((each) => each.revision > revision && each.correction > 0);
  return later.map(({ basis }) => basis);
}

/** Tasks that a letter before the last one named to the unit: they come back, they are not new. */
function hadBefore(replaced: RegisterEntry | null, { register, quarter }: Standing): ReadonlySet<string> {
  const earlier = register.entries.filter(
    (entry) =>
      entry.kind === 'letter' &&
      entry.quarter === quarter &&
      entry.number !== replaced?.number &&
      entry.addressee?.code === replaced?.addressee?.code,
  );
  const stated = earlier.flatMap(({ number }) => register.records.get(number)?.facts ?? []);
  return new Set(stated.flatMap(([field]) => partsOfField(field).taskId ?? []));
}

const causeWords = {
  changed: '任务或数据变化',
  gained: '新承担任务',
  renamed: '单位更名',
  lost: '任务全部移交',
  common: '牵头、配合单位和共性任务变化',
  corrected: '数据更正',
} as const satisfies Record<Cause, string>;

const named = 5;

/** 原因 of the register, short; the record holds every change. */
function reasonOf(cause: Cause, changes: readonly Change[]): string {
  const fields = [...new Set(changes.map(({ field }) => field))];
  if (cause !== 'changed' || fields.length === 0) return causeWords[cause];
  const some = fields.slice(0, named).join('、');
  return `${causeWords[cause]}：${some}${fields.length > named ? `等${fields.length}处` : ''}`;
}
