/** Notes at the foot of a page: the sign in the text that points at one, and what it says. */

const sign = /^(?:[①-⑳❶-❿*＊※†]{1,2}|[[〔［](?:注?\d{1,2}|注)[\]〕］])$/u;

/** `①`, `[1]`; a raised 2 is a square metre's. */
export function isNoteSign(text: string): boolean {
  return sign.test(text.trim());
}

/** What a note says, as a remark below the tasks has it. */
export function remark(text: string): string {
  const plain = text.replace(/^\s*(?:[①-⑳*＊※]|[[〔［]\d{1,2}[\]〕］])?\s*/u, '');
  return plain === '' || /^注\s?[：:]/u.test(plain) ? plain : `注：${plain}`;
}
