import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { ClosingLine } from './closing-line.ts';
import { LongestFirst } from './longest-first.ts';

/** By `--sequence.shuffle.files`, which has an order of its own. */
const isShuffled = process.argv.some((each) => each.startsWith('--sequence.shuffle'));

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/run/global-setup.ts'],
    reporters: ['default', new ClosingLine()],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The files of a worker share its modules: loading all of src again for each of them took half of the time. What a test puts in place
    // of a function, a variable or a global is taken away before the next.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // LibreOffice, Chromium and the validator are heavy; two cores.
    maxWorkers: 2,
    sequence: isShuffled ? {} : { sequencer: LongestFirst },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/cli.ts', 'src/cli/**'],
      reporter: ['text'],
    },
  },
});
