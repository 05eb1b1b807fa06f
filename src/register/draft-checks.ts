/**
 * What was signed is what is issued: a draft must stand in out/Q as it was built, and say what would be said today. One that was edited
 * by hand stops itself alone; one that nobody built or read, or that says something else than the data, stops all.
 */
import { readManifest, type ManifestFile } from '../build/manifest.ts';
import type { Disk } from '../disk/disk.ts';
import { sha256 } from '../disk/sha256.ts';
import { treeHash } from '../document/tree-hash.ts';
import type { Message, Result } from '../message/message.ts';
import { error, hasErrors, warning } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import { parseQuarter, type CalendarDate } from '../trade/calendar.ts';
import type { Draft } from './draft.ts';

/** `edited`: the bytes of a draft that goes out as the clerk left it; null = as it was built. */
export type Checked<T> = T & { readonly edited: Uint8Array | null };

/** gone: it was built and is not there any more. */
export type DraftStanding = 'as-built' | 'not-built' | 'out-of-date' | 'edited' | 'gone';

export type DraftCheck = {
  readonly disk: Disk;
  /** The folder of out/ in which they lie: a quarter's, or a year's. */
  readonly period: string;
  /** 成文日期 */
  readonly date: CalendarDate;
  readonly asEdited: boolean;
};

/** The papers that can go out; those that stop themselves are left out, with a warning each. With an error none can. */
export function checkDrafts<T extends { readonly draft: Draft }>(
  { disk, period, date, asEdited }: DraftCheck,
  papers: readonly T[],
): Result<readonly Checked<T>[]> {
  const folder = `out/${period}`;
  const stands = draftStandings({ disk, period }, papers);
  const found = (standing: DraftStanding): readonly ToMake[] =>
    stands
      .filter((each) => each.standing === standing)
      .map(({ paper: { draft } }) => ({
        file: `${folder}/${leadingFile(draft)}`,
        command: commandFor(draft, { period, date }),
      }));
  const messages = [
    ...together('draft-not-built', found('not-built')),
    ...together('draft-out-of-date', found('out-of-date')),
    ...(asEdited ? [] : found('edited').map(({ file }) => warning(fileOnly(file), 'draft-edited-left'))),
    ...found('gone').map(({ file, command }) => warning(fileOnly(file), 'draft-gone', { command })),
  ];
  const value = stands.flatMap(({ paper, bytes, standing }): readonly Checked<T>[] => {
    if (standing === 'as-built') return [{ ...paper, edited: null }];
    return standing === 'edited' && asEdited ? [{ ...paper, edited: bytes }] : [];
  });
  const isNothing = value.length === 0 && papers.length > 0 && !hasErrors(messages);
  return {
    value,
    messages: isNothing ? [...messages, error(null, 'nothing-to-issue', { quarter: period })] : messages,
  };
}

type Stands<T> = { readonly paper: T; readonly bytes: Uint8Array | null; readonly standing: DraftStanding };

/** How each draft stands in out/Q against what would be said today. */
export function draftStandings<T extends { readonly draft: Draft }>(
  { disk, period }: Pick<DraftCheck, 'disk' | 'period'>,
  papers: readonly T[],
): readonly Stands<T>[] {
  const folder = `out/${period}`;
  const made = new Map(readManifest(disk, folder).value.files.map((file) => [file.path, file]));
  return papers.map((paper) => {
    const path = leadingFile(paper.draft);
    const bytes = disk.read(`${folder}/${path}`);
    return { paper, bytes, standing: standingOf(paper.draft, made.get(path), bytes) };
  });
}

/** Every paper that gets a number is made as DOCX, whatever else. */
function leadingFile({ path }: Draft): string {
  return `${path}.docx`;
}

function standingOf(draft: Draft, made: ManifestFile | undefined, bytes: Uint8Array | null): DraftStanding {
  if (made === undefined) return 'not-built';
  if (bytes === null) return 'gone';
  if (made.tree !== treeHash(draft.document)) return 'out-of-date';
  return made.sha256 === sha256(bytes) ? 'as-built' : 'edited';
}

type ToMake = { readonly file: string; readonly command: string };

/** What builds the draft as it is compared: as of the day of issue. Built for another day, it would be refused again and again. */
function commandFor({ kind }: Draft, { period, date }: Pick<DraftCheck, 'period' | 'date'>): string {
  if (kind === 'reminder') return `duban build ${period} --only "reminders/*" --date ${date}`;
  return parseQuarter(period) === null ? `duban build ${period}` : `duban build ${period} --for ${date}`;
}

/** One message for all: they have one cause and one way out. */
function together(code: 'draft-not-built' | 'draft-out-of-date', drafts: readonly ToMake[]): readonly Message[] {
  const [first] = drafts;
  if (first === undefined) return [];
  return [error(fileOnly(first.file), code, { count: drafts.length, command: first.command })];
}
