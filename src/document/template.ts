/**
 * Templates: Handlebars that produces a small HTML subset (markup.ts). Escaping is always on, results are never compiled again, so user data
 * can never become markup or template. Compiling is a file of its own (compile-templates.ts), which most runs need not load: the templates
 * that come with the program were compiled when it was bundled.
 */
import runtime from 'handlebars/runtime.js';
import type Handlebars from 'handlebars';
import { sha256 } from '../disk/sha256.ts';
import { error, type Message, type Result } from '../message/message.ts';
import { after } from '../message/result.ts';
import type { CutTemplate } from './cut-steps.ts';
import type { HtmlNode } from './html.ts';
import { shippedPrograms } from './shipped-programs.ts';
import { fitsShape, fitToShape, type Shape, type ViewOf } from './shape.ts';
import { straightWay, type Straight } from './straight.ts';
import { bounded, countTurns, type Turns } from './template-bounds.ts';
import { helpers } from './template-helpers.ts';

export type TemplateSource = { readonly file: string; readonly text: string };

export type Templates = {
  /** By the name of a template, the hash of all that it is made of. */
  readonly identityOf: (name: string) => string;
  /** Those with a fault that keeps them from being used, which has been told. */
  readonly broken: ReadonlySet<string>;
  /** Null where there is none. */
  readonly programOf: (name: string) => Program | null;
};

type Program = TemplateSource & {
  readonly run: (view: unknown) => string;
  /** Null for a template that is not plain. */
  readonly straight: Straight | null;
};

/** A template as Handlebars runs it, and cut for the straight way. */
export type Runner = {
  readonly cut: () => CutTemplate | null;
  readonly open: (engine: Engine) => Handlebars.TemplateDelegate;
};

/** Handlebars with the helpers of templates. It may compile, or only run what was compiled. */
export type Engine = typeof Handlebars;

/** What was compiled when the program was bundled; null for another text. */
export function shippedRunner({ text }: TemplateSource): Runner | null {
  const known = shippedPrograms[sha256(text)];
  return known === undefined ? null : { cut: known.cut, open: (engine) => engine.template(known.program()) };
}

/** Nothing is compiled before a paper is worded: all of them may be remembered. `handlebars`: in a form that can do what the runners ask. */
export function runnableTemplates(
  sources: readonly TemplateSource[],
  runnerOf: (source: TemplateSource) => Runner,
  handlebars: Engine = runtime as unknown as Engine,
): Templates {
  let shared: { readonly engine: Engine; readonly turns: Turns } | null = null;
  const known = new Map<string, Program>();
  const partialOf = (name: string): CutTemplate | null => {
    const source = sources.find(({ file }) => isPartial(file) && templateName(file) === name);
    return source === undefined ? null : runnerOf(source).cut();
  };
  const programOf = (name: string): Program | null => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const source = sources.find(({ file }) => !isPartial(file) && templateName(file) === name);
    if (source === undefined) return null;
    const runner = runnerOf(source);
    let opened: Handlebars.TemplateDelegate | null = null;
    const run = (view: unknown): string => {
      const { engine, turns } = (shared ??= openEngine(handlebars, sources, runnerOf));
      opened ??= runner.open(engine);
      turns.start();
      return opened(view);
    };
    const cut = runner.cut();
    const program = { ...source, run, straight: cut === null ? null : straightWay(cut, partialOf) };
    known.set(name, program);
    return program;
  };
  return { identityOf: templateIdentities(sources), broken: new Set(), programOf };
}

function openEngine(
  handlebars: Engine,
  sources: readonly TemplateSource[],
  runnerOf: (source: TemplateSource) => Runner,
): { readonly engine: Engine; readonly turns: Turns } {
  const engine = handlebars.create();
  engine.registerHelper({ ...helpers });
  const turns = countTurns();
  countEach(engine, turns);
  for (const source of sources.filter(({ file }) => isPartial(file))) {
    engine.registerPartial(templateName(source.file), runnerOf(source).open(engine));
  }
  return { engine, turns };
}

/** Loops inside loops multiply; the helper of Handlebars itself counts nothing. */
function countEach(engine: Engine, { take }: Turns): void {
  const each = engine.helpers['each'];
  if (each === undefined) return;
  engine.registerHelper('each', function counted(this: unknown, list: unknown, options: Handlebars.HelperOptions) {
    take(Array.isArray(list) ? list.length : 1);
    // What it answers is what the block makes.
    return each.call(this, list, options) as string;
  });
}

/** A template may take in any partial. */
function templateIdentities(sources: readonly TemplateSource[]): Templates['identityOf'] {
  const common = sha256(JSON.stringify(sources.filter(({ file }) => isPartial(file))));
  const known = new Map<string, string>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const own = sources.filter(({ file }) => !isPartial(file) && templateName(file) === name);
    const identity = sha256(JSON.stringify([common, own]));
    known.set(name, identity);
    return identity;
  };
}

/** The nodes of one paper's markup, made without HTML; null where its template or its view is not plain. */
export function straightNodes<S extends Shape>(
  templates: Templates,
  name: string,
  data: { shape: S; view: ViewOf<S> },
): readonly HtmlNode[] | null {
  const straight = templates.programOf(name)?.straight ?? null;
  return straight !== null && fitsShape(data.view, data.shape) ? straight(data.view) : null;
}

/** The HTML of one paper. The template must have passed `checkTemplate` with this shape. */
export function renderTemplate<S extends Shape>(
  templates: Templates,
  name: string,
  data: { shape: S; view: ViewOf<S> },
): Result<string> {
  const template = templates.programOf(name);
  if (template === null) return { value: '', messages: missingTemplate(templates, name) };
  const messages: Message[] = [];
  const place = { file: template.file, row: null, column: null };
  const view = fitToShape(data.view, data.shape, { path: [], place, messages });
  const made = bounded(template.file, () => template.run(view));
  return after(messages, made);
}

/** Nothing of one whose fault was told. */
export function missingTemplate({ broken }: Pick<Templates, 'broken'>, name: string): readonly Message[] {
  return broken.has(name) ? [] : [error({ file: `templates/${name}.hbs`, row: null, column: null }, 'missing-file')];
}

export function isPartial(file: string): boolean {
  return file.includes('partials/');
}

export function templateName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.hbs$/, '');
}
