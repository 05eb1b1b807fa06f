/** Compiled code that is kept beside the bundle: made once, bound to the very chunk, and nothing is wrong without it. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { compiledCode } from '../../src/bundle/launchers.ts';
import { bundledProgram, repository } from '../run/program.ts';

const root = path.join(inject('runFolder'), 'loaded');
const dist = path.join(root, 'dist');
const kept = path.join(dist, 'kept', `${process.version}-${process.platform}-${process.arch}`);
const keptFile = path.join(kept, 'cli.cjs.bin');

let bundle = '';

beforeAll(async () => {
  bundle = await bundledProgram();
  fs.cpSync(path.dirname(bundle), dist, { recursive: true });
  fs.rmSync(path.join(dist, 'kept'), { recursive: true, force: true });
  for (const each of ['package.json', 'templates']) fs.symlinkSync(path.join(repository, each), path.join(root, each));
  compiledCode(repository).writeBundle({ dir: dist });
});

function help(): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(dist, 'cli.js'), '--help', '--lang', 'zh']);
  expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: '' });
  return stdout.toString();
}

/** What V8 says of the code, asked as the loader asks it. */
function isTaken(): boolean {
  const asked = `
    const vm = require('node:vm'), fs = require('node:fs');
    Object.values(require(process.argv[1] + '/engine.cjs')).find(({ name }) => name === 'setForShort')();
    const source = fs.readFileSync(process.argv[1] + '/cli.cjs', 'latin1');
    const cachedData = fs.readFileSync(process.argv[2]).subarray(0, -32);
    const wrapped = '(function (exports, require, module, __filename, __dirname) {\\n' + source + '\\n})';
    console.log(new vm.Script(wrapped, { filename: 'x', lineOffset: -1, cachedData }).cachedDataRejected);`;
  return spawnSync(process.execPath, ['--eval', asked, dist, keptFile]).stdout.toString() === 'false\n';
}

test('the bundle brings the code that its sample needs, and V8 takes it', () => {
  expect(fs.readdirSync(kept)).toEqual(expect.arrayContaining(['cli.cjs.bin', 'prepare.cjs.bin', 'writers.cjs.bin']));
  expect(isTaken()).toBe(true);
});

test('a chunk that nothing is asked of is not read, whoever names it', () => {
  const run = fs.readdirSync(kept).map((name) => name.replace(/\.bin$/u, ''));
  const naming = run.filter((name) =>
    fs.readFileSync(path.join(dist, name), 'latin1').includes('require("./parse5.cjs")'),
  );
  expect(naming).not.toEqual([]);
  expect(run).not.toContain('parse5.cjs');
});

test('without kept code the program says the same, and keeps it for the next run', () => {
  const said = help();
  fs.rmSync(path.join(dist, 'kept'), { recursive: true });
  expect(help()).toBe(said);
  expect(isTaken()).toBe(true);
});

test('code that V8 refuses, for it was kept under other settings, is made anew', () => {
  const { status } = spawnSync(process.execPath, ['--no-lazy', path.join(dist, 'cli.js'), '--help']);
  expect(status).toBe(0);
  expect(isTaken()).toBe(false);
  help();
  expect(isTaken()).toBe(true);
});

test('kept code that is damaged, or of another chunk of the same length, is not run but made anew', () => {
  const said = help();
  const whole = fs.readFileSync(keptFile);
  fs.writeFileSync(keptFile, whole.with(whole.length - 100, whole.at(-100) === 1 ? 2 : 1));
  expect(help()).toBe(said);
  const chunk = path.join(dist, 'cli.cjs');
  const text = fs.readFileSync(chunk, 'latin1');
  expect(text).toContain('argv.slice(2)');
  fs.writeFileSync(chunk, text.replace('argv.slice(2)', 'argv.slice(3)'));
  // V8 itself would take it: it knows a source by its length.
  expect(isTaken()).toBe(true);
  const { status } = spawnSync(process.execPath, [path.join(dist, 'cli.js'), '--help']);
  expect(status).toBe(2);
});

test('where the folder of the program may not be written, nothing is kept and nothing is told', () => {
  fs.cpSync(path.join(path.dirname(bundle), 'cli.cjs'), path.join(dist, 'cli.cjs'));
  fs.rmSync(path.join(dist, 'kept'), { recursive: true });
  fs.writeFileSync(path.join(dist, 'kept'), 'a file where the folder would be\n');
  expect(help()).toContain('duban');
  expect(fs.readFileSync(path.join(dist, 'kept'), 'utf8')).toBe('a file where the folder would be\n');
});
