/**
 * What is slow to begin, loaded once and asked again and again: the program, which answers as a process of its own would, the Open XML
 * validator, or LibreOffice. One question at a time; whatever a command leaves in the process (listeners, the folder it stood in) is taken away before the
 * next.
 * Arguments: the socket to listen at; without one it is asked by messages of its parent.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

// A suite that is killed leaves nobody behind.
process.on('disconnect', () => process.exit());

const home = process.cwd();
const [, , address] = process.argv;
let last = Promise.resolve();

if (address === undefined) {
  process.on('message', async (question) => process.send(await inTurn(question)));
} else {
  // Nobody cuts the power meanwhile, and a disk takes its time; whoever is killed has a process of its own.
  fs.fsyncSync = () => undefined;
  fs.fsync = (_, done) => done(null);
  net
    .createServer((socket) => {
      let text = '';
      socket.setEncoding('utf8');
      socket.on('data', async (piece) => {
        text += piece;
        if (text.endsWith('\n')) socket.end(JSON.stringify(await inTurn(JSON.parse(text))));
      });
      socket.on('error', () => undefined);
    })
    .listen(address, () => process.send?.('listening'));
}

function inTurn(question) {
  last = last.then(() => {
    if (question.program) return answer(question);
    return question.office ? converted(question) : validated(question);
  });
  return last;
}

let office;

/** `office`: a folder with its faces and the file that it has open. It saves the files in the folder `into`; a second one hands them to it. */
async function converted({ office: folder, to, into, files }) {
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const env = { ...process.env, FONTCONFIG_FILE: path.join(folder, 'fonts.conf') };
  const usual = [profile, '--headless', '--norestore'];
  if (office === undefined) {
    office = spawn('soffice', [...usual, path.join(folder, 'open.rtf')], { env, stdio: 'ignore', detached: true });
    process.on('exit', endOffice);
    process.on('SIGTERM', async () => {
      endOffice();
      if (office.exitCode === null && office.signalCode === null) await once(office, 'exit');
      process.exit();
    });
    // Until then it does not listen.
    while (!fs.existsSync(path.join(folder, '.~lock.open.rtf#')) && office.exitCode === null) await wait(50);
  }
  const asked = promisify(execFile)('soffice', [...usual, '--convert-to', to, '--outdir', into, ...files], { env });
  return asked.catch(({ message }) => ({ stderr: message }));
}

/** With what it started itself. */
function endOffice() {
  if (office.exitCode === null && office.signalCode === null) process.kill(-office.pid);
}

/** The faults of a package, as the validator tells them. */
async function validated({ bytes, kind }) {
  const { default: validate } = await import('@ooxml-tools/validate');
  return validate(Buffer.from(bytes, 'base64'), kind, 'Microsoft365');
}

/** `program`: the file that exports `main`. `env`: for this command only. `counted`: what a module that was loaded before has counted since the last answer. */
async function answer({ program, args, cwd, env = {} }) {
  const out = { stdout: [], stderr: [] };
  Object.assign(process.env, env);
  const before = listeners();
  for (const name of ['stdout', 'stderr']) {
    process[name].write = (piece, ...more) => {
      out[name].push(Buffer.from(piece));
      more.find((each) => typeof each === 'function')?.();
      return true;
    };
  }
  try {
    process.chdir(cwd ?? home);
    const { default: loaded } = await import(pathToFileURL(program).href);
    const exitCode = await loaded.main(args);
    return { exitCode, stdout: textOf(out.stdout), stderr: textOf(out.stderr), counted: globalThis.countedSince?.() };
  } catch (cause) {
    return { exitCode: null, stdout: textOf(out.stdout), stderr: `${textOf(out.stderr)}${cause?.stack ?? cause}` };
  } finally {
    for (const name of ['stdout', 'stderr']) delete process[name].write;
    process.chdir(home);
    for (const name of Object.keys(env)) delete process.env[name];
    forgetBeyond(before);
  }
}

const heard = [process, process.stdout, process.stderr].flatMap((emitter) =>
  ['SIGINT', 'SIGTERM', 'SIGHUP', 'uncaughtException', 'exit', 'error'].map((event) => ({ emitter, event })),
);

function listeners() {
  return heard.map(({ emitter, event }) => emitter.rawListeners(event));
}

/** What was to be done at the end is done: this is the end of the command. */
function forgetBeyond(before) {
  heard.forEach(({ emitter, event }, at) => {
    for (const listener of emitter.rawListeners(event)) {
      if (before[at].includes(listener)) continue;
      if (event === 'exit') listener.call(emitter, 0);
      emitter.off(event, listener);
    }
  });
}

function textOf(pieces) {
  return Buffer.concat(pieces).toString('utf8');
}
