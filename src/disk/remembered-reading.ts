/**
 * A reading that is not done twice: what it answered is remembered with all that it asked of the disk. While the disk answers the same, so does
 * the reading, and nothing is parsed.
 */
import { hashOfNames } from './asked.ts';
import type { Disk } from './disk.ts';
import { isRemembering, memorize, metSince, recall, touch } from './memory.ts';
import { hashOfFile, sha256 } from './sha256.ts';

/** One question and the hash of its answer; null where there was no such file. */
type Question =
  | { readonly ask: 'read'; readonly file: string; readonly hash: string | null }
  | { readonly ask: 'readStart'; readonly file: string; readonly limit: number; readonly hash: string | null }
  | { readonly ask: 'measure'; readonly file: string; readonly hash: string | null }
  | { readonly ask: 'list'; readonly folder: string; readonly hash: string };

type Asked = {
  readonly questions: readonly Question[];
  /** What else was remembered on the way: it is not forgotten while this stands for it. */
  readonly within: readonly string[];
};

export type RememberedReading<T> = {
  readonly value: T;
  /** Stands for everything that the value came from; null where nothing is remembered. */
  readonly identity: string | null;
};

/** `of`: all that the answer depends on beside the disk. `read` asks no other disk than the one it is given. */
export function rememberReading<T>(
  disk: Disk,
  { kind, of }: { readonly kind: string; readonly of: string },
  read: (disk: Disk) => T,
): RememberedReading<T> {
  if (!isRemembering()) return { value: read(disk), identity: null };
  const known = recall<Asked>(`${kind}-asked`, of);
  if (known !== null && known.questions.every((question) => hashNow(disk, question) === question.hash)) {
    const identity = identityOf(of, known);
    const kept = recall<{ readonly value: T }>(kind, identity);
    touch(known.within);
    if (kept !== null) return { value: kept.value, identity };
  }
  const met = metSince();
  const { watched, questions } = watching(disk);
  const value = read(watched);
  const all = questions();
  if (all === null) return { value, identity: null };
  const asked: Asked = { questions: all, within: met() };
  const identity = identityOf(of, asked);
  memorize(`${kind}-asked`, of, asked);
  memorize(kind, identity, { value });
  return { value, identity };
}

function identityOf(of: string, { questions }: Asked): string {
  return sha256(JSON.stringify([of, questions]));
}

function hashNow(disk: Disk, question: Question): string | null {
  switch (question.ask) {
    case 'read':
      return hashOf(disk.read(question.file));
    case 'readStart':
      return hashOf(disk.readStart(question.file, question.limit));
    case 'measure':
      return hashOfFile(disk, question.file);
    case 'list':
      return hashOfNames(disk.list(question.folder));
  }
}

function hashOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : sha256(bytes);
}

/** `questions`: null when one was asked whose answer is not kept, or the system refused one. */
function watching(disk: Disk): { readonly watched: Disk; readonly questions: () => readonly Question[] | null } {
  const found = new Map<string, Question>();
  let isWhole = true;
  const note = ({ hash, ...question }: Question): void => {
    const name = JSON.stringify(question);
    // A file that changed meanwhile: the answer rests on both.
    const before = found.get(name);
    if (before !== undefined && before.hash !== hash) isWhole = false;
    found.set(name, { ...question, hash } as Question);
  };
  const asking = <T>(ask: () => T, noted: (answer: T) => Question | null): T => {
    const before = isWhole;
    isWhole = false;
    // What is refused is thrown here.
    const answer = ask();
    const question = noted(answer);
    isWhole = before && question !== null;
    if (question !== null) note(question);
    return answer;
  };
  return { watched: watchedBy(disk, asking), questions: () => (isWhole ? [...found.values()] : null) };
}

type Asking = <T>(ask: () => T, noted: (answer: T) => Question | null) => T;

function watchedBy(disk: Disk, asking: Asking): Disk {
  const read: Disk['read'] = (file) =>
    asking(
      () => disk.read(file),
      (bytes) => ({ ask: 'read', file, hash: hashOf(bytes) }),
    );
  const readStart: Disk['readStart'] = (file, limit) =>
    asking(
      () => disk.readStart(file, limit),
      (bytes) => ({ ask: 'readStart', file, limit, hash: hashOf(bytes) }),
    );
  const list: Disk['list'] = (folder) =>
    asking(
      () => disk.list(folder),
      (names) => ({ ask: 'list', folder, hash: hashOfNames(names) }),
    );
  const measure: Disk['measure'] = (file, algorithms) =>
    asking(
      () => disk.measure(file, algorithms),
      (measured) =>
        algorithms.join(' ') === 'sha256' ? { ask: 'measure', file, hash: measured?.hashes[0] ?? null } : null,
    );
  const isLink: Disk['isLink'] = (file) =>
    asking(
      () => disk.isLink(file),
      () => null,
    );
  return { ...disk, read, readStart, list, measure, isLink };
}
