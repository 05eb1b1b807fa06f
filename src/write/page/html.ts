/** HTML as a value: what is put into it is escaped unless it is HTML already. */

/** In order; what is long is in UTF-8 already. Of a table of ten thousand rows each element around it would else hold the text once more. */
export type Html = { readonly pieces: readonly (string | Uint8Array)[] };

/** Many rows are made one by one, as they are asked for. */
type Value = Html | Iterable<Html> | string | number;

/** Characters that are held as such. */
const long = 1 << 14;

/** `` html`<p>${text}</p>` ``; the indentation of the template is layout of our source and goes, that of the values stays. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const pieces: (string | Uint8Array)[] = [];
  let text = '';
  const encode = (): void => {
    pieces.push(Buffer.from(text, 'utf8'));
    text = '';
  };
  const add = (piece: string | Uint8Array): void => {
    if (typeof piece === 'string') text += piece;
    if (typeof piece !== 'string' || text.length >= long) encode();
    if (typeof piece !== 'string') pieces.push(piece);
  };
  unindented(parts).forEach((literal, index) => {
    add(literal);
    const value = values[index] ?? '';
    if (typeof value === 'string') add(escapeHtml(value));
    else if (typeof value === 'number') add(String(value));
    else if ('pieces' in value) value.pieces.forEach(add);
    else for (const each of value) each.pieces.forEach(add);
  });
  return { pieces: [...pieces, text] };
}

/** In UTF-8, in parts: of ten thousand rows they are 38 MB, which no one piece need hold once more. */
export function bytesOf({ pieces }: Html): readonly Uint8Array[] {
  return pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece));
}

/** By the place in our source, which a table asks for row by row. */
const known = new WeakMap<TemplateStringsArray, readonly string[]>();

function unindented(parts: TemplateStringsArray): readonly string[] {
  const before = known.get(parts);
  if (before !== undefined) return before;
  const made = parts.map((part) => part.replaceAll(/\n\s+/g, '\n'));
  known.set(parts, made);
  return made;
}

export const nothing: Html = { pieces: [] };

/** Text that is HTML already, such as the SVG of a chart or a style sheet of ours; never data. */
export function trusted(text: string): Html {
  return { pieces: [text] };
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character);
}
