/**
 * Garbage while there is much of it. V8 lets it lie until the heap comes near its limit, which is a part of the machine's memory: of a ledger of
 * 20,000 rows 1.1 GB on a machine of 24 GB, of which 0.2 are in use. An office's computer has other work too.
 */
import v8 from 'node:v8';
import vm from 'node:vm';
import { setForLong } from './engine.ts';

/** What has grown so large is no short command. Bytes. */
const long = 64 << 20;
/** What a quarter of some sixty units needs does not come here: to collect costs time. Bytes. */
const quiet = 200 << 20;
/** More than at the last collection: what grows is not collected again and again, and no sooner than V8 itself would for as many buffers. Bytes. */
const growth = 80 << 20;
/** Less than that growth: what was collected just now is not collected again. */
const mostAhead = 72 << 20;

export type Heap = { readonly used: () => number; readonly setForLong: () => void; readonly collect: () => void };

/**
 * Answers with a function to be called between two pieces of work, which sets V8 for a long command and collects garbage where the process has
 * grown large. `ahead`: what the next piece will need, where that is much; a collection costs as much before the largest paper as before a
 * letter, and is worth more.
 */
export function collector({ used, setForLong, collect }: Heap): (ahead?: number) => void {
  let limit = quiet;
  return (ahead = 0) => {
    const now = used();
    if (now >= long) setForLong();
    if (now + Math.min(ahead, mostAhead) < limit) return;
    collect();
    limit = Math.max(quiet, used() + growth);
  };
}

type Collect = (how?: { readonly type: 'minor' }) => void;

let collectNow: Collect | null = null;

/** Node gives the collector away only by this flag, which it reads when a context is made. */
function collect(): void {
  if (collectNow === null) {
    v8.setFlagsFromString('--expose-gc');
    collectNow = vm.runInNewContext('gc') as Collect;
    // V8 would refuse the code that the program keeps (engine.ts).
    v8.setFlagsFromString('--no-expose-gc');
  }
  collectNow();
  // V8 counts buffers that are gone as in use until it collects again, and the limit would be too high by them: 130 MB after a large report.
  collectNow({ type: 'minor' });
}

export const collectGarbage = collector({ used: heapSize, setForLong, collect });

/** Cheap to ask, other than what the system counts. Without the room that V8 has in hand since the last collection: it is filled first. */
function heapSize(): number {
  const { used_heap_size: heap, external_memory: outside } = v8.getHeapStatistics();
  return heap + outside;
}
