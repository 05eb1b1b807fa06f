/**
 * Loaded before the program: a computer that is another one, as `ODD` says when a command begins: a folder without hard links and fsync, a wrong
 * clock, another name.
 */
import fs from 'node:fs';
import os from 'node:os';

const odd = () => process.env.ODD ?? '';

const refused = (code, call) => Object.assign(new Error(`${code}: not supported`), { code, syscall: call });

function refusing(call, code) {
  const usual = fs[call];
  fs[call] = (...args) => {
    if (odd() === 'network folder') throw refused(code, call.replace('Sync', ''));
    return usual(...args);
  };
}

refusing('linkSync', 'ENOTSUP');
refusing('fsyncSync', 'EINVAL');
const { fsync } = fs;
fs.fsync = (file, done) => {
  if (odd() === 'network folder') done(refused('EINVAL', 'fsync'));
  else fsync(file, done);
};

const { hostname } = os;
os.hostname = () => (odd() === 'other computer' ? 'other-computer' : hostname());

const RealDate = Date;
const begun = RealDate.now();
const now = () => RealDate.now() + (/^\d{4}$/u.test(odd()) ? RealDate.UTC(Number(odd()), 0, 1) - begun : 0);

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(now());
    else super(...parts);
  }

  static now() {
    return now();
  }
};
