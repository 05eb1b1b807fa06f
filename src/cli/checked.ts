/** Everything read, no paper written; every problem at once, by unit, and a correction sheet for each unit. */
import type { Language } from '../message/wording/language.ts';
import { byProduct } from '../build/by-product.ts';
import type { Disk } from '../disk/disk.ts';
import type { Quarter } from '../trade/calendar.ts';
import { codedName } from '../trade/file-name.ts';
import { correctionSheets } from '../forms/correction-sheet.ts';
import type { Message, Result } from '../message/message.ts';
import { once } from '../message/result.ts';
import type { QuarterInputs } from '../workspace/quarter-inputs.ts';
import { byUnit, type UnitProblems } from '../intake/returns/by-unit.ts';
import { registerToAdd } from '../run/register-to-add.ts';
import { wordQuarter } from '../run/prepare.ts';
import { sinceClosing } from '../run/since-closing.ts';
import { daysOf } from '../run/standing.ts';
import { resultWords } from '../message/wording/results.ts';
import { readReceipts } from '../workspace/receipts.ts';
import { readWorkspace } from '../workspace/workspace.ts';
import type { Context } from './command.ts';
import { messageJson, type CommandOutcome } from './console.ts';

/** Of everything that does not belong to one quarter. */
export function checkWorkspace({ disk, console }: Context): CommandOutcome {
  const messages = [...readWorkspace(disk).messages, ...registerToAdd(disk).messages];
  return outcomeOf(messages, { units: [], sheets: [], lang: console.language });
}

export async function checkQuarter({ disk, date, console }: Context, quarter: Quarter): Promise<CommandOutcome> {
  const lang = console.language;
  // As whoever adds to it: what is wrong with the register is found before the day of issue.
  const { value: known, messages: register } = registerToAdd(disk);
  const worded = await wordQuarter(disk, quarter, { ...daysOf(date), isDrawn: false });
  const roster = worded.value?.standing.workspace.roster ?? null;
  const receipts = roster === null ? [] : readReceipts(disk, { quarter, register: known, roster }).messages;
  // Receipts make no paper: what is wrong in them stops none.
  const told = receipts.map((message): Message => ({ ...message, severity: 'warning' }));
  const since = worded.value === null ? [] : sinceClosing(disk, worded.value.standing);
  const messages = once([...worded.messages, ...register, ...told, ...since]);
  if (worded.inputs === null) return outcomeOf(messages, { units: [], sheets: [], lang });
  const of = { ...worded.inputs, messages, language: lang };
  const { value: sheets, messages: unwritten } = writeSheets(disk, correctionsFolder(quarter), of);
  const groups = byUnit(worded.inputs.reading, messages).filter((group) => group.messages.length > 0);
  const units = groups.map((group) => groupJson(group, lang));
  // As text the list is in the order of the groups: one unit after another, what belongs to none last.
  const outcome = outcomeOf(
    groups.flatMap((group) => group.messages),
    { units, sheets, lang },
  );
  // No fault of the data: it is not counted among them, and keeps no paper from being made.
  return { ...outcome, messages: [...outcome.messages, ...unwritten] };
}

type UnitGroup = { readonly unit: string | null; readonly messages: readonly unknown[] };

function groupJson({ unit, messages }: UnitProblems, language: Language): UnitGroup {
  return { unit: unit?.name ?? null, messages: messages.map((message) => messageJson(message, language)) };
}

/** Where the sheets of a quarter lie. */
export function correctionsFolder(quarter: Quarter): string {
  return `out/${quarter}/corrections`;
}

type SheetsOf = QuarterInputs & { readonly messages: readonly Message[]; readonly language: Language };

/** Where they cannot all be written (a folder that one may only read), none counts. */
function writeSheets(disk: Disk, folder: string, of: SheetsOf): Result<readonly string[]> {
  const files = sheetFiles(folder, of);
  const messages = byProduct(
    folder,
    () => {
      // Those of the last check go first: what was mended must not be mailed again.
      disk.remove(folder);
      for (const [file, bytes] of files) disk.write(file, bytes);
    },
    'sheets-not-written',
  );
  return { value: messages.length === 0 ? files.map(([file]) => file) : [], messages };
}

function sheetFiles(folder: string, of: SheetsOf): readonly (readonly [string, Uint8Array])[] {
  const seen = new Map<string, number>();
  return correctionSheets(of.reading, of.messages, of.language).flatMap(({ unit, file, csv, xlsx }) => {
    const name = unit === null ? codedName('', stemOf(file)) : codedName(unit.code, unit.name);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const path = `${folder}/${name}${count === 1 ? '' : `-${count}`}`;
    return [[`${path}.csv`, csv] as const, [`${path}.xlsx`, xlsx] as const];
  });
}

/** The name of a file without folder and ending. */
function stemOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '');
}

function outcomeOf(
  messages: CommandOutcome['messages'],
  {
    units,
    sheets,
    lang,
  }: { readonly units: readonly UnitGroup[]; readonly sheets: readonly string[]; readonly lang: Language },
): CommandOutcome {
  const count = (severity: string): number => messages.filter((message) => message.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), infos: count('info') };
  const words = resultWords[lang];
  const folder = sheets[0]?.slice(0, sheets[0].lastIndexOf('/') + 1) ?? '';
  const lines = [...(sheets.length === 0 ? [] : [words.sheets(sheets.length / 2, folder)]), words.checked(counts)];
  return { value: { ...counts, units, sheets }, lines, messages };
}
