/**
 * Loaded before the program: the call of node:fs that `FAULT` names fails for what the program writes into out/ (or to FAULT_AT), with a code of
 * the system or as a fault of the program. Both are looked at when a call is made: each command may have a fault of its own.
 */
import fs from 'node:fs';

for (const name of [
  'openSync',
  'readFileSync',
  'readdirSync',
  'writeFileSync',
  'fsyncSync',
  'renameSync',
  'mkdirSync',
]) {
  const real = fs[name];
  fs[name] = (...args) => {
    const [call, how] = (process.env.FAULT ?? '').split(' ');
    if (call !== name || !isForUs(name, args)) return real(...args);
    if (!/^E[A-Z]+$/u.test(how)) throw new TypeError(`${how} 的数据`);
    throw Object.assign(new Error(`${how}: refused`), { code: how, syscall: call });
  };
}

function isForUs(name, args) {
  const at = process.env.FAULT_AT;
  if (at !== undefined) return args.some((each) => String(each).endsWith(at));
  return name === 'fsyncSync' || typeof args[0] === 'number' || /\/out(?:\/|$)/u.test(String(args[0]));
}
