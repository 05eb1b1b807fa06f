/**
 * Loaded before the program: writes what the process used to USAGE at its end, threads included; seconds and megabytes. No module, since node would
 * load its loader of modules for it, which the program does without.
 */
const fs = require('node:fs');
const { isMainThread } = require('node:worker_threads');

process.on('exit', () => {
  if (!isMainThread || !process.env['USAGE']) return;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  fs.writeFileSync(
    process.env['USAGE'],
    JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, main: ofMainThread(), megabytes: maxRSS / 1024 }),
  );
});

/** Processor seconds of the main thread; null where the kernel does not say. */
function ofMainThread() {
  try {
    const [nanoseconds] = fs.readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1e9;
  } catch {
    return null;
  }
}
