/** What Node is given to start, and what makes the chunks quick to load (load.ts). */
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import type { Plugin } from 'rolldown';
import { diskAt } from '../disk/disk.ts';

/** Files that are named from outside of the bundle, each with the chunk it starts. No ECMAScript modules: Node's loader of those takes 15 ms. */
const launchers = {
  'package.json': '{ "type": "commonjs" }\n',
  'cli.js': `#!/usr/bin/env node\nrequire('./load.cjs').start('cli.cjs');\n`,
  'writing-worker.js': `require('./load.cjs').startThread('writing-worker.cjs');\n`,
};

export function launcherFiles(): Plugin {
  return {
    name: 'launchers',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        // In code, a character beyond ASCII stands in a text, an expression or a name, and \uXXXX says the same there.
        if (file.type === 'chunk')
          file.code = file.code.replaceAll(/[^\p{ASCII}]/gu, (character) => escapes(character));
      }
      for (const [fileName, source] of Object.entries(launchers)) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

function escapes(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** The quarter of the repository once, in a folder of its own: what it needs is compiled before the first user waits for it. */
export function compiledCode(repository: string): {
  readonly name: string;
  readonly writeBundle: (of: { dir?: string }) => void;
} {
  return {
    name: 'compiled-code',
    writeBundle({ dir = 'dist' }) {
      const [from, to, workspace] = [diskAt(repository), diskAt(os.tmpdir()), `duban-bundle-${process.pid}`];
      for (const file of ['inputs', 'seeds'].flatMap((folder) => from.list(folder))) {
        to.write(`${workspace}/${file}`, from.read(file) ?? new Uint8Array());
      }
      const args = ['build', '2024Q4', '--quiet', '-C', path.join(to.root, workspace)];
      const { status, stderr } = spawnSync(process.execPath, [path.resolve(dir, 'cli.js'), ...args]);
      to.remove(workspace);
      if (status !== 0) throw new Error(`the bundle does not make the sample: ${stderr.toString()}`);
    },
  };
}
