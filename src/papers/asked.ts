/** What is asked of a unit: its tasks that stand badly, each with its reason, what the unit itself said, and the form to answer on. */
import { lightWords } from '../trade/claims.ts';
import type { Entry } from '../domain/entry.ts';
import type { CalendarDate } from '../trade/calendar.ts';
import type { ViewOf } from '../document/shape.ts';
import { counters } from '../domain/counts.ts';
import { reasonText } from './evidence.ts';
import { formatIssueDate } from '../document/official-text.ts';
import { briefTask } from './task-row.ts';
import { deadlineWords, taskNumbers } from './words.ts';

/** A task that something is asked about. */
export const problemShape = {
  no: 'text',
  /** Its first words; the full text stands in the annex. */
  text: 'text',
  light: 'text',
  lightClass: 'text',
  /** `计划100%，报送60%，落后40个百分点`, with the deadline where there is one: no light without a reason. */
  reason: 'text',
  /** As the unit wrote them: what stands in the way, what it will do, what it promised a quarter ago. */
  said: 'blank',
  nextSteps: 'blank',
  promised: 'blank',
  /** The form asks by when: the task's own deadline while it is still ahead, or that another was asked for. */
  deadline: 'blank',
  asked: 'text',
} as const;

type Problem = ViewOf<typeof problemShape>;

type Ask = 'missing' | 'overdue' | 'red' | 'yellow' | 'reopened';

/** In the order of urgency: the first that applies is asked. */
const asks = [
  { ask: 'missing', applies: counters.missing, words: '立即补报' },
  { ask: 'overdue', applies: counters.overdue, words: '说明原因，限期完成' },
  { ask: 'red', applies: counters.red, words: '限期整改' },
  { ask: 'yellow', applies: counters.yellow, words: '加快进度' },
  { ask: 'reopened', applies: counters.reopened, words: '巩固整改，防止反弹' },
] as const satisfies readonly { ask: Ask; applies: (entry: Entry) => boolean; words: string }[];

function askOf(entry: Entry): (typeof asks)[number] | null {
  return asks.find(({ applies }) => applies(entry)) ?? null;
}

/** Red, yellow, missing, overdue or reopened: in the order of the catalogue. */
export function problemsOf(entries: readonly Entry[], asOf: CalendarDate): readonly Problem[] {
  return entries.flatMap((entry) => {
    const asked = askOf(entry);
    return asked === null ? [] : [{ ...problemOf(entry, asked.words), deadline: termOf(entry, asOf) }];
  });
}

function problemOf(entry: Entry, asked: string): Omit<Problem, 'deadline'> {
  const { task, light, latest, previous } = entry;
  return {
    no: task.no,
    text: briefTask(task.text),
    light: light === null ? '—' : lightWords[light],
    lightClass: light ?? 'plain',
    reason: reasonOf(entry),
    said: latest === null ? '未报送' : latest.problems === '' ? '未说明存在问题' : latest.problems,
    nextSteps: latest?.nextSteps ?? '',
    promised: previous?.nextSteps ?? '',
    asked,
  };
}

/** A day that has passed is no answer to: by when. */
function termOf(entry: Entry, asOf: CalendarDate): string {
  const { plan, extended } = entry;
  const isAhead = plan !== null && plan.deadline !== null && plan.deadline > asOf;
  return isAhead || extended.asked !== null ? deadlineWords(entry) : '';
}

/** Past the deadline the percent is told too, behind the plan the deadline. */
function reasonOf(entry: Entry): string {
  const { reason, percent, plan, closure } = entry;
  const deadline = plan?.deadline ?? null;
  const parts = [
    reasonText(entry),
    // Whatever the light says, the deadline that has passed is told: what was not filed may be overdue too.
    entry.isOverdue && reason !== 'past-deadline' && deadline !== null
      ? `已过完成时限${formatIssueDate(deadline)}`
      : '',
    reason === 'past-deadline' && percent !== null ? `报送${percent}%` : '',
    reason === 'behind-plan' && deadline !== null ? `完成时限${formatIssueDate(deadline)}` : '',
    entry.isReopened && closure !== null ? `${formatIssueDate(closure.on)}恢复督办（${closure.basis}）` : '',
  ];
  return parts.filter((part) => part !== '').join('，');
}

export const asksShape = {
  missing: 'blank',
  late: 'blank',
  /** `红灯任务`, `逾期任务` or `红灯、逾期任务`: what `red` holds, in one sentence for a letter of two pages. */
  redName: 'text',
  red: 'blank',
  yellow: 'blank',
  reopened: 'blank',
  completed: 'blank',
} as const;

/** More numbers than that are read by nobody: they are counted, and stand where the sentence says. */
const mostNumbers = 4;

/** Tables of the letter that hold the tasks, by the words that lead there. */
const [above, annexed] = ['见上表', '见承担任务情况表'];

const askedKinds = { red: lightWords.red, overdue: '逾期' } as const;

/** Who is asked what, by the numbers of the tasks: a task is asked about once among missing, overdue, red, yellow and completed. */
export function asksOf(entries: readonly Entry[]): ViewOf<typeof asksShape> {
  const numbers = (where: string, applies: (entry: Entry) => boolean): string => {
    const found = entries.filter(applies);
    return found.length > mostNumbers ? `${found.length}项，${where}` : taskNumbers(found.map(({ task }) => task.no));
  };
  const isAsked = (entry: Entry, of: readonly Ask[]): boolean => of.some((each) => each === askOf(entry)?.ask);
  const asked = (...of: readonly Ask[]): string => numbers(above, (entry) => isAsked(entry, of));
  const kinds = (['red', 'overdue'] as const)
    .filter((of) => entries.some((entry) => isAsked(entry, [of])))
    .map((of) => askedKinds[of]);
  return {
    missing: asked('missing'),
    late: lateNumbers(entries),
    redName: `${kinds.join('、')}任务`,
    red: asked('red', 'overdue'),
    yellow: asked('yellow'),
    reopened: numbers(above, counters.reopened),
    completed: numbers(annexed, (entry) => askOf(entry) === null && counters.completed(entry)),
  };
}

/** The annex does not say which were late: they are numbered, unless it is all of them. */
function lateNumbers(entries: readonly Entry[]): string {
  const late = entries.filter(counters.late);
  return late.length > mostNumbers && late.length === entries.length
    ? `全部${late.length}项`
    : taskNumbers(late.map(({ task }) => task.no));
}
