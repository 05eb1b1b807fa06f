/** What a unit says of a task and what the office makes of it, with the words of the trade: one table a kind, read by forms, papers and messages. */

/** The five words of the form, in its order: the unit's claim. 销号 is the office's act and stands in closures.csv. */
export const statusWords = {
  'not-started': '未启动',
  'on-track': '正常推进',
  behind: '滞后',
  overdue: '逾期',
  completed: '办结',
} as const;

export type ClaimedStatus = keyof typeof statusWords;

export const roleWords = { lead: '牵头', cooperating: '配合' } as const;

export type Role = keyof typeof roleWords;

/** The light's word stands beside its colour, so that a print in black says the same. */
export const lightWords = { green: '绿灯', yellow: '黄灯', red: '红灯' } as const;

export type Light = keyof typeof lightWords;

/** A unit's good practice: the column in which it proposes one, and the 类型 by which the office takes it without points. */
export const recommended = '推荐';

const words: Readonly<Record<string, string>> = { ...statusWords, ...lightWords };

/** `on-track 60%`, `red`, `behind / 40% / red`, as facts and messages carry them, in Chinese; anything else as it stands. */
export function claimWords(codes: string): string {
  return codes.replaceAll(/[a-z]+(?:-[a-z]+)*/g, (code) => (Object.hasOwn(words, code) ? (words[code] ?? code) : code));
}
