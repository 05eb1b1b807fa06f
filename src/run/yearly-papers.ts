/** Every paper of a year as a Document, and the input files that each was made from. */
import type { Entry } from '../domain/entry.ts';
import type { Figures } from '../document/markup.ts';
import { documentOf, type Paper } from '../document/paper.ts';
import type { Shape } from '../document/shape.ts';
import type { Templates } from '../document/template.ts';
import type { Document } from '../document/tree.ts';
import type { Disk } from '../disk/disk.ts';
import { groupBy } from '../domain/grouping.ts';
import { historyOf } from '../domain/history.ts';
import { codedName } from '../trade/file-name.ts';
import type { Message, Result } from '../message/message.ts';
import { unitCodeIn } from '../trade/paper-path.ts';
import { extractPapers } from '../papers/yearly-extract.ts';
import { specialReportPaper } from '../papers/yearly-report.ts';
import { rollCallPaper } from '../papers/yearly-roll-call.ts';
import { breakdownFile } from '../workspace/workspace.ts';
import type { YearStanding } from './year-standing.ts';

export type YearPaper = {
  /** In `out/2024/`, without extension. */
  readonly path: string;
  readonly kind: 'extract' | 'special-report' | 'roll-call';
  readonly document: Document;
};

/** `drafts` are official papers, `tables` are PDF only; the year has no plain files. */
export type YearPapers = {
  readonly drafts: readonly YearPaper[];
  readonly tables: readonly YearPaper[];
  readonly files: readonly [];
};

/** An extract a unit, the special report, and the roll-call where the office keeps a register of the reports. */
export function yearlyPapers(
  standing: YearStanding,
  { templates, figures }: { readonly templates: Templates; readonly figures: Figures },
): Result<YearPapers> {
  const { office, catalogue } = standing.workspace;
  const messages: Message[] = [];
  const made = <S extends Shape>(paper: Paper<S>): Document => {
    const { value, messages: found } = documentOf(templates, paper);
    messages.push(...found);
    return value;
  };
  const report = specialReportPaper(standing, { office, breakdown: catalogue.title, figures });
  const extracts = extractPapers(standing, catalogue.title).map(({ unit, paper }): YearPaper => {
    return { path: `extracts/${codedName(unit.code, unit.name)}`, kind: 'extract', document: made(paper) };
  });
  const drafts: readonly YearPaper[] = [{ path: 'special-report', kind: 'special-report', document: made(report) }];
  const called: readonly YearPaper[] =
    standing.rollCall === null
      ? []
      : [{ path: 'roll-call', kind: 'roll-call', document: made(rollCallPaper(standing.year, standing.rollCall)) }];
  return { value: { drafts, tables: [...extracts, ...called], files: [] }, messages };
}

/** For the manifest. A unit's extract names the files of its own returns, the special report all, the roll-call its register. */
export function yearInputsOf(disk: Disk, standing: YearStanding): (path: string) => readonly string[] {
  const { quarters, year } = standing;
  const present = (files: readonly string[]): readonly string[] => files.filter((file) => disk.read(file) !== null);
  const names = quarters.map(({ ledger }) => ledger.quarter);
  const registers = ['plan', 'closures', 'reassignments'].map((name) => `inputs/${name}.csv`);
  const adjustments = names.map((quarter) => `inputs/${quarter}/adjustments.csv`);
  const rosterFiles = present(['inputs/office.yaml', 'inputs/units.csv']);
  const common = present([breakdownFile(disk), ...rosterFiles, ...registers, ...adjustments]);
  const all = names.flatMap((quarter) => disk.list(`inputs/${quarter}/returns`));
  const ofUnit = returnsByUnit(standing);
  return (path) => {
    const code = unitCodeIn(path);
    if (code !== null) return [...common, ...(ofUnit.get(code) ?? [])].toSorted();
    const isRollCall = path === 'roll-call';
    return (isRollCall ? [...rosterFiles, `inputs/${year}/integrity-reports.csv`] : [...common, ...all]).toSorted();
  };
}

function returnsByUnit({ quarters }: YearStanding): ReadonlyMap<string, ReadonlySet<string>> {
  const files = historyOf(quarters.map(({ ledger }) => ledger)).flatMap(({ entry, stages }) =>
    stages.flatMap(({ entry: then }) => returnFilesOf(then).map((file) => ({ code: entry.unit.code, file }))),
  );
  const byUnit = groupBy(files, ({ code }) => code);
  return new Map([...byUnit].map(([code, own]) => [code, new Set(own.map(({ file }) => file))]));
}

function returnFilesOf(entry: Entry | null): readonly string[] {
  const returns = entry === null ? [] : [entry.latest, entry.previous, ...entry.corrected];
  return returns.flatMap((each) => (each === null ? [] : [each.place.file]));
}
