/**
 * Runs a benchmark with the sources as they are now: `npm run bench returns 700`, `npm run bench breakdown`, `npm run bench build`; one a file here.
 * They are bundled first, since Node 20 runs no TypeScript.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { build } from 'rolldown';

const [name = 'build', ...args] = process.argv.slice(2);
const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(root, 'node_modules/.bench-'));
try {
  const file = join(folder, 'bench.js');
  await build({
    input: join(import.meta.dirname, `${name}.mjs`),
    platform: 'node',
    // Libraries stay where they lie: some read files beside them.
    external: (id) => !id.startsWith('.') && !isAbsolute(id),
    // One file: whatever is imported late lies in it.
    output: { file, codeSplitting: false },
    logLevel: 'warn',
  });
  const { status } = spawnSync(process.execPath, ['--expose-gc', file, ...args], { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
