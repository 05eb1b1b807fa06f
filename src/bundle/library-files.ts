/** What libraries look for beside their own code: found by our code or theirs, it is copied into the bundle. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin, PluginContext } from 'rolldown';
import { diskAt } from '../disk/disk.ts';

type LibraryFiles = {
  /** The module that reads files. */
  readonly code: RegExp;
  /** How it says where they lie, and how that is said in the bundle. */
  readonly from: string;
  readonly to: string;
  readonly files: RegExp;
  /** Their folder, as seen from the module and in the bundle. */
  readonly folder: string;
  readonly target: string;
};

const libraries: readonly LibraryFiles[] = [
  {
    code: /\/yargs\/lib\/platform-shims\/esm\.mjs$/u,
    from: `resolve(__dirname, '../../../locales')`,
    to: `resolve(__dirname, '../locales')`,
    files: /^(?:en|zh_CN)\.json$/u,
    folder: '../../locales',
    target: 'locales',
  },
  {
    // The colour space of PDF/A. The faces without bytes (*.afm) serve no paper: PDF/A embeds every face.
    code: /\/pdfkit\/js\/pdfkit(?:\.es)?\.js$/u,
    from: '__dirname',
    to: '__dirname',
    files: /\.icc$/u,
    folder: 'data',
    target: 'data',
  },
];

export function libraryFiles(): Plugin {
  return {
    name: 'library-files',
    transform(code, id) {
      const library = libraries.find((each) => each.code.test(slashed(id)));
      if (library !== undefined) return withFiles(this, library, { code, id });
      return id.includes('node_modules') ? null : ownCode(this, code);
    },
  };
}

function withFiles(
  context: PluginContext,
  { from, to, files, folder, target }: LibraryFiles,
  { code, id }: { readonly code: string; readonly id: string },
): string {
  if (!code.includes(from)) throw new Error(`${id} finds its files in another way: “${from}” is no longer there`);
  const source = diskAt(path.join(path.dirname(id), folder));
  const names = source.list('.').filter((name) => files.test(name));
  if (names.length === 0) throw new Error(`${source.root} has no file ${files.source}`);
  for (const name of names) emit(context, `${target}/${name}`, path.join(source.root, name));
  return code.replaceAll(from, to);
}

/** `createRequire(…)('x')` becomes a part of the bundle, as does the file of `import.meta.resolve('x')`. */
function ownCode(context: PluginContext, code: string): string | null {
  const required = code.replaceAll(/createRequire\(import\.meta\.url\)\(('[^']+')\)/gu, 'require($1)');
  const resolved = required.replaceAll(/import\.meta\.resolve\('([^']+)'\)/gu, (_, specifier: string) => {
    const file = createRequire(import.meta.url).resolve(specifier);
    const name = path.basename(file);
    emit(context, `data/${name}`, file);
    return `new URL('data/${name}', import.meta.url).href`;
  });
  return resolved === code ? null : resolved;
}

function emit(context: PluginContext, fileName: string, from: string): void {
  const source = diskAt(path.dirname(from)).read(path.basename(from));
  if (source === null) throw new Error(`${from} is not there`);
  // Licences go by where a file came from.
  context.emitFile({ type: 'asset', fileName, source, originalFileName: from });
}

function slashed(id: string): string {
  return id.split(path.sep).join('/');
}
