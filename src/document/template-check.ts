/**
 * Checks a template's syntax tree against the shape of its view: every path resolves, only the listed statements and
 * helpers occur, nothing is left unescaped. All problems at once, each with template:line:column.
 */
import { error, type Message, type Place } from '../message/message.ts';
import { nearestNames } from '../trade/nearest.ts';
import { isList, type Shape, type ShapeFields } from './shape.ts';
import { helperKinds, isHelper } from './template-helpers.ts';

export type Partials = ReadonlyMap<string, { readonly file: string; readonly program: hbs.AST.Program }>;

type Scope = {
  readonly file: string;
  /** Innermost last; `..` climbs. */
  readonly shapes: readonly Shape[];
  readonly partials: Partials;
  readonly inside: readonly string[];
  readonly messages: Message[];
};

export function checkProgram(program: hbs.AST.Program, scope: Scope): void {
  for (const statement of program.body) checkStatement(statement, scope);
}

function checkStatement(statement: hbs.AST.Statement, scope: Scope): void {
  // The parser's type names are the discriminant; its typings are not a union.
  switch (statement.type) {
    case 'ContentStatement':
      return checkContent(statement as hbs.AST.ContentStatement, scope);
    case 'CommentStatement':
      return undefined;
    case 'MustacheStatement':
      return checkMustache(statement as hbs.AST.MustacheStatement, scope);
    case 'BlockStatement':
      return checkBlock(statement as hbs.AST.BlockStatement, scope);
    case 'PartialStatement':
      return checkPartial(statement as hbs.AST.PartialStatement, scope);
    default:
      return report(scope, statement, error(null, 'template-statement', { statement: statement.type }));
  }
}

