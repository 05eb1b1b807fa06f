/**
 * The program as it is delivered: one bundle, a file a command, libraries included; `npm ci` makes it (package.json, `prepare`).
 * Started file by file from node_modules, `duban --help` took four times as long.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';
import { diskAt } from '../disk/disk.ts';
import { soundTemplatesOf } from '../run/read-templates.ts';
import { identityOf } from '../workspace/program.ts';
import { compiledCode, launcherFiles } from './launchers.ts';
import { leftOutParts } from './left-out.ts';
import { libraryFiles } from './library-files.ts';
import { licences } from './licences.ts';
import { manualFile } from './manual.ts';
import { shippedCoverageFile } from './shipped-coverage.ts';
import { shippedProgramsFile } from './shipped-programs.ts';

export default defineConfig({
  input: { cli: 'src/cli.ts', load: 'src/bundle/load.ts', 'writing-worker': 'src/run/writing-worker.ts' },
  platform: 'node',
  resolve: { alias: { 'string-width': fileURLToPath(new URL('string-width.ts', import.meta.url)) } },
  plugins: [
    leftOutParts(),
    libraryFiles(),
    licences(),
    manualFile(diskAt('.')),
    shippedProgramsFile(diskAt('.')),
    shippedCoverageFile(diskAt('.')),
    launcherFiles(),
    compiledCode('.'),
  ],
  transform: {
    define: {
      // CommonJS libraries ask where they lie: beside the files that library-files.ts copies.
      __dirname: 'import.meta.dirname',
      bundledProgram: JSON.stringify(identityOf(diskAt('.'), 'src')),
      soundTemplates: JSON.stringify(await soundTemplatesOf(diskAt('.'))),
    },
  },
  output: {
    dir: 'dist',
    // What V8 keeps of compiled code, it keeps of scripts, not of ECMAScript modules.
    format: 'cjs',
    cleanDir: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    // A chunk is read when it is first asked for something (load.ts): what one command needs of these, another does not.
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        { name: 'zod', test: /\/node_modules\/zod\//u },
        { name: 'yaml', test: /\/node_modules\/yaml\/|\/src\/intake\/yaml\.ts$/u },
        { name: 'csv-parse', test: /\/node_modules\/csv-parse\//u },
        { name: 'saxes', test: /\/node_modules\/(?:saxes|xmlchars)\/|\/src\/ooxml\/xml-reader\.ts$/u },
        { name: 'parse5', test: /\/node_modules\/(?:parse5|entities)\//u },
        { name: 'breakdown', test: /\/src\/breakdown\//u },
      ],
    },
    // What V8 reads at each start. Names of functions stay: a report of a fault tells them.
    minify: { mangle: { keepNames: true }, compress: false, codegen: { removeWhitespace: true } },
  },
});
