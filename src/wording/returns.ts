/** Messages of the quarterly returns (src/read/returns/). */
export const returnsWordings = {
  'unknown-unit': {
    zh: ({ written, nearest }: { written: string; nearest: readonly string[] }) =>
      `名录中没有“${written}”${nearest.length > 0 ? `；是否为${nearest.map((name) => `“${name}”`).join('、')}？` : '，请核对名称或在 units.csv 中登记'}`,
    en: ({ written, nearest }: { written: string; nearest: readonly string[] }) =>
      `no unit “${written}” in the roster${nearest.length > 0 ? `; did you mean ${nearest.join(', ')}?` : '; check the name or add it to units.csv'}`,
  },
};
