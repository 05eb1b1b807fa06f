/**
 * Stands in the bundle for string-width, which yargs asks how wide each word of a help text is, even where no help is shown: it knows every
 * emoji, and to get ready for them takes half as long as Node itself. Our help texts are Chinese and Latin.
 */

/** Columns of a terminal. */
// oxlint-disable-next-line import/no-default-export -- string-width has one
export default function stringWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

/** Characters of two columns (Unicode, East Asian Width W and F), as far as Chinese is written with them. */
const wide =
  /[\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
