/** Loaded before the program: a computer that is another one, as `ODD` says: a folder without hard links and fsync, a wrong clock, another name. */
import fs from 'node:fs';
import os from 'node:os';

const odd = process.env.ODD;

function refusing(call, code) {
  fs[call] = () => {
    throw Object.assign(new Error(`${code}: not supported`), { code, syscall: call.replace('Sync', '') });
  };
}

if (odd === 'network folder') {
  refusing('linkSync', 'ENOTSUP');
  refusing('fsyncSync', 'EINVAL');
  fs.fsync = (_, done) => done(Object.assign(new Error('EINVAL: not supported'), { code: 'EINVAL', syscall: 'fsync' }));
}

if (odd === 'other computer') os.hostname = () => 'other-computer';

if (/^\d{4}$/u.test(odd)) {
  const RealDate = Date;
  const shift = RealDate.UTC(Number(odd), 0, 1) - RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(RealDate.now() + shift);
      else super(...parts);
    }

    static now() {
      return RealDate.now() + shift;
    }
  };
}
