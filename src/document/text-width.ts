/** Widths of text by its characters alone: Chinese ones fill the em, Latin ones and digits half of it. Used where no font can be asked. */

/** Width in ems. */
export function emWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0) ?? 0) ? 1 : 0.5;
  return width;
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
