/** Characters of the inputs that no face of office.yaml has: told with file and row before any paper is begun. */
import { taskPlace } from '../domain/resolve.ts';
import type { Faces } from '../workspace/faces.ts';
import { memorize, recall } from '../disk/memory.ts';
import { error, type Message, type Place } from '../message/message.ts';
import type { Coverages } from '../write/pdf/coverage.ts';
import type { Standing } from './standing.ts';

type Written = { readonly text: string; readonly place: Place };

/** Empty too when a face cannot be opened: the writer says why. */
export async function unprintableIn(standings: readonly Standing[], faces: Faces): Promise<readonly Message[]> {
  const written = once(standings.flatMap(writtenIn));
  const characters = [...new Set(written.map(({ text }) => text).join(''))].toSorted().join('');
  const of = [...Object.values(faces).map(({ identity, face }) => `${identity} ${face ?? ''}`), characters].join('\n');
  // One return more has the same two thousand characters as a rule, and then no face need be opened.
  if (recall<boolean>('printable', of) === true) return [];
  const [{ knownCoverages }, { lackingIn }] = await Promise.all([
    import('../write/pdf/coverage.ts'),
    import('../write/pdf/missing-glyphs.ts'),
  ]);
  const coverages = knownCoverages(faces) ?? (await openedFaces(faces));
  if (coverages === null) return [];
  const lacking = lackingIn(coverages);
  if (lacking(characters).length === 0) {
    memorize('printable', of, true);
    return [];
  }
  return written.flatMap(({ text, place }) =>
    lacking(text).map((found) => error(place, 'input-character-unprintable', found)),
  );
}

/** fontkit comes only where it is needed. */
async function openedFaces(faces: Faces): Promise<Coverages | null> {
  const { openFaces } = await import('../write/pdf/faces.ts');
  return openFaces(faces).value;
}

/** What the PDF papers print of the inputs, with the row that says it. */
function writtenIn({ ledger, parts }: Standing): readonly Written[] {
  const { catalogue, roster, plans, closures, adjustments, remarks } = parts;
  const tasks = catalogue.tasks.map((task) => ({ text: task.text, place: taskPlace(catalogue, task) }));
  const units = roster.units.map(({ name, place }) => ({ text: name, place }));
  const returns = ledger.entries.flatMap(({ latest }) =>
    latest === null ? [] : [{ text: latest.progress, place: latest.place }],
  );
  const acts = closures.map(({ basis, place }) => ({ text: basis, place }));
  const plan = plans.map(({ requirement, place }) => ({ text: requirement, place }));
  const found = adjustments.map(({ kind, reason, basis, place }) => ({ text: kind + reason + basis, place }));
  const added = remarks.map(({ text, place }) => ({ text, place }));
  return [...tasks, ...units, ...plan, ...acts, ...returns, ...found, ...added];
}

/** The quarters of a year share catalogue, roster and plan. */
function once(written: readonly Written[]): readonly Written[] {
  return [...new Map(written.map((each) => [`${JSON.stringify(each.place)} ${each.text}`, each])).values()];
}
