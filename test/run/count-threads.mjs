/** Loaded before the program: counts the threads that it starts, and writes their number to THREADS at the end. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import threads, { isMainThread, Worker } from 'node:worker_threads';

let count = 0;
threads.Worker = class extends Worker {
  constructor(...args) {
    super(...args);
    count += 1;
  }
};
syncBuiltinESMExports();
process.on('exit', () => {
  if (isMainThread) fs.writeFileSync(process.env['THREADS'], String(count));
});
