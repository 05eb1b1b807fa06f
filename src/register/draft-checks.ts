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
import type { Draft } from './draft.ts';

/** `edited`: the bytes of a draft that goes out as the clerk left it; null = as it was built. */
export type Checked<T> = T & { readonly edited: Uint8Array | null };

/** gone: it was built and is not there any more. */
export type DraftStanding = 'as-built' | 'not-built' | 'out-of-date' | 'edited' | 'gone';

export type DraftCheck = {
  readonly disk: Disk;
  /** The folder of out/ in which they lie: a quarter's, or a year's. */
  readonly period: string;
  readonly asEdited: boolean;
};

/** The papers that can go out; those that stop themselves are left out, with a warning each. With an error none can. */
export function checkDrafts<T extends { readonly draft: Draft }>(
  { disk, period, asEdited }: DraftCheck,
  papers: readonly T[],
): Result<readonly Checked<T>[]> {
  const folder = `out/${period}`;
  const stands = draftStandings({ disk, period }, papers);
  const files = (standing: DraftStanding): readonly string[] =>
    stands.filter((each) => each.standing === standing).map(({ paper }) => `${folder}/${leadingFile(paper.draft)}`);
  const messages = [
    ...together('draft-not-built', files('not-built'), period),
    ...together('draft-out-of-date', files('out-of-date'), period),
    ...(asEdited ? [] : files('edited').map((file) => warning(fileOnly(file), 'draft-edited-left'))),
    ...files('gone').map((file) => warning(fileOnly(file), 'draft-gone', { quarter: period })),
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

/** One message for all: they have one cause and one way out. */
function together(
  code: 'draft-not-built' | 'draft-out-of-date',
  files: readonly string[],
  period: string,
): readonly Message[] {
  const [first] = files;
  return first === undefined ? [] : [error(fileOnly(first), code, { quarter: period, count: files.length })];
}
