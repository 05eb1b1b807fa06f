/** Loaded before the program: one call of node:fs fails for what the program writes into out/ (or to FAULT_AT), with a code of the system or as a fault of the program. */
import fs from 'node:fs';

const [call, how] = process.env.FAULT.split(' ');
const real = fs[call];

fs[call] = (...args) => {
  const at = process.env.FAULT_AT;
  const isForUs =
    at === undefined
      ? call === 'fsyncSync' || typeof args[0] === 'number' || /\/out(?:\/|$)/u.test(String(args[0]))
      : args.some((each) => String(each).endsWith(at));
  if (!isForUs) return real(...args);
  if (!/^E[A-Z]+$/u.test(how)) throw new TypeError(`${how} 的数据`);
  throw Object.assign(new Error(`${how}: refused`), { code: how, syscall: call });
};
