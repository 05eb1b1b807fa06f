/**
 * Templates: Handlebars that produces a small HTML subset (markup.ts). All are compiled once, at the start; escaping is always
 * on, results are never compiled again, so user data can never become markup or template.
 */
import Handlebars from 'handlebars';
import { sha256 } from '../disk/sha256.ts';
import { formatNumeral } from '../trade/numerals.ts';
import { error, type Message, type Place, type Result } from '../message/message.ts';
import { after, failed, silent, together } from '../message/result.ts';
import { formatIssueDate, formatPercent } from './official-text.ts';
import { fitToShape, type Shape, type ViewOf } from './shape.ts';
import { skeletonMessages } from './skeleton.ts';
import { bounded, countTurns, expandedBounds, sourceBounds, type Turns } from './template-bounds.ts';
import { checkProgram, helperKinds, type Partials } from './template-check.ts';
import type { CalendarDate } from '../trade/calendar.ts';

export type TemplateSource = { readonly file: string; readonly text: string };

export type Templates = {
  /** By the name of a template, the hash of all that it is made of. */
  readonly identityOf: (name: string) => string;
  readonly partials: Partials;
  /** Those that could not be parsed, which has been told. */
  readonly broken: ReadonlySet<string>;
  readonly programs: ReadonlyMap<string, ParsedSource & { readonly run: (view: unknown) => string }>;
};

type ParsedSource = TemplateSource & { readonly program: hbs.AST.Program };

/**
 * Compiles `letter.hbs` as `letter` and `partials/table.hbs` as the partial `table`. A syntax error or unknown markup is a
 * message with template:line:column. `figures`: the names that `<figure data-name>` may have; null = any.
 */
export function compileTemplates(
  sources: readonly TemplateSource[],
  figures: readonly string[] | null = null,
): Result<Templates> {
  const engine = Handlebars.create();
  engine.registerHelper('date', (date: CalendarDate) => formatIssueDate(date));
  // Nothing is numbered 零; a nought in a text is a figure.
  engine.registerHelper('numeral', (value: number) => (value < 1 ? String(value) : formatNumeral(value)));
  engine.registerHelper('percent', (value: number) => formatPercent(value));
  const turns = countTurns();
  countEach(engine, turns);
  const allowed = withinBounds(sources);
  const read = together(allowed.value.map((source) => parseSource(engine, source)));
  const parsed = read.value.filter((each) => each !== null);
  const partials = parsed.filter(({ file }) => isPartial(file)).map((each) => [nameOf(each.file), each] as const);
  for (const [name, { program }] of partials) engine.registerPartial(name, engine.compile(program, compileOptions));
  const partialSources = new Map(partials);
  const whole = parsed.filter(({ file }) => !isPartial(file));
  const unknown = whole.flatMap((each) => skeletonMessages(each, { partials: partialSources, figures }));
  const programs = whole.map((each) => {
    const compiled = engine.compile(each.program, compileOptions);
    const run = (view: unknown): string => {
      turns.start();
      return compiled(view);
    };
    return [nameOf(each.file), { ...each, run }] as const;
  });
  const sound = new Set(parsed.map(({ file }) => file));
  const broken = new Set(sources.filter(({ file }) => !sound.has(file)).map(({ file }) => nameOf(file)));
  const identityOf = templateIdentities(sources);
  return {
    value: { identityOf, partials: new Map(partials), broken, programs: new Map(programs) },
    messages: [...allowed.messages, ...read.messages, ...unknown],
  };
}

/** A template may take in any partial. */
export function templateIdentities(sources: readonly TemplateSource[]): Templates['identityOf'] {
  const common = sha256(JSON.stringify(sources.filter(({ file }) => isPartial(file))));
  return (name) => {
    const own = sources.filter(({ file }) => !isPartial(file) && nameOf(file) === name);
    return sha256(JSON.stringify([common, own]));
  };
}

/** Those that ask for no more than a template may; the others are told and count as broken. */
function withinBounds(sources: readonly TemplateSource[]): Result<readonly TemplateSource[]> {
  const found = sources.flatMap((source) => sourceBounds(source));
  const told = found.length > 0 ? found : expandedBounds(sources, nameOf);
  const files = new Set(told.map(({ place }) => place?.file));
  return { value: sources.filter(({ file }) => !files.has(file)), messages: told };
}

/** Loops inside loops multiply; the helper of Handlebars itself counts nothing. */
function countEach(engine: typeof Handlebars, { take }: Turns): void {
  const each = engine.helpers['each'];
  if (each === undefined) return;
  engine.registerHelper('each', function counted(this: unknown, list: unknown, options: Handlebars.HelperOptions) {
    take(Array.isArray(list) ? list.length : 1);
    // What it answers is what the block makes.
    return each.call(this, list, options) as string;
  });
}

const compileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(helperKinds).map((name) => [name, true])),
} satisfies CompileOptions;

/** Null where the syntax is wrong. */
function parseSource(engine: typeof Handlebars, source: TemplateSource): Result<ParsedSource | null> {
  try {
    return silent({ ...source, program: engine.parse(source.text) });
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
export function checkTemplate(templates: Templates, name: string, shape: Shape): readonly Message[] {
  const template = templates.programs.get(name);
  if (template === undefined && templates.broken.has(name)) return [];
  if (template === undefined)
    return [error({ file: `templates/${name}.hbs`, row: null, column: null }, 'missing-file')];
  const messages: Message[] = [];
  const { partials } = templates;
  checkProgram(template.program, { file: template.file, shapes: [shape], partials, inside: [], messages });
  return messages;
}

/** The HTML of one paper. The template must have passed `checkTemplate` with this shape. */
export function renderTemplate<S extends Shape>(
  templates: Templates,
  name: string,
  data: { shape: S; view: ViewOf<S> },
): Result<string> {
  const template = templates.programs.get(name);
  if (template === undefined) return { value: '', messages: checkTemplate(templates, name, data.shape) };
  const messages: Message[] = [];
  const place = { file: template.file, row: null, column: null };
  const view = fitToShape(data.view, data.shape, { path: [], place, messages });
  const made = bounded(template.file, () => template.run(view));
  return after(messages, made);
}

function isPartial(file: string): boolean {
  return file.includes('partials/');
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.hbs$/, '');
}