function checkContent(statement: hbs.AST.ContentStatement, scope: Scope): void {
  // `~` and lone block tags eat or move U+3000; indents come from paragraph styles.
  const text = statement.original as unknown as string; // typed wrongly by handlebars
  if (text.includes('\u3000')) report(scope, statement, error(null, 'template-wide-space'));
  // Braces that the parser left in the words would be printed: typed full width by an input method, single, or escaped.
  for (const { 0: found, index } of text.matchAll(/(?<![{｛])[{｛]+[^{}｛｝\n]*[}｝]+|[{}｛｝]+/gu)) {
    const place = { file: scope.file, ...placeWithin(statement, text.slice(0, index)) };
    scope.messages.push(error(place, 'template-brace', { found }));
  }
}

/** Row and column of what stands in a content after `before`. */
function placeWithin({ loc: { start } }: hbs.AST.Node, before: string): { row: number; column: number } {
  const lines = before.split('\n');
  const last = lines.at(-1) ?? '';
  const column = (lines.length === 1 ? start.column : 0) + last.length + 1;
  return { row: start.line + lines.length - 1, column };
}

function checkMustache(statement: hbs.AST.MustacheStatement, scope: Scope): void {
  if (!statement.escaped) return report(scope, statement, error(null, 'template-unescaped'));
  const path = statement.path as hbs.AST.PathExpression;
  if (statement.params.length === 0 && statement.hash === undefined) return checkValue(path, scope);
  const helper = String(path.original);
  const expected = isHelper(helper) ? helperKinds[helper] : null;
  const [param, ...others] = statement.params;
  if (expected === null || param === undefined || others.length > 0 || statement.hash !== undefined) {
    const nearest = nearestNames(helper, Object.keys(helperKinds));
    return report(scope, path, error(null, 'template-helper', { helper, nearest }));
  }
  expectKind(param as hbs.AST.PathExpression, [expected], scope);
}

function checkValue(path: hbs.AST.PathExpression, scope: Scope): void {
  expectKind(path, ['text', 'blank', 'number'], scope);
}

function checkBlock(statement: hbs.AST.BlockStatement, scope: Scope): void {
  const name = String((statement.path as hbs.AST.PathExpression).original);
  const subject = statement.params[0] as hbs.AST.PathExpression | undefined;
  const isKnown = name === 'each' || name === 'if' || name === 'unless';
  const isPlain = statement.params.length === 1 && statement.hash === undefined && !hasBlockParams(statement);
  if (!isKnown || subject === undefined || !isPlain) {
    return report(scope, statement, error(null, 'template-statement', { statement: `#${name}` }));
  }
  if (statement.inverse) checkProgram(statement.inverse, scope);
  if (name !== 'each') {
    if (!(subject.data && /^(first|last)$/.test(subject.parts.join('.')))) expectCondition(subject, scope);
    return checkProgram(statement.program, scope);
  }
  const shape = isPath(subject) ? resolve(subject, scope) : undefined;
  if (shape === null) return undefined;
  if (shape === undefined || !isList(shape))
    return report(scope, subject, error(null, 'template-kind', { path: writtenAs(subject), expected: '[]' }));
  return checkProgram(statement.program, { ...scope, shapes: [...scope.shapes, shape[0]] });
}

function hasBlockParams(statement: hbs.AST.BlockStatement): boolean {
  // Handlebars leaves the field out when there are none, though its typings promise a list.
  const names = statement.program.blockParams as string[] | undefined;
  return names !== undefined && names.length > 0;
}

function checkPartial(statement: hbs.AST.PartialStatement, scope: Scope): void {
  const name = writtenAs(statement.name);
  const partial = scope.partials.get(name);
  if (
    partial === undefined ||
    statement.params.length > 0 ||
    statement.hash !== undefined ||
    scope.inside.includes(name)
  ) {
    const nearest = nearestNames(name, [...scope.partials.keys()]);
    return report(scope, statement, error(null, 'template-partial', { partial: name, nearest }));
  }
  // Handlebars lets a partial see nothing of what its list stands in.
  const shapes = scope.shapes.slice(-1);
  return checkProgram(partial.program, { ...scope, shapes, file: partial.file, inside: [...scope.inside, name] });
}

const conditions = ['flag', 'number', 'text', 'blank'] as const;

/** A flag, a number above nought, a text that says something, a list with anything in it; a group of fields is always there. */
function expectCondition(path: hbs.AST.PathExpression, scope: Scope): void {
  const shape = isPath(path) ? resolve(path, scope) : 'refused';
  const isCondition =
    typeof shape === 'string' ? conditions.some((kind) => kind === shape) : shape === null || isList(shape);
  if (isCondition) return;
  const expected = [...conditions, '[]'].join(' / ');
  report(scope, path, error(null, 'template-kind', { path: writtenAs(path), expected }));
}

function expectKind(path: hbs.AST.PathExpression, kinds: readonly string[], scope: Scope): void {
  const shape = isPath(path) ? resolve(path, scope) : 'refused';
  if (shape === null || (typeof shape === 'string' && kinds.includes(shape))) return;
  report(scope, path, error(null, 'template-kind', { path: writtenAs(path), expected: kinds.join(' / ') }));
}

function isPath(expression: hbs.AST.Expression): expression is hbs.AST.PathExpression {
  return expression.type === 'PathExpression';
}

/** A name as the template has it; `(…)` for a call inside a call, which has none. */
function writtenAs(expression: hbs.AST.Expression): string {
  const { original } = expression as Partial<hbs.AST.PathExpression>;
  return expression.type === 'SubExpression' ? '(…)' : String(original);
}

/** The shape that a path names, or null after reporting that there is none. */
function resolve(path: hbs.AST.PathExpression, scope: Scope): Shape | null {
  const start = path.data ? undefined : scope.shapes.at(-1 - path.depth);
  let shape: Shape | undefined = start;
  for (const part of path.parts as string[]) {
    const fields: ShapeFields = shape !== undefined && typeof shape === 'object' && !isList(shape) ? shape : {};
    shape = Object.hasOwn(fields, part) ? fields[part] : undefined;
    if (shape === undefined) {
      const nearest = [...outerPath(path, scope), ...nearestNames(part, Object.keys(fields))];
      report(scope, path, error(null, 'template-path', { path: path.original, nearest }));
      return null;
    }
  }
  if (shape === undefined) report(scope, path, error(null, 'template-path', { path: path.original, nearest: [] }));
  return shape ?? null;
}

/** A field of a list's surroundings, named without climbing out to it: `../unit`. */
function outerPath(path: hbs.AST.PathExpression, scope: Scope): readonly string[] {
  const [first = ''] = path.parts as string[];
  const outer = scope.shapes.slice(0, -1).toReversed();
  const climbs = outer.findIndex((shape) => typeof shape === 'object' && !isList(shape) && Object.hasOwn(shape, first));
  return path.data || path.depth > 0 || climbs === -1 ? [] : [`${'../'.repeat(climbs + 1)}${path.original}`];
}

function report(scope: Scope, node: hbs.AST.Node, message: Message): void {
  const place: Place = { file: scope.file, row: node.loc.start.line, column: node.loc.start.column + 1 };
  scope.messages.push({ ...message, place });
}
