/** Work given to a thread of its own and waited for, with limits of time and memory: a hostile file cannot hold or fill the program. */
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Library, OldWorkbook, StruckIn } from './in-worker.ts';

export type AsideLimits = { readonly seconds: number; readonly megabytes: number };

type Work = (library: Library, bytes: Uint8Array, rows: number) => OldWorkbook;

type Answer = { readonly value: OldWorkbook } | { readonly fault: string };

export type AsideTask = {
  /** The code of a library, as a CommonJS module; run in the thread alone. */
  readonly library: string;
  /** `work` finds it beside what the library has. */
  readonly struckIn: StruckIn;
  readonly bytes: Uint8Array;
  readonly rows: number;
  readonly limits: AsideLimits;
};

/** What `work` gives; a text says why it could not; null when it ran into a limit. */
export function aside(work: Work, { library, struckIn, bytes, rows, limits }: AsideTask): OldWorkbook | string | null {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(sourceOf(work, struckIn, library), {
    eval: true,
    workerData: { port: port2, signal, bytes, rows },
    transferList: [port2],
    // The library writes to the console of its own accord; unread streams keep it to themselves.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  // A thread that ran out of memory says so later, when nobody waits for it any more.
  worker.on('error', () => {});
  Atomics.wait(signal, 0, 0, limits.seconds * 1000);
  const message = receiveMessageOnPort(port1) as { readonly message: Answer } | undefined;
  port1.close();
  worker.unref();
  // Its end need not be waited for.
  void worker.terminate();
  if (message === undefined) return null;
  return 'value' in message.message ? message.message.value : message.message.fault;
}

/** The thread's program, from the texts of the functions: none may use a name from outside. */
function sourceOf(work: Work, struckIn: StruckIn, library: string): string {
  const load = `() => { const module = { exports: {} }; ((module, exports) => {${library}\n})(module, module.exports); return { ...module.exports, struckIn: ${struckIn.toString()} }; }`;
  return `(${answer.toString()})(require('node:worker_threads').workerData, ${load}, ${work.toString()})`;
}

type Task = {
  readonly port: { readonly postMessage: (answer: Answer) => void };
  readonly signal: Int32Array;
  readonly bytes: Uint8Array;
  readonly rows: number;
};

function answer({ port, signal, bytes, rows }: Task, load: () => Library, work: Work): void {
  try {
    port.postMessage({ value: work(load(), bytes, rows) });
  } catch (fault) {
    port.postMessage({ fault: fault instanceof Error ? fault.message : String(fault) });
  }
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
}
