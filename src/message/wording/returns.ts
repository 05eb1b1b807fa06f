/** Messages of the roster, the office's registers and the quarterly returns (src/intake/). */
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
  'assessed-no-group': {
    zh: () => '“考核”只对“集体”填写：单位都考核，不考核的请把类别改为“外部”',
    en: () => 'only a 集体 says 考核: units are all assessed; one that is not is 外部',
  },
  'assessed-all': {
    zh: () => '“全体”的集体是共性任务，不逐一考核；请删去“考核”，或逐一列出成员',
    en: () => 'what all units have in common is not assessed one by one; delete 考核 or list the members',
  },
  'unit-text-too-long': {
    zh: ({ column, found, limit }: { column: string; found: number; limit: number }) =>
      `“${column}”有 ${found} 个字符，上限为 ${limit} 个；请核对是否漏了分隔符`,
    en: ({ column, found, limit }: { column: string; found: number; limit: number }) =>
      `“${column}” has ${found} characters, at most ${limit}; is a separator missing?`,
  },
  'points-out-of-bounds': {
    zh: ({ found, limit }: { found: string; limit: number }) =>
      `分值“${found}”超出范围，应在 -${limit} 至 ${limit} 之间`,
    en: ({ found, limit }: { found: string; limit: number }) =>
      `${found} points; they must lie between -${limit} and ${limit}`,
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
  'form-untouched': {
    zh: ({ rows }: { rows: number }) =>
      `收回的是一份没有填过的空表（${rows} 项任务的进展情况、完成比例、状态都空着）；请单位填好后再报`,
    en: ({ rows }: { rows: number }) =>
      `this form came back as it went out (progress, percent and status of its ${rows} tasks are blank); have the unit fill it in`,
  },
  'row-untouched': {
    zh: () => '本行没有填写（进展情况、完成比例、状态都空着）；请填好后再报',
    en: () => 'nothing was filled in here (progress, percent and status are blank); fill in the row',
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
  'no-unit': {
    zh: () => '不知是哪个单位报的；请填写“填报单位”，或以单位名称命名文件',
    en: () => 'nothing says which unit this comes from; fill in 填报单位 or name the file after the unit',
  },
  'unit-is-group': {
    zh: ({ name }: { name: string }) => `“${name}”是集体名称；请填写具体单位`,
    en: ({ name }: { name: string }) => `“${name}” is a group; name the unit itself`,
  },
  'other-unit-in-file': {
    zh: ({ written, file }: { written: string; file: string }) => `本行填报单位是“${written}”，文件却是“${file}”的`,
    en: ({ written, file }: { written: string; file: string }) => `this row is of “${written}”, the file of “${file}”`,
  },
  'empty-progress': {
    zh: ({ written }: { written: string }) => `进展情况“${written}”没有内容；如确无进展，请填“本季度无进展”`,
    en: ({ written }: { written: string }) => `“${written}” says nothing; if nothing happened, write “本季度无进展”`,
  },
  'predecessor-filed': {
    zh: ({ task, unit, owners, lostOn }: OwnerData) =>
      `任务 ${task} 已自 ${lostOn} 起转由${owners.join('、')}承担；新单位本季度未报送的，以“${unit}”所报为准`,
    en: ({ task, unit, owners, lostOn }: OwnerData) =>
      `task ${task} belongs to ${owners.join(', ')} since ${lostOn}; what “${unit}” filed counts in this quarter where they filed nothing`,
  },
  'not-owner': {
    zh: ({ task, unit, owners, lostOn }: OwnerData) =>
      `任务 ${task} ${lostOn === null ? `的责任单位中没有“${unit}”` : `自 ${lostOn} 起不再由“${unit}”承担`}，现由${owners.join('、')}承担；本行未采用，请核对任务编号`,
    en: ({ task, unit, owners, lostOn }: OwnerData) =>
      `“${unit}” ${lostOn === null ? 'is not responsible' : `has not been responsible since ${lostOn}`} for task ${task} (${owners.join(', ')}); the row is not used, check the number`,
  },
  'task-text-differs': {
    zh: ({ task }: { task: string }) => `任务内容与目录中任务 ${task} 的不同，请核对是否错行`,
    en: ({ task }: { task: string }) =>
      `this is not the text of task ${task} in the catalogue; has the number slipped by a row?`,
  },
  'role-differs': {
    zh: ({ claimed, actual, task }: { claimed: string; actual: string; task: string }) =>
      `填的是“${claimed}”，任务 ${task} 中本单位是${actual}单位；按${actual}计`,
    en: ({ claimed, actual, task }: { claimed: string; actual: string; task: string }) =>
      `says ${claimed}, but in task ${task} the unit is ${actual}; counted as that`,
  },
  'percent-against-status': {
    zh: ({ percent, status }: { percent: number; status: string }) =>
      `完成比例 ${percent}% 与状态“${status}”不符，请核对`,
    en: ({ percent, status }: { percent: number; status: string }) =>
      `${percent}% does not go with “${status}”; check both`,
  },
  'reasons-missing': {
    zh: ({ status, column }: { status: string; column: string }) => `状态为“${status}”，应说明“${column}”`,
    en: ({ status, column }: { status: string; column: string }) => `“${status}” calls for “${column}”`,
  },
  'percent-fell': {
    zh: ({ now, before }: { now: number; before: number }) => `完成比例由上季度的 ${before}% 降为 ${now}%，请说明原因`,
    en: ({ now, before }: { now: number; before: number }) => `down to ${now}% from ${before}% last quarter; say why`,
  },
  'percent-missing': {
    zh: ({ planned }: { planned: number }) =>
      `完成比例空白，而本季度计划为 ${planned}%；请填写，否则只能按自报状态亮灯`,
    en: ({ planned }: { planned: number }) =>
      `blank, though ${planned}% is planned for the quarter; fill it in, or the light goes by the claimed status alone`,
  },
  'completion-taken-back': {
    zh: ({ now }: { now: string }) => `上季度已报办结，本季度又报“${now}”，请核对`,
    en: ({ now }: { now: string }) => `reported 办结 last quarter and “${now}” now; check`,
  },
  'same-as-last-quarter': {
    zh: ({ before }: { before: string }) => `进展情况与上季度（${before}）相同，疑为照抄`,
    en: ({ before }: { before: string }) => `the same progress as last quarter (${before})`,
  },
  'short-progress': {
    zh: ({ characters, limit }: { characters: number; limit: number }) =>
      `进展情况只有 ${characters} 字（不足 ${limit} 字），疑为空泛`,
    en: ({ characters, limit }: { characters: number; limit: number }) =>
      `progress of ${characters} characters (fewer than ${limit}): perhaps hollow`,
  },
  'zero-report': {
    zh: ({ task }: { task: string }) => `任务 ${task} 零报告：本季度无进展`,
    en: ({ task }: { task: string }) => `task ${task}: a zero report, nothing happened`,
  },
  'zero-report-status': {
    zh: ({ status, isLast }: { status: string; isLast: boolean }) =>
      `写明本季度无进展而没有填状态，${isLast ? '按上季度所报的' : '此前没有报过进展，计为'}“${status}”${isLast ? '计' : ''}；如不符，请单位补填状态`,
    en: ({ status, isLast }: { status: string; isLast: boolean }) =>
      `nothing happened and 状态 is blank; counted as ${isLast ? "last quarter's" : 'a task without any report:'} “${status}”, ask the unit if it is not so`,
  },
  'date-outside-quarter': {
    zh: ({ on, quarter }: { on: string; quarter: string }) => `填报日期 ${on} 不像是 ${quarter} 的，请核对年份`,
    en: ({ on, quarter }: { on: string; quarter: string }) => `${on} is far from ${quarter}; check the year`,
  },
  'corrects-earlier': {
    zh: ({ task, earlier }: { task: string; earlier: string }) =>
      `任务 ${task}：更正先前的反馈（${earlier}），以本行为准`,
    en: ({ task, earlier }: { task: string; earlier: string }) =>
      `task ${task}: corrects the earlier return (${earlier})`,
  },
  'corrects-same-day': {
    zh: ({ task, earlier }: { task: string; earlier: string }) =>
      `任务 ${task} 同一天报了两次（另见 ${earlier}），以本行为准；如是一项工作分两行写，请并为一行`,
    en: ({ task, earlier }: { task: string; earlier: string }) =>
      `task ${task} was filed twice on one day (also ${earlier}); this row counts. If it is one report in two rows, join them`,
  },
  'late-return': {
    zh: ({ unit, on, filingDay, days, count }: LateData) =>
      `“${unit}” ${on} 报送 ${count} 项，迟报 ${days} 天（应于 ${filingDay} 前报送）`,
    en: ({ unit, on, filingDay, days, count }: LateData) =>
      `“${unit}” filed ${count} on ${on}, ${days} days late (due ${filingDay})`,
  },
  'done-before-lead': {
    zh: ({ task, unit, lead, leadPlace }: { task: string; unit: string; lead: string; leadPlace: string }) =>
      `任务 ${task}：配合单位“${unit}”报已办结，牵头单位“${lead}”报未启动（${leadPlace}）；请核实`,
    en: ({ task, unit, lead, leadPlace }: { task: string; unit: string; lead: string; leadPlace: string }) =>
      `task ${task}: cooperating “${unit}” reports completion, lead “${lead}” has not started (${leadPlace}); verify`,
  },
};

type OwnerData = {
  readonly task: string;
  readonly unit: string;
  readonly owners: readonly string[];
  readonly lostOn: string | null;
};

type LateData = {
  readonly unit: string;
  readonly on: string;
  readonly filingDay: string;
  readonly days: number;
  readonly count: number;
};
