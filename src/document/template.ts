/**
 * Templates: Handlebars that produces a small HTML subset (markup.ts). All are compiled once, at the start; escaping is always
 * on, results are never compiled again, so user data can never become markup or template.
 */
import Handlebars from 'handlebars';
import { formatNumeral } from '../numerals.ts';
import { error, type Message, type Place, type Result } from '../message.ts';
import { formatIssueDate, formatPercent } from './official-text.ts';
import { fitToShape, type Shape, type ViewOf } from './shape.ts';
import { skeletonMessages } from './skeleton.ts';
import { checkProgram, helperKinds, type Partials } from './template-check.ts';
import type { CalendarDate } from '../calendar.ts';

export type TemplateSource = { readonly file: string; readonly text: string };

export type Templates = {
  readonly partials: Partials;
  readonly programs: ReadonlyMap<
    string,
    TemplateSource & { readonly program: hbs.AST.Program; readonly run: Handlebars.TemplateDelegate }
  >;
};

/**
 * Compiles `letter.hbs` as `letter` and `partials/table.hbs` as the partial `table`. A syntax error or unknown markup is a
 * message with template:line:column.
 */
export function compileTemplates(sources: readonly TemplateSource[]): Result<Templates> {
  const messages: Message[] = [];
  const engine = Handlebars.create();
  engine.registerHelper('date', (date: CalendarDate) => formatIssueDate(date));
  engine.registerHelper('numeral', (value: number) => formatNumeral(value));
  engine.registerHelper('percent', (value: number) => formatPercent(value));
  const parsed = sources.flatMap((source) => parseSource(engine, source, messages));
  const partials = parsed.filter(({ file }) => isPartial(file)).map((each) => [nameOf(each.file), each] as const);
  for (const [name, { program }] of partials) engine.registerPartial(name, engine.compile(program, compileOptions));
  const partialSources = new Map(partials);
  const whole = parsed.filter(({ file }) => !isPartial(file));
  messages.push(...whole.flatMap((each) => skeletonMessages(each, partialSources)));
  const programs = whole.map(
    (each) => [nameOf(each.file), { ...each, run: engine.compile(each.program, compileOptions) }] as const,
  );
  return { value: { partials: new Map(partials), programs: new Map(programs) }, messages };
}

const compileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(helperKinds).map((name) => [name, true])),
} satisfies CompileOptions;

function parseSource(engine: typeof Handlebars, source: TemplateSource, messages: Message[]) {
  try {
    const program = engine.parse(source.text);
    return [{ ...source, program }];
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    const row = /line (\d+)/i.exec(found)?.[1];
    const place: Place = { file: source.file, row: row === undefined ? null : Number(row), column: null };
    messages.push(error(place, 'template-syntax', { found: found.split('\n').at(-1) ?? found }));
    return [];
  }
}

/** Every problem of one template against the shape of its view; a missing template is one too. */
export function checkTemplate(templates: Templates, name: string, shape: Shape): readonly Message[] {
  const template = templates.programs.get(name);
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
  const view = fitToShape(data.view, data.shape, { path: '', place, messages });
  return { value: template.run(view), messages };
}

function isPartial(file: string): boolean {
  return file.includes('partials/');
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.hbs$/, '');
}
