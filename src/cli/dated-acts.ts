/** `reassign`, `extend`, `task`: dated changes of duties, deadlines and tasks, each with its basis. */
import { extensionColumns } from '../intake/extensions.ts';
import { reassignmentColumns } from '../intake/reassignments.ts';
import { taskChangeColumns } from '../intake/task-changes.ts';
import { hasErrors } from '../message/message.ts';
import { actResults } from '../message/wording/act-results.ts';
import { commandWords } from '../message/wording/commands.ts';
import { enterAct, type DatedAct } from '../run/dated-act.ts';
import { acting } from './acting.ts';
import { CannotRun, command, dateArgument, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';
import { basisOption, dryRunOption, effectiveOption, taskOption } from './options.ts';

/** `reassign`: tasks move from one unit to others. */
export const reassignCommand = command(
  (each, words) =>
    each
      .option('task', { type: 'string', describe: words.tasks })
      .option('from', { type: 'string', demandOption: true, describe: words.from })
      .option('to', { type: 'string', demandOption: true, describe: words.to })
      .option(...effectiveOption(words))
      .option(...basisOption(words))
      .option('kind', { type: 'string', default: '职责划转', describe: words.kind })
      .option('role', { type: 'string', default: '全部', describe: words.role })
      .option(...dryRunOption(words)),
  (globals, { task, from, to, effective, basis, kind, role, dryRun }) =>
    entered(globals, {
      file: 'inputs/reassignments.csv',
      columns: reassignmentColumns,
      row: {
        生效日期: effective,
        类型: kind,
        任务: listed(task ?? ''),
        角色: role,
        原单位: from,
        新单位: listed(to),
        依据: basis,
        登记日期: globals.date ?? '',
      },
      day: dateArgument(effective, globals.lang),
      isDry: dryRun,
    }),
);

/** `extend`: a later deadline, asked for, granted or refused. */
export const extendCommand = command(
  (each, words) =>
    each
      .option(...taskOption(words))
      .option('unit', { type: 'string', default: '', describe: words.unitOrAll })
      .option('until', { type: 'string', demandOption: true, describe: words.until })
      .option('asked', { type: 'string', demandOption: true, describe: words.askedOn })
      .option('granted', { type: 'string', describe: words.granted })
      .option('refused', { type: 'string', describe: words.refused })
      .option('basis', { type: 'string', default: '', describe: words.basis })
      .option(...dryRunOption(words)),
  (globals, { task, unit, until, asked, granted, refused, basis, dryRun }) => {
    const decidedOn = granted ?? refused ?? '';
    if (granted !== undefined && refused !== undefined)
      throw new CannotRun(commandWords[globals.lang].grantedAndRefused);
    return entered(globals, {
      file: 'inputs/extensions.csv',
      columns: extensionColumns,
      row: {
        任务编号: task,
        单位: unit,
        申请日期: dateArgument(asked, globals.lang),
        新完成时限: dateArgument(until, globals.lang),
        结果: granted === undefined ? (refused === undefined ? '' : '不批准') : '批准',
        决定日期: decidedOn === '' ? '' : dateArgument(decidedOn, globals.lang),
        依据: basis,
        登记日期: globals.date ?? '',
      },
      day: dateArgument(decidedOn === '' ? asked : decidedOn, globals.lang),
      isDry: dryRun,
    });
  },
);

const kindsByAct = { add: '新增', drop: '撤销', restore: '恢复', reword: '调整表述' } as const;

/** `task add|drop|restore|reword`: a task is added, dropped, comes back, or says something else. */
export const taskCommand = command(
  (each, words) =>
    each
      .positional('act', {
        choices: ['add', 'drop', 'restore', 'reword'] as const,
        demandOption: true,
        describe: words.taskAct,
      })
      .option(...taskOption(words))
      .option(...effectiveOption(words))
      .option('text', { type: 'string', default: '', describe: words.taskText })
      .option('lead', { type: 'string', default: '', describe: words.leads })
      .option('with', { type: 'string', default: '', describe: words.cooperators })
      .option('section', { type: 'string', default: '', describe: words.section })
      .option(...basisOption(words))
      .option(...dryRunOption(words)),
  (globals, args) =>
    entered(globals, {
      file: 'inputs/task-changes.csv',
      columns: taskChangeColumns,
      row: {
        任务编号: args.task,
        类型: kindsByAct[args.act],
        生效日期: args.effective,
        任务内容: args.text,
        牵头单位: listed(args.lead),
        配合单位: listed(args.with),
        所属部分: args.section,
        依据: args.basis,
        登记日期: globals.date ?? '',
      },
      day: dateArgument(args.effective, globals.lang),
      isDry: args.dryRun,
    }),
);

function entered(globals: Globals, act: DatedAct): Promise<CommandOutcome> {
  return acting({ ...globals, date: globals.date ?? act.day }, act.isDry, async ({ disk }) => {
    const { value, messages } = await enterAct(disk, act);
    const words = actResults[globals.lang];
    const isDone = value.isWritten || (act.isDry && !hasErrors(messages));
    const touched = value.touched.map(({ unit, changes }) => words.touched(unit, changes.length));
    const told = { file: act.file, units: touched.length, isCommon: value.isCommon, isDry: act.isDry };
    const lines = isDone ? [words.entered(told), ...touched] : [];
    return { value: { ...value }, lines, messages, isDone, quarter: null };
  });
}

/** Task numbers and units as the command line takes them: separated by commas. */
function listed(text: string): string {
  return text
    .split(/[,，、]/)
    .filter((part) => part.trim() !== '')
    .join('、');
}
