/**
 * Loaded before the program: it dies at one of its changes of the disk, by a real SIGKILL and with that change half done. `KILL_STEP` says at
 * which one. With `KILL_SIGNAL` it is told to end instead, as by Ctrl-C, when that change is done. Without a step the changes are only counted.
 */
import fs from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const real = { ...fs };
const last = Number(process.env.KILL_STEP ?? Infinity);
const signal = process.env.KILL_SIGNAL ?? 'SIGKILL';
let steps = 0;

/** A change of the disk; `half` is done of the one that it dies at. */
function changing(name, half, isChange = () => true) {
  fs[name] = (...args) => {
    if (!isChange(...args)) return real[name](...args);
    steps += 1;
    if (steps < last || (steps > last && signal !== 'SIGKILL')) return real[name](...args);
    if (signal !== 'SIGKILL') {
      process.kill(process.pid, signal);
      return real[name](...args);
    }
    half(...args);
    process.kill(process.pid, 'SIGKILL');
    for (;;);
  };
}

function nothing() {}

function halfOfBytes(file, bytes) {
  const handle = typeof file === 'number' ? file : real.openSync(file, 'w');
  const all = Buffer.from(bytes);
  real.writeSync(handle, all, 0, all.length >> 1);
}

function halfOfFolder(file) {
  if (!real.statSync(file, { throwIfNoEntry: false })?.isDirectory()) return;
  const files = real.readdirSync(file);
  for (const each of files.slice(0, (files.length + 1) >> 1)) real.rmSync(`${file}/${each}`, { recursive: true });
}

// Workers only compute; the one who writes is the main thread.
if (isMainThread) {
  changing('writeFileSync', halfOfBytes);
  changing('openSync', nothing, (_, flags = 'r') => flags !== 'r');
  for (const name of ['fsyncSync', 'fsync', 'mkdirSync', 'renameSync', 'linkSync']) changing(name, nothing);
  changing('rmSync', halfOfFolder, (file) => real.existsSync(file));
  globalThis.countedSince = () => {
    const counted = steps;
    steps = 0;
    return counted;
  };
}
