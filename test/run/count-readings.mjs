/** Loaded before the program: counts how often each file is read, and writes it to READINGS at the end. */
import fs from 'node:fs';

const counts = {};
const read = fs.readFileSync;
fs.readFileSync = (file, ...rest) => {
  counts[String(file)] = (counts[String(file)] ?? 0) + 1;
  return read(file, ...rest);
};
process.on('exit', () => fs.writeFileSync(process.env['READINGS'], JSON.stringify(counts)));
