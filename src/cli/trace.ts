import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Disk } from '../disk/disk.ts';
import type { FigureSource } from '../papers/sources.ts';
import { errorsOf, type Message, type Result } from '../message/message.ts';
import { quarterIn, unitCodeIn, yearIn } from '../trade/paper-path.ts';
import { readRegister } from '../register/read-register.ts';
import { issuedPaper } from '../register/issued-paper.ts';
import { frozenFigures } from '../register/frozen-quarter.ts';
import { daysOf, standingOf, type Standing } from '../run/standing.ts';
import type { RegisterEntry } from '../register/entry.ts';
import { tracedOf, tracedOfYear, type Traced, type TracedPaper } from '../run/traced.ts';
import { paperKinds } from '../trade/paper-kinds.ts';
import { commandWords } from '../message/wording/commands.ts';
import { wordPlace } from '../message/wording/word.ts';
import { yearStandingOf } from '../run/year-standing.ts';
import { CannotRun, command, withoutNotes, workspaceContext, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';

/** `trace FILE [TEXT]`: where a paper's figures come from: input file and row, source line. */
export const traceCommand = command(
  (each, words) =>
    each
      .positional('file', { type: 'string', demandOption: true, describe: words.file })
      .positional('text', { type: 'string', describe: words.text }),
  (globals, args) => trace(globals, args.file, args.text ?? ''),
);

async function trace(globals: Globals, file: string, text: string): Promise<CommandOutcome> {
  const { disk, date } = workspaceContext(globals);
  const found = await paperIn(disk, file, date);
  if (found === null) {
    // A register that cannot be read knows no paper.
    const messages = errorsOf(readRegister(disk).messages);
    if (messages.length > 0) return { value: { traced: [] }, lines: [], messages };
    throw new CannotRun(commandWords[globals.lang].noPaper(file));
  }
  if (found.traced === null) return { value: { traced: [] }, lines: [], messages: withoutNotes(found.messages) };
  const traced = found.traced.filter((each) => (text === '' ? isNoFigure(each) : meets(each, text)));
  if (traced.length === 0) throw new CannotRun(commandWords[globals.lang].nothingTraced(text));
  const lines = traced.flatMap(({ title, sources }) => [title, ...sources.map(lineOf)]);
  return { value: { ...found.of, traced }, lines, messages: [] };
}

type Found = {
  readonly of: { readonly quarter: Quarter } | { readonly year: number };
  readonly traced: readonly Traced[] | null;
  readonly messages: readonly Message[];
};

/** A draft by its path, an issued paper by the register. */
async function paperIn(disk: Disk, file: string, date: CalendarDate | null): Promise<Found | null> {
  const issued = issuedPaper(disk, file);
  const quarter = issued?.quarter ?? quarterIn(file);
  const code = issued === null ? unitCodeIn(file) : (issued.addressee?.code ?? null);
  const isLetter = issued === null ? isIn(paperKinds.letter.path, file) : issued.kind === 'letter';
  const paper: TracedPaper = { code, isInternal: isIn('internal', file), isLetter };
  if (quarter !== null) {
    const { value, messages } = standingFor(disk, quarter, { issued, date });
    return { of: { quarter }, traced: value === null ? null : tracedOf(value, paper), messages };
  }
  const year = yearIn(file);
  if (year === null) return null;
  const { value, messages } = await yearStandingOf(disk, year, date);
  return { of: { year }, traced: value === null ? null : tracedOfYear(value, paper), messages };
}

/** Whether the paper lies in a folder of that name. */
function isIn(folder: string, file: string): boolean {
  return file.split(/[\\/]/).slice(0, -1).includes(folder);
}

/** An issued paper speaks by the figures it was made from; a draft by those of today. */
function standingFor(
  disk: Disk,
  quarter: Quarter,
  { issued, date }: { readonly issued: RegisterEntry | null; readonly date: CalendarDate | null },
): Result<Standing | null> {
  const standing = standingOf(disk, quarter, daysOf(date));
  if (standing.value === null || issued === null || issued.revision === null) return standing;
  const { value: then, messages } = frozenFigures(disk, standing.value.register, {
    quarter,
    revision: issued.revision,
  });
  return { value: then === null ? null : { ...standing.value, ...then }, messages };
}

/** Figures are many, and the entries say what they rest on; without a text they are left out. */
function isNoFigure({ sources }: Traced): boolean {
  return sources.every(({ kind }) => kind !== 'counted');
}

/** A bare number means just that number, not every one that has it inside; words may be a part. */
function meets({ title, keys, sources }: Traced, text: string): boolean {
  if (keys.includes(text)) return true;
  if (/^\d+(\.\d+)?%?$/.test(text) || sources.some(({ kind }) => kind === 'counted')) return false;
  return [title, ...keys, ...sources.map((source) => source.text)].some((each) => each.includes(text));
}

const kindWords = {
  task: '来源',
  reassignment: '职责调整',
  plan: '计划',
  return: '本季反馈',
  corrected: '已更正的反馈',
  previous: '上季反馈',
  closure: '销号',
  rule: '评分规则',
  score: '依据',
  counted: '计入',
  reason: '依据',
  remark: '附加说明的依据',
} as const satisfies Record<FigureSource['kind'], string>;

function lineOf({ kind, text, place, origin }: FigureSource): string {
  const where = place === null ? '' : `　${wordPlace(place)}`;
  const source = origin === undefined ? '' : `　${kindWords.task} ${wordPlace(origin)}`;
  return `　${kindWords[kind]}${where}　${text.length > 60 ? `${text.slice(0, 60)}…` : text}${source}`;
}
