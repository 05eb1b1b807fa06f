/** Texts of returns, of which a large quarter holds 200,000. */

/** A text that was cut from its file would hold all of the file. */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}

/** The same in many rows (无, 下季度完成, a day, who fills in and his telephone): held once. */
export function sharedText<Text extends string>(text: Text): Text {
  const known = shared.get(text);
  if (known !== undefined) return known as Text;
  if (shared.size >= most) shared.clear();
  const own = ownText(text) as Text;
  shared.set(own, own);
  return own;
}

const shared = new Map<string, string>();
const most = 4000;
