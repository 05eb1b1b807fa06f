import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

// Below node_modules, so that the built program finds its libraries.
const folder = path.resolve('node_modules', `.zones-${process.pid}`);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('papers have the same bytes under three time zones and locales, each in a process of its own', () => {
  build();
  const hashes = [
    { TZ: 'UTC', LANG: 'C' },
    { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8' },
  ].map((zone) =>
    execFileSync(process.execPath, [path.join(folder, 'hash.mjs')], {
      env: { ...process.env, ...zone },
      encoding: 'utf8',
    }),
  );
  expect(hashes[0]).toMatch(/^(?:\S+ [0-9a-f]{64}\n){6}$/);
  expect(hashes[1]).toBe(hashes[0]);
  expect(hashes[2]).toBe(hashes[0]);
});

/** Node 20 runs no TypeScript: the compiler emits what the writer needs. */
function build(): void {
  fs.mkdirSync(folder, { recursive: true });
  const options = {
    extends: '../../tsconfig.json',
    compilerOptions: { noEmit: false, rootDir: '../..', outDir: '.', noCheck: true },
    include: [],
    files: ['../../test/write/sample-documents.ts', '../../test/write/docx/sample-writer.ts'],
  };
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(options));
  execFileSync(process.execPath, [path.resolve('node_modules/typescript/bin/tsc'), '-p', folder]);
  fs.writeFileSync(
    path.join(folder, 'hash.mjs'),
    `import { createHash } from 'node:crypto';
    import { sampleWriter } from './test/write/docx/sample-writer.js';
    import { sampleDocuments } from './test/write/sample-documents.js';
    const { value: write } = sampleWriter();
    for (const [name, paper] of Object.entries(sampleDocuments)) console.log(name, createHash('sha256').update(write(paper)).digest('hex'));`,
  );
}
