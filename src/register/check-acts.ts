/**
 * Whether the acts can follow each other: numbers once and without gap, dates that rise in a series, papers replaced and taken back
 * while they were valid, figures corrected after they were closed. The chain proves that the lines are those that were written; this
 * proves that they make sense, also when somebody wrote the chain anew.
 */
import type { Message } from '../message/message.ts';
import { error } from '../message/message.ts';
import type { CloseAct, CorrectAct, IssueAct, RecallAct, VoidAct } from './act.ts';
import { heldKinds } from './entry.ts';
import type { RegisterLine, State } from './entry.ts';

type Paper = { readonly act: IssueAct; state: State };

/** What the acts so far came to. */
type Walk = {
  /** Of all papers, of later lines too: the notice of a recall comes after it. */
  readonly numbers: ReadonlySet<string>;
  readonly papers: Map<string, Paper>;
  /** The papers of a series, and those to one unit of one kind and quarter, in their order. */
  readonly series: Map<string, Paper[]>;
  readonly twins: Map<string, Paper[]>;
  /** Last count given, by series and year, and by year. */
  readonly counts: Map<string, number>;
  readonly revisions: Map<string, number>;
};

export function checkActs(lines: readonly RegisterLine[]): readonly Message[] {
  const walk: Walk = {
    numbers: new Set(lines.flatMap(({ act }) => (act.type === 'issue' ? [act.number] : []))),
    papers: new Map(),
    series: new Map(),
    twins: new Map(),
    counts: new Map(),
    revisions: new Map(),
  };
  return lines.flatMap((line) => step(line, walk));
}

function step(line: RegisterLine, walk: Walk): readonly Message[] {
  const { act } = line;
  switch (act.type) {
    case 'issue':
      return issue({ ...line, act }, walk);
    case 'close':
    case 'correct':
      return revise({ ...line, act }, walk);
    case 'void':
    case 'recall':
      return takeBack({ ...line, act }, walk);
  }
}

type LineOf<A> = RegisterLine & { readonly act: A };

function issue({ act, place }: LineOf<IssueAct>, walk: Walk): readonly Message[] {
  const { number, issuerCode, year, serial, ordinal, quarter, revision } = act;
  const known = walk.papers.get(number);
  const last = lastOfSeries(act, walk);
  const replaced = replace(act, walk);
  const other = twin(act, walk);
  const messages = [
    ...(known === undefined ? [] : [error(place, 'number-twice', { number })]),
    ...count(walk, { key: `${issuerCode} ${year}`, found: serial, column: '序号', place }),
    ...count(walk, { key: `${year}`, found: ordinal, column: '登记号', place }),
    ...(last !== null && last.date > act.date
      ? [error(place, 'register-date-order', { number, before: last.number })]
      : []),
    ...replaced.map((code) => error(place, code, { number: act.replaces ?? '' })),
    ...(other === null ? [] : [error(place, 'two-valid-letters', { number, other })]),
    ...(revision !== null && revision > (walk.revisions.get(quarter) ?? 0)
      ? [error(place, 'no-such-revision', { quarter, revision })]
      : []),
  ];
  enter(act, walk);
  return messages;
}

type Counted = {
  readonly key: string;
  readonly found: number;
  readonly column: string;
  readonly place: RegisterLine['place'];
};

function count({ counts }: Walk, { key, found, column, place }: Counted): readonly Message[] {
  const expected = (counts.get(key) ?? 0) + 1;
  counts.set(key, Math.max(found, expected - 1));
  if (found > expected) return [error(place, 'register-gap', { column, expected, found })];
  return found < expected ? [error(place, 'count-twice', { column, found })] : [];
}

/** The last paper of the series that was not taken back. */
function lastOfSeries({ issuerCode }: IssueAct, { series }: Walk): IssueAct | null {
  const papers = series.get(issuerCode) ?? [];
  return papers.findLast(({ state }) => !isTakenBack(state))?.act ?? null;
}

function isTakenBack(state: State): boolean {
  return state === 'void' || state === 'recalled';
}

function replace({ replaces }: IssueAct, { papers }: Walk): readonly ('no-such-paper-yet' | 'not-valid-any-more')[] {
  if (replaces === null) return [];
  const replaced = papers.get(replaces);
  if (replaced === undefined) return ['no-such-paper-yet'];
  if (replaced.state !== 'valid') return ['not-valid-any-more'];
  replaced.state = 'superseded';
  return [];
}

/** Another valid letter to the same unit, or report, of the quarter. */
function twin(act: IssueAct, { twins }: Walk): string | null {
  if (!heldKinds.includes(act.kind)) return null;
  const valid = twins.get(twinKey(act))?.find(({ state }) => state === 'valid');
  return valid?.act.number ?? null;
}

function twinKey({ kind, quarter, addressee }: IssueAct): string {
  return JSON.stringify([kind, quarter, addressee?.code ?? null]);
}

function enter(act: IssueAct, { papers, series, twins }: Walk): void {
  const paper: Paper = { act, state: 'valid' };
  papers.set(act.number, paper);
  addTo(series, act.issuerCode, paper);
  addTo(twins, twinKey(act), paper);
}

function addTo(lists: Map<string, Paper[]>, key: string, paper: Paper): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [paper]);
  else list.push(paper);
}

function revise({ act, place }: LineOf<CloseAct | CorrectAct>, { papers, revisions }: Walk): readonly Message[] {
  const { quarter, revision } = act;
  const before = revisions.get(quarter) ?? 0;
  revisions.set(quarter, revision);
  const isOrdered = revision === before + 1 && (act.type === 'close' || before > 0);
  const speaks = ({ act: paper, state }: Paper): boolean =>
    paper.quarter === quarter && paper.revision !== null && state !== 'void';
  const standing = act.type === 'close' && before > 0 ? [...papers.values()].find(speaks) : undefined;
  return [
    ...(isOrdered ? [] : [error(place, 'revision-order', { quarter, expected: before + 1, found: revision })]),
    ...(standing === undefined ? [] : [error(place, 'closed-over-papers', { quarter, number: standing.act.number })]),
  ];
}

function takeBack({ act, place }: LineOf<VoidAct | RecallAct>, walk: Walk): readonly Message[] {
  const { papers } = walk;
  const { number } = act;
  const paper = papers.get(number);
  if (paper === undefined) return [error(place, 'no-such-paper-yet', { number })];
  if (paper.state !== 'valid') return [error(place, 'not-valid-any-more', { number })];
  paper.state = act.type === 'void' ? 'void' : 'recalled';
  const replaced = paper.act.replaces === null ? undefined : papers.get(paper.act.replaces);
  if (act.type === 'void' && replaced !== undefined) {
    const other = twin(replaced.act, walk);
    replaced.state = 'valid';
    return other === null ? [] : [error(place, 'two-valid-letters', { number: replaced.act.number, other })];
  }
  if (act.type === 'void' || walk.numbers.has(act.notice)) return [];
  return [error(place, 'no-such-notice', { number: act.notice })];
}
