/** Messages of the roster, the office's registers and the quarterly returns (src/read/). */
export const returnsWordings = {
  'unknown-unit': {
    zh: ({ written, nearest }: { written: string; nearest: readonly string[] }) =>
      `名录中没有“${written}”${nearest.length > 0 ? `；是否为${nearest.map((name) => `“${name}”`).join('、')}？` : '，请核对名称或在 units.csv 中登记'}`,
    en: ({ written, nearest }: { written: string; nearest: readonly string[] }) =>
      `no unit “${written}” in the roster${nearest.length > 0 ? `; did you mean ${nearest.join(', ')}?` : '; check the name or add it to units.csv'}`,
  },
  'double-name': {
    zh: ({ name, unit, row }: { name: string; unit: string; row: number }) =>
      `“${name}”已在第 ${row} 行用于“${unit}”；名称、简称、代码都不能重复`,
    en: ({ name, unit, row }: { name: string; unit: string; row: number }) =>
      `“${name}” already stands for “${unit}” in row ${row}; names, aliases and codes must differ`,
  },
  'dates-reversed': {
    zh: ({ from, until }: { from: string; until: string }) => `停用日期 ${until} 早于启用日期 ${from}`,
    en: ({ from, until }: { from: string; until: string }) => `ends on ${until}, before it begins on ${from}`,
  },
  'members-of-no-group': {
    zh: () => '只有“集体”才有成员；请把类别改为“集体”或删去成员',
    en: () => 'only a 集体 has members; change the kind or delete the members',
  },
  'group-without-members': {
    zh: () => '“集体”应列出成员，或写“全体”',
    en: () => 'a 集体 needs its members, or 全体 for all',
  },
  'group-in-group': {
    zh: ({ name }: { name: string }) => `成员“${name}”本身是集体；请逐一列出单位`,
    en: ({ name }: { name: string }) => `member “${name}” is a group itself; list the units one by one`,
  },
  'unknown-task': {
    zh: ({ written, count, first, last }: { written: string; count: number; first: string; last: string }) =>
      `任务目录中没有“${written}”；共 ${count} 项，编号 ${first} 至 ${last}`,
    en: ({ written, count, first, last }: { written: string; count: number; first: string; last: string }) =>
      `no task “${written}” in the catalogue; it has ${count}, from ${first} to ${last}`,
  },
  'ambiguous-task': {
    zh: ({ written, ids }: { written: string; ids: readonly string[] }) =>
      `有几项任务的序号都是“${written}”；请写明是${ids.map((id) => `“${id}”`).join('、')}中的哪一项`,
    en: ({ written, ids }: { written: string; ids: readonly string[] }) =>
      `several tasks are numbered “${written}”; say which of ${ids.join(', ')}`,
  },
  'several-tasks': {
    zh: ({ written }: { written: string }) => `“${written}”是几项任务；请一项一行`,
    en: ({ written }: { written: string }) => `“${written}” are several tasks; give each a row of its own`,
  },
  'spoiled-task': {
    zh: ({ written, meant }: { written: string; meant: string }) =>
      `“${written}”是被 Excel 改成日期的编号，原来可能是“${meant}”；请把本列设为文本后重填`,
    en: ({ written, meant }: { written: string; meant: string }) =>
      `“${written}” is a number that Excel made a date, perhaps “${meant}”; set the column to text and type it again`,
  },
  'spoiled-number': {
    zh: ({ written }: { written: string }) =>
      `“${written}”是被 Excel 改成科学记数的长数字，末位已失；请把本列设为文本后重填`,
    en: ({ written }: { written: string }) =>
      `“${written}” is a long number that Excel shortened, its last digits are lost; set the column to text and type it again`,
  },
  'double-task': {
    zh: ({ task, row }: { task: string; row: number }) => `任务 ${task} 已见于第 ${row} 行；一项任务只能一行`,
    en: ({ task, row }: { task: string; row: number }) => `task ${task} already stands in row ${row}; one row a task`,
  },
  'percent-out-of-range': {
    zh: ({ written }: { written: string }) => `完成比例“${written}”不在 0% 至 100% 之间`,
    en: ({ written }: { written: string }) => `“${written}” is not between 0% and 100%`,
  },
  'percent-fraction': {
    zh: ({ written, percent }: { written: string; percent: string }) =>
      `“${written}”可能是 ${percent}，也可能是 ${written}%；请带百分号填写`,
    en: ({ written, percent }: { written: string; percent: string }) =>
      `“${written}” may mean ${percent} or ${written}%; write it with the percent sign`,
  },
  'percent-inexact': {
    zh: ({ written }: { written: string }) => `“${written}”不是确数，不能据以亮灯；请填一个数，如 80%`,
    en: ({ written }: { written: string }) =>
      `“${written}” is not exact, so no light can rest on it; give one number, like 80%`,
  },
  'percent-unreadable': {
    zh: ({ written }: { written: string }) => `“${written}”不是百分比；请填 0% 至 100% 之间的一个数`,
    en: ({ written }: { written: string }) => `“${written}” is no percentage; give one number from 0% to 100%`,
  },
};
