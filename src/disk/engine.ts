/**
 * How V8 is set: for a command that ends within a second or two, as most do, and for one that turns out to be long. It refuses compiled code
 * that was kept under other settings, so the loader (bundle/load.ts) sets it back whenever it compiles or keeps some.
 */
import v8 from 'node:v8';

/** Before anything runs; the threads of papers have these too. */
export function setForShort(): void {
  tierUpAfter(3_000_000);
  // Young objects get no more room than at the start: memory is dear when it is touched first, an eighth of a check was that.
  v8.setFlagsFromString('--semi-space-growth-factor=1');
  // A second thread would be woken for what one has looked through by then.
  v8.setFlagsFromString('--no-parallel-scavenge');
  // Where most of what was made before lived long, V8 makes the next among its old objects at once, and looks there seldom: of 250 papers, most of
  // which were gone by then, 25 MB lay there.
  v8.setFlagsFromString('--no-allocation-site-pretenuring');
  // What ran once is kept too: the next run needs it.
  v8.setFlagsFromString('--no-flush-bytecode');
  // V8 would first make a code of its own of an expression, and machine code when it is asked again: hundreds of ours are, and few only once.
  v8.setFlagsFromString('--no-regexp-tier-up');
}

/** Again at each piece of work. */
export function setForLong(): void {
  tierUpAfter(600_000);
  // What lives a while is looked through less often.
  v8.setFlagsFromString('--semi-space-growth-factor=2');
  v8.setFlagsFromString('--parallel-scavenge');
}

/**
 * Functions are optimised in another thread once they have run for so long, in bytes of code executed. Most commands end before that pays: from
 * nothing to 90 papers a quarter of the processor's time went there. V8 of Node 22 counts calls instead, waits longer by itself, and complains
 * of a flag that it does not know.
 */
function tierUpAfter(bytes: number): void {
  if (Number.parseInt(process.versions.v8, 10) < 12) v8.setFlagsFromString(`--interrupt-budget=${bytes}`);
}
