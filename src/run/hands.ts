/**
 * The writing of many papers by several threads. A paper's bytes depend on its Document and on what all papers share, never on who made it or
 * on which others were made, so they are the same with one pair of hands and with eight.
 */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Fonts } from '../document/fonts.ts';
import type { Document } from '../document/tree.ts';
import type { Result } from '../message/message.ts';
import { hasFigures } from './pictures.ts';
import type { Format, Writers } from './plan.ts';

/** What a thread must know before its first paper, and is told first. */
export type HandSetup = { readonly root: string; readonly fonts: Fonts };
export type HandTask = { readonly id: number; readonly format: Format; readonly document: Document };
export type HandAnswer = { readonly id: number } & (Result<Uint8Array | null> | { readonly fault: unknown });

type Waiting = {
  readonly resolve: (made: Result<Uint8Array | null>) => void;
  readonly reject: (fault: unknown) => void;
};
type Hand = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

export type Hands = {
  /** The writers of a run, with so many hands. */
  readonly share: (writers: Writers, setup: HandSetup) => Writers;
  /** Must be called when all is written. */
  readonly end: () => Promise<void>;
};

/** Papers that are made before a second thread is started: it costs three quarters of a second of a processor and 65 MB, as much as some fifty letters. */
const alone = 8;
/** Papers that wait at a thread, so that it need not wait for us; we make one meanwhile. */
const ahead = 2;

/** How many papers are under way at a time with so many threads. */
export function papersUnderWay(jobs: number): number {
  return 1 + ahead * (jobs - 1);
}

/** `isMuch`: there will surely be much to write. The threads load their program then while the inputs are still read. */
export function handsFor({ jobs, isMuch }: { readonly jobs: number; readonly isMuch: boolean }): Hands {
  const program = workerProgram();
  const others = program === null ? 0 : jobs - 1;
  const early = Array.from({ length: isMuch ? others : 0 }, () => startWorker(program));
  const hands: Hand[] = [];
  return {
    share: (writers, setup) => {
      let asked = 0;
      const write = async (format: Format, document: Document): Promise<Result<Uint8Array | null>> => {
        asked += 1;
        while ((asked > alone || early.length > hands.length) && hands.length < others) {
          hands.push(startHand(early[hands.length] ?? startWorker(program), setup));
        }
        // Pictures are drawn, and remembered, in one place.
        const free = hasFigures(document) ? undefined : leastBusy(hands);
        return free === undefined ? writers.write[format](document) : handOver(free, { id: asked, format, document });
      };
      return { ...writers, write: { docx: (each) => write('docx', each), pdf: (each) => write('pdf', each) } };
    },
    end: async () => {
      await Promise.all([...early, ...hands.map(({ worker }) => worker)].map((worker) => worker.terminate()));
    },
  };
}

/** Null from the sources, which Node 20 cannot run: there is one pair of hands, and the papers are the same. */
function workerProgram(): string | null {
  const own = fileURLToPath(import.meta.url);
  return own.endsWith('.ts') ? null : fileURLToPath(new URL('./writing-worker.js', import.meta.url));
}

function startWorker(program: string | null): Worker {
  return new Worker(program ?? '');
}

function startHand(worker: Worker, setup: HandSetup): Hand {
  worker.postMessage(setup);
  const waiting = new Map<number, Waiting>();
  worker.on('message', (answer: HandAnswer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('fault' in answer) asker?.reject(answer.fault);
    else asker?.resolve(answer);
  });
  worker.on('error', (fault) => {
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  });
  return { worker, waiting };
}

function leastBusy(hands: readonly Hand[]): Hand | undefined {
  return hands.filter(({ waiting }) => waiting.size < ahead).toSorted((a, b) => a.waiting.size - b.waiting.size)[0];
}

function handOver({ worker, waiting }: Hand, task: HandTask): Promise<Result<Uint8Array | null>> {
  return new Promise((resolve, reject) => {
    waiting.set(task.id, { resolve, reject });
    worker.postMessage(task);
  });
}
