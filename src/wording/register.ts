/** Messages of the register, issue, reissue and archive (src/register/, src/archive/). */
export const registerWordings = {
  'register-gap': {
    zh: ({ expected, found }: { expected: number; found: number }) =>
      `发文字号不连续：应为 ${expected} 号，现为 ${found} 号`,
    en: ({ expected, found }: { expected: number; found: number }) =>
      `numbers are not consecutive: expected ${expected}, found ${found}`,
  },
};
