/**
 * Garbage while there is much of it. V8 lets it lie until the heap comes near its limit, which is a part of the machine's memory: of a ledger of
 * 20,000 rows 1.1 GB on a machine of 24 GB, of which 0.2 are in use. An office's computer has other work too.
 */
import v8 from 'node:v8';
import vm from 'node:vm';

/** What a quarter of some sixty units needs does not come here: to collect costs time. Bytes. */
const quiet = 220 << 20;
/** Of what was in use at the last collection: what grows is not collected again and again. */
const growth = 1.1;

export type Heap = { readonly used: () => number; readonly collect: () => void };

/** Answers with a function to be called between two pieces of work, which collects garbage where the process has grown large. */
export function collector({ used, collect }: Heap): () => void {
  let limit = quiet;
  return () => {
    if (used() < limit) return;
    collect();
    limit = Math.max(quiet, used() * growth);
  };
}

let collectNow: (() => void) | null = null;

/** Node gives the collector away only by this flag, which it reads when a context is made. */
function collect(): void {
  if (collectNow === null) {
    v8.setFlagsFromString('--expose-gc');
    collectNow = vm.runInNewContext('gc') as () => void;
  }
  collectNow();
}

export const collectGarbage = collector({ used: heapSize, collect });

/** Cheap to ask, other than what the system counts. */
function heapSize(): number {
  const { total_heap_size: heap, external_memory: outside } = v8.getHeapStatistics();
  return heap + outside;
}
