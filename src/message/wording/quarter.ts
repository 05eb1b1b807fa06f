/** Messages of a quarter by its two clocks: closing, correction, what is pending, what came in too late (src/run/, src/workspace/). */
import { claimWords } from '../../trade/claims.ts';
type Pending = {
  readonly quarter: string;
  readonly cause: keyof typeof causes;
  readonly unit: string;
  readonly number: string;
  readonly fields: readonly string[];
};

const causes = {
  changed: { zh: '承担的任务或数据有变化', en: 'its duties or figures changed' },
  gained: { zh: '新承担任务，尚未收到通知', en: 'it has duties now and got no letter' },
  renamed: { zh: '单位已更名', en: 'the unit has another name' },
  lost: { zh: '任务已全部移交', en: 'it handed everything over' },
  common: {
    zh: '牵头、配合单位或共性任务有变化，应告知各单位',
    en: 'leads, partners or common tasks changed: all must be told',
  },
  corrected: { zh: '数据已更正，应告知各单位', en: 'figures were corrected: all must be told' },
} as const;

const some = (fields: readonly string[], more: (count: number) => string): string =>
  fields.length === 0 ? '' : `：${fields.slice(0, 4).join('、')}${fields.length > 4 ? more(fields.length) : ''}`;

const askedZh = (nearest: readonly string[]): string =>
  nearest.length === 0 ? '' : `；是否为${nearest.map((name) => `“${name}”`).join('、')}？`;

export const quarterWordings = {
  'frozen-recomputed-otherwise': {
    zh: ({ quarter }: { quarter: string }) =>
      `${quarter} 已关账；本版程序由其存档数据算出的结果与当时不同，仍以当时的数据为准`,
    en: ({ quarter }: { quarter: string }) =>
      `${quarter} is closed; this release computes other figures from what was frozen, and the frozen ones stand`,
  },
  'differs-since-closing': {
    zh: (of: { quarter: string; unit: string; task: string; before: string; after: string; closedOn: string }) =>
      `${of.quarter} 已于 ${of.closedOn} 关账，此后的改动不计入：“${of.unit}”任务 ${of.task} 关账时为 ${claimWords(of.before)}，现为 ${claimWords(of.after)}；如需更正，请用 duban correct ${of.quarter} --unit ${of.unit} --task ${of.task} …`,
    en: (of: { quarter: string; unit: string; task: string; before: string; after: string; closedOn: string }) =>
      `${of.quarter} was closed on ${of.closedOn} and what changed since does not count: “${of.unit}”, task ${of.task}, was ${of.before} and is ${of.after} now; use duban correct ${of.quarter} --unit ${of.unit} --task ${of.task} …`,
  },
  'paper-pending': {
    zh: ({ quarter, cause, unit, number, fields }: Pending) =>
      `${number === '' ? '' : `${number} `}${unit === '' ? '' : `“${unit}”`}${causes[cause].zh}${some(fields, (count) => `等 ${count} 处`)}；草稿在 out/${quarter}/reissue，审阅后用 duban reissue ${quarter}`,
    en: ({ quarter, cause, unit, number, fields }: Pending) =>
      `${number === '' ? '' : `${number} `}${unit === '' ? '' : `“${unit}”: `}${causes[cause].en}${some(fields, (count) => ` and ${count} in all`)}; the draft is in out/${quarter}/reissue, read it and use duban reissue ${quarter}`,
  },
  'nothing-came-in': {
    zh: ({ quarter }: { quarter: string }) =>
      `${quarter} 没有收到任何反馈，发文会使所有单位都成为漏报；请检查季度和文件夹名称是否正确，确无反馈的，印发时加 --without-returns “原因”`,
    en: ({ quarter }: { quarter: string }) =>
      `no return of ${quarter} came in, and papers would call every unit missing; check the quarter and the name of the folder, or say why with issue --without-returns REASON`,
  },
  'stray-input': {
    zh: ({ quarter }: { quarter: string }) =>
      `这里的文件不会被读取；反馈表请放入 inputs/${quarter}/returns，其他文件请移出`,
    en: ({ quarter }: { quarter: string }) =>
      `nothing reads this; returns belong into inputs/${quarter}/returns, move anything else away`,
  },
  'act-before-issue': {
    zh: (of: { quarter: string; on: string; date: string; basis: string }) =>
      `台账日之后、${of.date} 之前有职责调整生效（${of.on}，${of.basis}）；草稿应按成文日期生成：duban build ${of.quarter} --for ${of.date}，审阅后再印发`,
    en: (of: { quarter: string; on: string; date: string; basis: string }) =>
      `duties changed between the ledger's day and ${of.date} (${of.on}, ${of.basis}); drafts must be those of the day: duban build ${of.quarter} --for ${of.date}, read them, then issue`,
  },
  'correct-open-quarter': {
    zh: ({ quarter }: { quarter: string }) =>
      `${quarter} 尚未关账，无需更正：请改正反馈表后重新 duban build ${quarter}`,
    en: ({ quarter }: { quarter: string }) =>
      `${quarter} is not closed: mend the return and run duban build ${quarter}`,
  },
  'correct-unknown-unit': {
    zh: ({ written, nearest }: { written: string; nearest: readonly string[] }) =>
      `关账时的名录中没有“${written}”${askedZh(nearest)}`,
    en: ({ written, nearest }: { written: string; nearest: readonly string[] }) =>
      `the frozen roster has no “${written}”${nearest.length === 0 ? '' : `; did you mean ${nearest.join(', ')}?`}`,
  },
  'correct-unknown-task': {
    zh: ({ task }: { task: string }) => `关账时的任务目录中没有任务 ${task}；请核对编号`,
    en: ({ task }: { task: string }) => `the frozen catalogue has no task ${task}; check the number`,
  },
  'correct-nothing': {
    zh: () => '没有说明更正什么；请给出 --percent、--status、--progress 或 --filed 之一',
    en: () => 'nothing to correct was given; use --percent, --status, --progress or --filed',
  },
  'correct-percent': {
    zh: ({ percent }: { percent: number }) => `完成比例应在 0 至 100 之间，而不是 ${percent}`,
    en: ({ percent }: { percent: number }) => `a percentage lies between 0 and 100, not at ${percent}`,
  },
  'correct-needs-day': {
    zh: ({ unit, task }: { unit: string; task: string }) =>
      `关账时没有“${unit}”任务 ${task} 的反馈；补记应同时给出报送日期 --filed 和状态 --status`,
    en: ({ unit, task }: { unit: string; task: string }) =>
      `“${unit}” had filed nothing on task ${task}; to add a return give its day with --filed, and its --status`,
  },
  'correction-changes-nothing': {
    zh: ({ unit, task }: { unit: string; task: string }) => `“${unit}”任务 ${task} 的数据本来就是这样，没有可更正的`,
    en: ({ unit, task }: { unit: string; task: string }) => `the figures of “${unit}” on task ${task} are so already`,
  },
} as const;
