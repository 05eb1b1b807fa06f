import { reassign as addReassignment, type NewReassignment } from '../run/reassign.ts';
import { resultWords } from '../message/wording/results.ts';
import { command, dateArgument, workspaceContext, type Globals } from './command.ts';
import type { Outcome } from './console.ts';

type ReassignArguments = {
  readonly task: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly effective: string;
  readonly basis: string;
  readonly kind: string;
  readonly role: string;
};

/** `reassign`: adds to reassignments.csv after checking; prints whose letters it touches. */
export const reassignCommand = command(
  (each, words) =>
    each
      .option('task', { type: 'string', describe: words.task })
      .option('from', { type: 'string', demandOption: true, describe: words.from })
      .option('to', { type: 'string', demandOption: true, describe: words.to })
      .option('effective', { type: 'string', demandOption: true, describe: words.effective })
      .option('basis', { type: 'string', demandOption: true, describe: words.basis })
      .option('kind', { type: 'string', default: '职责划转', describe: words.kind })
      .option('role', { type: 'string', default: '全部', describe: words.role }),
  (globals, args) => reassign(globals, args),
);

async function reassign(globals: Globals, args: ReassignArguments): Promise<Outcome> {
  const { disk } = workspaceContext(globals);
  const effective = dateArgument(args.effective, globals.lang);
  const { value, messages } = await addReassignment(disk, rowOf({ ...args, effective }));
  const words = resultWords[globals.lang];
  const touched = value.touched.map(({ unit, changes }) => words.touched(unit, changes.length));
  const lines = value.isWritten ? [words.reassigned(touched.length), ...touched] : [];
  return { value: { ...value }, lines, messages };
}

/** Task numbers and units as the command line takes them: separated by commas. */
function rowOf({ task, from, to, effective, basis, kind, role }: ReassignArguments): NewReassignment {
  const listed = (text: string): string =>
    text
      .split(/[,，、]/)
      .filter((part) => part.trim() !== '')
      .join('、');
  return {
    生效日期: effective,
    类型: kind,
    任务: listed(task ?? ''),
    角色: role,
    原单位: from,
    新单位: listed(to),
    依据: basis,
  };
}
