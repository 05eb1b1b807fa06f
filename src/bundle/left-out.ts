/**
 * Parts of libraries that no paper reaches, left out of the bundle: loading them took longer than some commands. Whoever reaches one after all
 * gets an error with its name, never a wrong paper.
 */
import type { Plugin } from 'rolldown';

/** Library → module that it asks for → what stands there. */
const leftOut: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fontkit: {
    // WOFF2, which `font-is-woff` refuses: 0.9 MB of dictionary.
    'brotli/decompress.js': absent('brotli'),
    // Shaping of Indic and other scripts: our layout is one glyph a character.
    'unicode-trie': absent('unicode-trie'),
    dfa: absent('dfa'),
    // Tables of all properties; a glyph asks only whether it is a mark.
    'unicode-properties': `
      export const isMark = (codePoint) => /\\p{M}/u.test(String.fromCodePoint(codePoint));
      ${absent('unicode-properties', 'getScript', 'getCategory')}`,
  },
  // Encryption, which PDF/A forbids.
  pdfkit: { '@noble/ciphers/aes': absent('@noble/ciphers', 'cbc', 'ecb') },
  // Figures are drawn by our own writer.
  pdfmake: { xmldoc: absent('xmldoc', 'XmlDocument') },
  // Handlebars makes its code without a map where there is none.
  handlebars: { 'source-map': 'export const SourceNode = undefined;' },
};

/** Made when it is loaded, as fontkit does, and of no use. */
function absent(name: string, ...exports: readonly string[]): string {
  const names = exports.map((each) => `absent as ${each}`).join(', ');
  return `
    function absent() {
      if (new.target === undefined) throw new Error('${name} is left out of the bundle');
      return new Proxy({}, { get() { throw new Error('${name} is left out of the bundle'); } });
    }
    export { ${names === '' ? 'absent as default' : names} };`;
}

const mark = '\0left-out:';

export function leftOutParts(): Plugin {
  return {
    name: 'left-out-parts',
    resolveId(source, importer) {
      const library = /\/node_modules\/([^/]+)\/(?!.*\/node_modules\/)/u.exec(importer ?? '')?.[1] ?? '';
      return leftOut[library]?.[source] === undefined ? null : `${mark}${library} ${source}`;
    },
    load(id) {
      if (!id.startsWith(mark)) return null;
      const [library = '', source = ''] = id.slice(mark.length).split(' ');
      return { code: leftOut[library]?.[source] ?? '', moduleType: 'js' };
    },
  };
}
