/**
 * What is slow to begin, loaded once and asked again and again: the program, which answers as a process of its own would, or the Open XML
 * validator. One question at a time; whatever a command leaves in the process (listeners, the folder it stood in) is taken away before the
 * next.
 * Arguments: the socket to listen at.
 */
import net from 'node:net';
import { pathToFileURL } from 'node:url';

// A suite that is killed leaves nobody behind.
process.on('disconnect', () => process.exit());

const home = process.cwd();
let last = Promise.resolve();

net
  .createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (piece) => {
      text += piece;
      if (!text.endsWith('\n')) return;
      const question = JSON.parse(text);
      last = last.then(async () =>
        socket.end(JSON.stringify(await (question.program ? answer(question) : validated(question)))),
      );
    });
    socket.on('error', () => undefined);
  })
  .listen(process.argv[2], () => process.send?.('listening'));

/** The faults of a package, as the validator tells them. */
async function validated({ bytes, kind }) {
  const { default: validate } = await import('@ooxml-tools/validate');
  return validate(Buffer.from(bytes, 'base64'), kind, 'Microsoft365');
}

/** `program`: the file that exports `main`. */
async function answer({ program, args, cwd }) {
  const out = { stdout: [], stderr: [] };
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
    return { exitCode, stdout: textOf(out.stdout), stderr: textOf(out.stderr) };
  } catch (cause) {
    return { exitCode: null, stdout: textOf(out.stdout), stderr: `${textOf(out.stderr)}${cause?.stack ?? cause}` };
  } finally {
    for (const name of ['stdout', 'stderr']) delete process[name].write;
    process.chdir(home);
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
