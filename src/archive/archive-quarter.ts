/**
 * `archive Q`: the issued papers of a quarter with everything that proves them, as a BagIt bag. A bag is made once and never changed;
 * after a reissue a new one is made, which holds the whole quarter again and names the bag it replaces.
 */
import type { Message, Result } from '../message/message.ts';
import { byProduct } from '../build/by-product.ts';
import { after } from '../message/result.ts';
import { error, hasErrors, info } from '../message/message.ts';
import { fileOnly } from '../message/place.ts';
import type { Register, RegisterEntry } from '../register/entry.ts';
import { registerFile } from '../register/entry.ts';
import { readRegisterToAdd } from '../register/known-numbers.ts';
import { withRegister } from '../register/with-register.ts';
import { sha256 } from '../disk/sha256.ts';
import type { ArchivedBag } from './archive-log.ts';
import { appendToArchiveLog, archiveLogFile, proofFile, readArchiveLog } from './archive-log.ts';
import { archivedNumbers } from './archived-numbers.ts';
import { bagInfoField } from './bag-format.ts';
import type { BagContent } from './content.ts';
import { contentOf } from './content.ts';
import { archiveFolder, bagBase, nextBag } from './next-bag.ts';
import { infoOf, isSameContent, payloadOf } from './payload.ts';
import type { Archived, ArchiveRequest } from './request.ts';
import { writeBag } from './write-bag.ts';

const nothing: Archived = { folder: null, isNew: false, papers: 0, previous: null };

/** With an error nothing is made; nothing changed since the last bag → that bag, and a note. */
export async function archiveQuarter(request: ArchiveRequest): Promise<Result<Archived>> {
  const { disk, isDry } = request;
  const asked = { disk, known: archivedNumbers(disk) };
  if (!isDry) return withRegister(asked, nothing, ({ register }) => archiveWith(request, register));
  const { value: register, messages } = readRegisterToAdd(asked);
  if (hasErrors(messages)) return { value: nothing, messages };
  const archived = await archiveWith(request, register);
  return after(messages, archived);
}

async function archiveWith(request: ArchiveRequest, register: Register): Promise<Result<Archived>> {
  const entries = register.entries.filter((entry) => entry.quarter === request.quarter);
  const log = readArchiveLog(request.disk);
  const before = [...notReady(request, entries), ...log.messages];
  if (hasErrors(before)) return { value: nothing, messages: before };
  const content = await contentOf(request, entries, register);
  const messages = [...before, ...content.messages];
  if (hasErrors(messages)) return { value: nothing, messages };
  const archived = bagOf(request, content.value, log.value);
  return after(messages, archived);
}

function notReady({ quarter, date }: ArchiveRequest, entries: readonly RegisterEntry[]): readonly Message[] {
  // Numbers of several series do not follow the days, and a paper taken back may bear a slip for its day.
  const days = entries
    .filter(({ state }) => state === 'valid' || state === 'superseded')
    .map(({ issuedOn }) => issuedOn);
  const last = days.toSorted().at(-1);
  if (entries.length === 0) return [error(fileOnly(registerFile), 'archive-not-issued', { quarter })];
  return last !== undefined && date < last ? [error(null, 'archive-date', { date, last })] : [];
}

function bagOf(request: ArchiveRequest, content: BagContent, log: readonly ArchivedBag[]): Result<Archived> {
  const { disk, quarter, office } = request;
  const names = nextBag(disk, bagBase(office.archive.fondsCode, quarter), log);
  const numbers = content.items.map(({ number }) => number);
  const papers = numbers.length;
  const latest = names.previous === null ? null : `${archiveFolder}/${names.previous}`;
  if (latest !== null && isSameContent(disk, latest, content)) {
    const unentered = enter(request, { folder: latest, numbers, log });
    const messages = [...unentered, info(fileOnly(latest), 'archive-unchanged', { bag: names.previous ?? '' })];
    return { value: { folder: latest, isNew: false, papers, previous: null }, messages };
  }
  const folder = `${archiveFolder}/${names.name}`;
  if (request.isDry) return { value: { folder, isNew: true, papers, previous: names.previous }, messages: [] };
  const payload = payloadOf(request, content, names);
  const messages = writeBag(disk, { folder, payload, info: infoOf(request, names) });
  if (hasErrors(messages)) return { value: nothing, messages };
  const unentered = enter(request, { folder, numbers, log });
  return { value: { folder, isNew: true, papers, previous: names.previous }, messages: [...messages, ...unentered] };
}

type Bagged = { readonly folder: string; readonly numbers: readonly string[]; readonly log: readonly ArchivedBag[] };

/** Enters a bag in the log by what the bag says of itself; also one that a killed run made and did not enter, or that could not be entered. */
function enter({ disk, quarter, isDry }: ArchiveRequest, { folder, numbers, log }: Bagged): readonly Message[] {
  const bag = folder.slice(archiveFolder.length + 1);
  if (isDry || log.some((each) => each.bag === bag)) return [];
  const told = new TextDecoder().decode(disk.read(`${folder}/bag-info.txt`) ?? new Uint8Array());
  const date = bagInfoField(told, 'Bagging-Date') ?? '';
  const previous = bagInfoField(told, 'Internal-Sender-Identifier') ?? '';
  const proof = sha256(disk.read(`${folder}/${proofFile}`) ?? '');
  const line = { bag, quarter, date, papers: String(numbers.length), previous, proof, numbers };
  let isEntered = true;
  const unwritten = byProduct(archiveLogFile, () => {
    isEntered = appendToArchiveLog(disk, log, line);
  });
  return isEntered ? unwritten : [error(fileOnly(archiveLogFile), 'saved-meanwhile')];
}
