/** The licences of all libraries in the bundle, in one file beside it: each asks for its text to go along. */
import path from 'node:path';
import type { Plugin } from 'rolldown';
import { diskAt } from '../disk/disk.ts';

export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? file.moduleIds : file.originalFileNames,
      );
      const packages = new Set(modules.flatMap(packageFolder));
      const source = [...packages]
        .toSorted()
        .map(noticeOf)
        .join(`\n\n${'-'.repeat(80)}\n\n`);
      this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: `${source}\n` });
    },
  };
}

/** `…/node_modules/fontkit` of a module in it; nothing for our own. */
function packageFolder(module: string): readonly string[] {
  const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(module.split(path.sep).join('/'));
  return found?.[1] === undefined ? [] : [found[1]];
}

function noticeOf(folder: string): string {
  const disk = diskAt(folder);
  const textOf = (file: string): string => new TextDecoder().decode(disk.read(file) ?? new Uint8Array()).trim();
  // Every installed package has these in its package.json; some leave out the licence.
  const manifest = JSON.parse(textOf('package.json')) as Readonly<Record<'name' | 'version' | 'license', string>>;
  const texts = disk
    .list('.')
    .filter((file) => /^(?:licen[cs]e|notice|copying)[^/]*$/iu.test(file))
    .map(textOf);
  return [`${manifest.name} ${manifest.version}, licence: ${manifest.license}`, ...texts].join('\n\n');
}
