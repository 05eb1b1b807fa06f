import type { Language } from '../message/wording/language.ts';
import path from 'node:path';
import { readFaces } from '../workspace/faces.ts';
import { errorsOf, hasErrors, type Message, type Result } from '../message/message.ts';
import { archivedNumbers } from '../archive/archived-numbers.ts';
import { isBag } from '../archive/read-manifests.ts';
import { verifyBag, type BagVerification } from '../archive/verify-bag.ts';
import { diskAt } from '../disk/disk.ts';
import { commandWords } from '../message/wording/commands.ts';
import { issuedFolder } from '../register/entry.ts';
import { readRegister } from '../register/read-register.ts';
import { readSealHash, verifySeal } from '../register/seal.ts';
import { verifyIssued } from '../register/verify-issued.ts';
import { reprint } from '../register/reprint.ts';
import { rendererOf, writerName } from '../run/rendering.ts';
import { readWorkspace } from '../workspace/workspace.ts';
import { createWriters } from '../run/writers.ts';
import { resultWords } from '../message/wording/results.ts';
import { CannotRun, command, contextOf, withoutNotes, workspaceContext, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';
import { numberOption } from './options.ts';

/** `reprint NUMBER`: an issued paper again, from its stored tree. */
export const reprintCommand = command(
  (each, words) => each.positional(...numberOption(words)),
  (globals, args) => reprintNumber(globals, args.number),
);

/** `verify PATH`: a bag, or out/issued against the register. */
export const verifyCommand = command(
  (each, words) =>
    each
      .positional('path', { type: 'string', demandOption: true, describe: words.path })
      .option('seal', { type: 'string', describe: words.sealedLine }),
  (globals, args) => verify(globals, args.path, args.seal),
);

async function reprintNumber(globals: Globals, number: string): Promise<CommandOutcome> {
  const { disk } = workspaceContext(globals);
  const workspace = readWorkspace(disk);
  const found = [...workspace.messages, ...errorsOf(readRegister(disk).messages)];
  if (workspace.value === null) return { value: { files: [] }, lines: [], messages: withoutNotes(found) };
  const { office } = workspace.value;
  const faces = readFaces(disk, office);
  const writers = await createWriters(disk, office, faces.value);
  const problems = [...faces.messages, ...writers.messages];
  if (writers.value === null || hasErrors(problems)) return { value: { files: [] }, lines: [], messages: problems };
  const formats = office.formats;
  const { value, messages } = await reprint({
    disk,
    number,
    writer: writerName(writers.value, formats),
    render: rendererOf(writers.value, formats),
  });
  const files = value.map(({ path: file, sha256, onDisk }) => ({ path: file, sha256, onDisk }));
  return { value: { files }, lines: files.map((file) => `${file.path}　${file.sha256}`), messages };
}

function verify(globals: Globals, target: string, seal: string | undefined): CommandOutcome {
  const { disk } = contextOf(globals);
  // As people name it: from where they stand, or inside the workspace.
  const places = [path.resolve(target), path.resolve(disk.root, target)];
  const bag = places.find((place) => isBag(diskAt(place).list('.')));
  if (bag !== undefined)
    return bagOutcome({ target, lang: globals.lang }, verifyBag(diskAt(path.dirname(bag)), path.basename(bag), disk));
  if (!places.includes(path.resolve(disk.root, issuedFolder))) {
    throw new CannotRun(commandWords[globals.lang].nothingToVerify(target));
  }
  const known = archivedNumbers(disk);
  const { value, messages: found } = verifyIssued(workspaceContext(globals).disk, known.value);
  const { expected, missing, changed, extra } = value;
  const counts = { missing: missing.length, changed: changed.length, extra: extra.length };
  return {
    value: { ...value },
    lines: [resultWords[globals.lang].verified({ target, files: expected, ...counts, badlyNamed: 0 })],
    messages: [...found, ...known.messages, ...sealed(globals, seal)],
  };
}

/** Compared with what was signed: a register that was cut or rewritten up to that line is found, whatever was added since. */
function sealed(globals: Globals, written: string | undefined): readonly Message[] {
  if (written === undefined) return [];
  const [count = '', ...digits] = written.trim().split(/\s+/u);
  const hash = readSealHash(digits.join(''));
  if (hash === null || !/^[1-9]\d*$/u.test(count)) throw new CannotRun(commandWords[globals.lang].badSeal(written));
  const { value: register } = readRegister(workspaceContext(globals).disk);
  return verifySeal(register, { count: Number(count), hash });
}

function bagOutcome(
  { target, lang }: { readonly target: string; readonly lang: Language },
  { value, messages }: Result<BagVerification>,
): CommandOutcome {
  const { files, missing, changed, extra, badlyNamed } = value;
  const counts = { missing: missing.length, changed: changed.length, extra: extra.length };
  const named = messages.map((message) => asNamed(message, target));
  const line = resultWords[lang].verified({ target, files, ...counts, badlyNamed: badlyNamed.length });
  return { value: { ...value }, lines: [line], messages: named };
}

/** A bag's own name stands first in its places; people look for it where they said it lies. */
function asNamed(message: Message, target: string): Message {
  if (message.place === null) return message;
  const { file } = message.place;
  const inside = file.includes('/') ? file.slice(file.indexOf('/')) : '';
  return { ...message, place: { ...message.place, file: `${target.replace(/(?<![\\/])[\\/]+$/u, '')}${inside}` } };
}
