/** Messages of dated acts on tasks and deadlines: inputs/task-changes.csv, inputs/extensions.csv (src/intake/, src/domain/, src/run/). */
import { claimWords } from '../../trade/claims.ts';
type Taken = OneTask & { readonly known: string };
type Malformed = { readonly written: string; readonly found: number; readonly limit: number };
type OneTask = { readonly task: string };
type WithRow = OneTask & { readonly row: number };

type Edited = OneTask & {
  readonly unit: string;
  readonly before: string;
  readonly after: string;
  readonly lightBefore: string;
  readonly lightAfter: string;
};

type Asked = OneTask & {
  readonly unit: string;
  readonly until: string;
  readonly reason: string;
  readonly line: string;
};

export const datedWordings = {
  'act-known': {
    zh: () => '同样的一条已经登记，没有再写一次',
    en: () => 'the same act is entered already and was not written again',
  },
  'task-id-taken': {
    zh: ({ task, known }: Taken) =>
      `任务编号 ${task} ${known === task ? '已经用过' : `与已有的任务 ${known} 是同一个编号`}；新增任务须用新编号，撤销的编号也不再使用`,
    en: ({ task, known }: Taken) =>
      `the number ${task} is ${known === task ? 'taken' : `that of task ${known}`}; an added task needs a new one, that of a dropped task is never used again`,
  },
  'task-id-malformed': {
    zh: ({ written, found, limit }: Malformed) =>
      `“${written}”不能作任务编号${found > limit ? `（有 ${found} 个字符，上限为 ${limit} 个）` : ''}；编号用汉字、字母、数字和括号，中间可以隔一个点、横线、冒号或斜线，如 135、二.12、乙:12`,
    en: ({ written, found, limit }: Malformed) =>
      `“${written}” cannot be the number of a task${found > limit ? ` (it has ${found} characters, at most ${limit})` : ''}; use letters, digits and brackets, with one dot, dash, colon or slash between them, as in 135, 二.12, 乙:12`,
  },
  'task-not-yet': {
    zh: ({ task, row }: WithRow) => `任务 ${task} 在这一天还没有（第 ${row} 行才新增）`,
    en: ({ task, row }: WithRow) => `task ${task} is not there yet on that day (row ${row} adds it)`,
  },
  'task-dropped-twice': {
    zh: ({ task, row }: WithRow) => `任务 ${task} 已在第 ${row} 行撤销`,
    en: ({ task, row }: WithRow) => `task ${task} is dropped in row ${row} already`,
  },
  'task-not-dropped': {
    zh: ({ task }: OneTask) => `任务 ${task} 没有撤销过，不能恢复`,
    en: ({ task }: OneTask) => `task ${task} was not dropped and cannot be restored`,
  },
  'task-change-needs': {
    zh: ({ column }: { column: string }) => `这类变更须填写“${column}”`,
    en: ({ column }: { column: string }) => `a change of this kind needs “${column}”`,
  },
  'extension-needs': {
    zh: ({ column }: { column: string }) => `已有结果的延期须填写“${column}”`,
    en: ({ column }: { column: string }) => `an extension that was decided on needs “${column}”`,
  },
  'extension-before-asked': {
    zh: ({ askedOn, decidedOn }: { askedOn: string; decidedOn: string }) =>
      `决定日期 ${decidedOn} 早于申请日期 ${askedOn}；请核对`,
    en: ({ askedOn, decidedOn }: { askedOn: string; decidedOn: string }) =>
      `decided on ${decidedOn}, before it was asked on ${askedOn}; check the days`,
  },
  'extension-asked': {
    zh: ({ task, unit, until, reason, line }: Asked) =>
      `“${unit}”申请把任务 ${task} 延期至 ${until}${reason === '' ? '' : `（${reason}）`}；亮灯不变。批准或不批准请登记：${line}`,
    en: ({ task, unit, until, reason, line }: Asked) =>
      `“${unit}” asks to extend task ${task} to ${until}${reason === '' ? '' : ` (${reason})`}; no light changes. To grant or refuse it: ${line}`,
  },
  'practice-proposed': {
    zh: ({ task, unit, practice }: { task: string; unit: string; practice: string }) =>
      `“${unit}”推荐任务 ${task} 的做法：${practice}。采用的请登记到 adjustments.csv（类型“推荐”，分值 0；领导批示肯定的，类型“领导肯定”），登记后通报才写入`,
    en: ({ task, unit, practice }: { task: string; unit: string; practice: string }) =>
      `“${unit}” proposes its practice in task ${task}: ${practice}. To take it, enter it in adjustments.csv (类型 推荐, 分值 0; 领导肯定 if superiors praised it); the report names it only then`,
  },
  'plan-edited': {
    zh: ({ task, unit, before, after, lightBefore, lightAfter }: Edited) =>
      `任务 ${task} 的计划与上次关账时不同（${before} → ${after}），没有批准延期的登记；“${unit}”按原计划为${claimWords(lightBefore)}，按现计划为${claimWords(lightAfter)}。确需调整请用 duban extend`,
    en: ({ task, unit, before, after, lightBefore, lightAfter }: Edited) =>
      `the plan of task ${task} is not the one that was frozen last (${before} → ${after}), and no extension was granted; “${unit}” is ${lightBefore} by the old plan and ${lightAfter} by the new one. Use duban extend`,
  },
} as const;
