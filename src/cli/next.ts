import type { Disk } from '../disk/disk.ts';
import type { Language } from '../message/wording/language.ts';
import { nextWords } from '../message/wording/next.ts';
import { nextFacts } from '../run/next/facts.ts';
import { whatIsNext, type NextStep, type WhatIsNext } from '../run/next/steps.ts';
import type { CalendarDate, Quarter } from '../trade/calendar.ts';
import type { Message } from '../message/message.ts';
import { command, contextOf, quarterArgument, refuseNewer, withoutNotes, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';
import { quarterIfAny } from './options.ts';

/** `next [Q]`: what comes next and why, with the command to type; also where there is no workspace yet. */
export const nextCommand = command(
  (each, words) => each.positional(...quarterIfAny(words)),
  (globals, args) => next(globals, args.quarter),
);

type Next = {
  readonly quarter: Quarter | null;
  readonly step: NextStep | null;
  readonly besides: WhatIsNext['besides'];
  /** What is wrong with the register. */
  readonly messages: readonly Message[];
};

async function next(globals: Globals, written: string | undefined): Promise<CommandOutcome> {
  const asked = written === undefined ? null : quarterArgument(written, globals.lang);
  const found = await nextOf(contextOf(globals), globals, asked);
  const { quarter, step, besides, messages } = found;
  return { value: { quarter, next: step, besides }, lines: nextLines(found, globals.lang), messages };
}

/** The step, and what is open besides. */
export function nextLines(found: Next, language: Language): readonly string[] {
  const words = nextWords[language];
  const open = found.besides.flatMap(({ what, why, commands }) => [
    words.beside(what, why),
    ...commands.map((each) => `  ${words.command(each)}`),
  ]);
  return [...stepLines(found, language), ...(open.length === 0 ? [] : [words.besides(), ...open])];
}

/** `quarter`: null for the newest. Commands are told as they work from where the user stands. */
export async function nextOf(
  { disk, date }: { readonly disk: Disk; readonly date: CalendarDate | null },
  { workspace, lang }: Pick<Globals, 'workspace' | 'lang'>,
  asked: Quarter | null,
): Promise<Next> {
  refuseNewer(disk, lang);
  const facts = await nextFacts(disk, { quarter: asked, date });
  const { next: step, besides } = whatIsNext(facts, lang);
  const fromHere = (each: NextStep): NextStep => ({ ...each, commands: each.commands.map(inWorkspace) });
  return {
    quarter: facts.quarter,
    step: step === null ? null : fromHere(step),
    besides: besides.map(fromHere),
    messages: withoutNotes(facts.register),
  };

  function inWorkspace(typed: string): string {
    if (workspace === '.') return typed;
    const place = /^[^\s"'&|<>^%$`]+$/u.test(workspace) ? workspace : `"${workspace}"`;
    const { folder } = nextWords[lang].blanks;
    return typed.endsWith(` ${folder}`) ? typed.replace(folder, () => place) : `${typed} -C ${place}`;
  }
}

export function stepLines({ step, quarter }: Pick<Next, 'step' | 'quarter'>, language: Language): readonly string[] {
  if (step === null) return [];
  const words = nextWords[language];
  return [words.next(quarter, step.what), words.why(step.why), ...step.commands.map(words.command)];
}
