/**
 * Compiles templates and finds what is wrong with them. All are compiled once, and only where they are not those that come with the program
 * (shipped-programs.ts) or something about them is not known yet.
 */
import Handlebars from 'handlebars';
import { error, type Message, type Place, type Result } from '../message/message.ts';
import { failed, silent, together } from '../message/result.ts';
import type { Shape } from './shape.ts';
import { skeletonMessages } from './skeleton.ts';
import {
  isPartial,
  missingTemplate,
  runnableTemplates,
  shippedRunner,
  templateName,
  type Runner,
  type Templates,
  type TemplateSource,
} from './template.ts';
import { expandedBounds, sourceBounds } from './template-bounds.ts';
import { cutTemplate } from './cut-template.ts';
import type { CutTemplate } from './cut-steps.ts';
import { checkProgram, type Partials } from './template-check.ts';
import { helperKinds } from './template-helpers.ts';

export type CompiledTemplates = Templates & {
  readonly partials: Partials;
  readonly parsed: ReadonlyMap<string, ParsedSource>;
};

type ParsedSource = TemplateSource & { readonly program: hbs.AST.Program };

/**
 * Compiles `letter.hbs` as `letter` and `partials/table.hbs` as the partial `table`. A syntax error or unknown markup is a
 * message with template:line:column. `figures`: the names that `<figure data-name>` may have; null = any.
 */
export function compileTemplates(
  sources: readonly TemplateSource[],
  figures: readonly string[] | null = null,
): Result<CompiledTemplates> {
  const allowed = withinBounds(sources);
  const read = together(allowed.value.map(parseSource));
  const sound = read.value.filter((each) => each !== null);
  const named = (of: readonly ParsedSource[]) => new Map(of.map((each) => [templateName(each.file), each]));
  const partials = named(sound.filter(({ file }) => isPartial(file)));
  const parsed = named(sound.filter(({ file }) => !isPartial(file)));
  const unknown = [...parsed.values()].flatMap((each) => skeletonMessages(each, { partials, figures }));
  const files = new Set(sound.map(({ file }) => file));
  const broken = new Set(sources.filter(({ file }) => !files.has(file)).map(({ file }) => templateName(file)));
  return {
    value: { ...soundTemplates(sound), broken, partials, parsed },
    messages: [...allowed.messages, ...read.messages, ...unknown],
  };
}

/** Of templates in which no fault was found. */
export function soundTemplates(sources: readonly (TemplateSource | ParsedSource)[]): Templates {
  return runnableTemplates(sources, (source) => shippedRunner(source) ?? compiling(source), Handlebars);
}

function compiling(source: TemplateSource | ParsedSource): Runner {
  const written = 'program' in source ? source.program : source.text;
  return { cut: () => cutOf(written), open: (engine) => engine.compile(written, compileOptions) };
}

function cutOf(written: string | hbs.AST.Program): CutTemplate | null {
  return cutTemplate(typeof written === 'string' ? Handlebars.parse(written) : written);
}

/** The text of the JavaScript that a template becomes, for the bundler: what `shippedPrograms` holds of it. */
export function precompiled({ text }: TemplateSource): string {
  const program = Handlebars.precompile(text, compileOptions) as string;
  return `{ program: () => (${program}), cut: () => (${JSON.stringify(cutOf(text))}) }`;
}

/** Those that ask for no more than a template may; the others are told and count as broken. */
function withinBounds(sources: readonly TemplateSource[]): Result<readonly TemplateSource[]> {
  const found = sources.flatMap((source) => sourceBounds(source));
  const told = found.length > 0 ? found : expandedBounds(sources, templateName);
  const files = new Set(told.map(({ place }) => place?.file));
  return { value: sources.filter(({ file }) => !files.has(file)), messages: told };
}

const compileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(helperKinds).map((name) => [name, true])),
} satisfies CompileOptions;

/** Null where the syntax is wrong. */
function parseSource(source: TemplateSource): Result<ParsedSource | null> {
  try {
    return silent({ ...source, program: Handlebars.parse(source.text) });
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    return failed([error(syntaxPlace(source, found), 'template-syntax', { found: found.split('\n').at(-1) ?? found })]);
  }
}

/**
 * Handlebars tells the place of a block that does not match at the end, `- 3:5`; of anything else the line, and the text around with a
 * caret below it, whose line ends are taken out.
 */
function syntaxPlace({ file, text }: TemplateSource, found: string): Place {
  const block = / - (\d+):(\d+)$/.exec(found);
  if (block !== null) return { file, row: Number(block[1]), column: Number(block[2]) + 1 };
  const line = /line (\d+)/i.exec(found)?.[1];
  if (line === undefined) return { file, row: null, column: null };
  const [, around = '', caret = ''] = found.split('\n');
  const written = text.split(/\r?\n/)[Number(line) - 1] ?? '';
  const ahead = around.slice(caret.indexOf('^')).replace(/\.\.\.$/, '');
  const isAhead = (rest: string): boolean => rest.startsWith(ahead) || ahead.startsWith(rest);
  const column = ahead === '' ? -1 : Array.from(written).findIndex((_, at) => isAhead(written.slice(at)));
  return { file, row: Number(line), column: column === -1 ? null : column + 1 };
}

/** Every problem of one template against the shape of its view; a missing template is one too. */
export function checkTemplate(templates: CompiledTemplates, name: string, shape: Shape): readonly Message[] {
  const template = templates.parsed.get(name);
  if (template === undefined) return missingTemplate(templates, name);
  const messages: Message[] = [];
  const { partials } = templates;
  checkProgram(template.program, { file: template.file, shapes: [shape], partials, inside: [], messages });
  return messages;
}
