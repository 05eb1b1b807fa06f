import type { Language } from '../message/wording/language.ts';
import { templateWords } from '../message/wording/templates.ts';
import { compareTemplates, takeTemplate, type ComparedTemplate } from '../run/templates.ts';
import { command, workspaceContext, type Globals } from './command.ts';
import type { CommandOutcome } from './console.ts';

/** `templates`: what the office has changed in the wording of its papers; `--take NAME` puts a copy there to be changed. */
export const templatesCommand = command(
  (each, words) => each.option('take', { type: 'string', describe: words.take }),
  (globals, args) => (args.take === undefined ? templates(globals) : take(globals, args.take)),
);

function templates(globals: Globals): CommandOutcome {
  const { value, messages } = compareTemplates(workspaceContext(globals).disk);
  return { value: { templates: value }, lines: told(value, globals.lang), messages };
}

function told(all: readonly ComparedTemplate[], language: Language): readonly string[] {
  const words = templateWords[language];
  const of = (standing: ComparedTemplate['standing']): readonly ComparedTemplate[] =>
    all.filter((each) => each.standing === standing);
  const changed = of('changed').flatMap(({ file, changes }) => [
    words.changed(file, changes.length),
    ...changes.flatMap(({ before, after }) => [
      ...(before === null ? [] : [`  - ${before}`]),
      ...(after === null ? [] : [`  + ${after}`]),
    ]),
  ]);
  const same = of('same').map(({ file }) => words.same(file));
  const own = of('own').map(({ file }) => words.own(file));
  return [...changed, ...own, ...same, words.shipped(of('shipped').length)];
}

function take(globals: Globals, name: string): CommandOutcome {
  const { value: file, messages } = takeTemplate(workspaceContext(globals).disk, name);
  const lines = file === null ? [] : [templateWords[globals.lang].taken(file)];
  return { value: { file }, lines, messages };
}
