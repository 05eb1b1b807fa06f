/** Widths of text by its characters alone: Chinese ones fill the em, digits and small letters half of it, capitals three quarters. Used where no font can be asked. */

/** Width in ems. */
export function emWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Both halves of a pair are one character, which is wide.
    width += code >= 0xd800 && code <= 0xdfff ? 0.5 : code < 0x3000 ? narrowWidth(code) : characterWidth(code);
  }
  return width;
}

const narrowWidths = new Float64Array(0x3000);

function narrowWidth(code: number): number {
  const known = narrowWidths[code] ?? 0;
  if (known !== 0) return known;
  const width = characterWidth(code);
  narrowWidths[code] = width;
  return width;
}

function characterWidth(code: number): number {
  if (isWide(code)) return 1;
  const character = String.fromCharCode(code);
  if (/[A-Z%&@]/.test(character)) return /[MW%@]/.test(character) ? 0.95 : 0.75;
  return /[mw]/.test(character) ? 0.75 : 0.5;
}

/** As emWidth, with the gaps that office programs leave between Chinese and Latin letters or digits (a fifth to a quarter em). */
export function spacedWidth(text: string): number {
  const meetings = text.match(/[0-9A-Za-z](?=[\u4e00-\u9fff])|[\u4e00-\u9fff](?=[0-9A-Za-z])/g);
  return emWidth(text) + 0.22 * (meetings?.length ?? 0);
}

// General punctuation that Chinese fonts draw in a full em (“ ” — …), shapes such as ★, and all from the CJK radicals on.
function isWide(code: number): boolean {
  return code >= 0x2e80 ? code < 0xff61 || code > 0xffdc : code >= 0x2010 && code !== 0x2022;
}
