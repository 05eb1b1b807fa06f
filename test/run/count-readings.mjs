/** Loaded before the program: counts how often each file is read, whole or in pieces, and writes it to READINGS at the end. */
import fs from 'node:fs';

const counts = {};
const { readFileSync, openSync } = fs;
const count = (file) => {
  counts[String(file)] = (counts[String(file)] ?? 0) + 1;
};
fs.readFileSync = (file, ...rest) => {
  count(file);
  return readFileSync(file, ...rest);
};
fs.openSync = (file, flags, ...rest) => {
  if (flags === 'r') count(file);
  return openSync(file, flags, ...rest);
};
process.on('exit', () => fs.writeFileSync(process.env['READINGS'], JSON.stringify(counts)));
