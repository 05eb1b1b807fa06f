/**
 * A template cut into steps that are plain data: elements, and the values, conditions and lists between them. Templates that come with the
 * program are cut when it is bundled. Null for one that is not plain: whole elements of the subset with values between them or inside an
 * attribute.
 */
import { cutElements, type CutTag } from './cut-elements.ts';
import { NotPlain, type CutPath, type CutStep, type CutTemplate } from './cut-steps.ts';
import { isHelper } from './template-helpers.ts';

export function cutTemplate(program: hbs.AST.Program): CutTemplate | null {
  try {
    return cutProgram(program, false);
  } catch (cause) {
    if (cause instanceof NotPlain) return null;
    throw cause;
  }
}

/** `isInTag`: between the quotes of an attribute. */
function cutProgram({ body }: hbs.AST.Program, isInTag: boolean): CutTemplate {
  const steps: CutStep[] = [];
  // A start tag of which an attribute is being read.
  let tag: CutTag | null = null;
  for (const statement of body) {
    if (statement.type === 'CommentStatement') continue;
    if (statement.type !== 'ContentStatement') {
      const within: CutStep[] = tag?.attributes.at(-1)?.value ?? steps;
      within.push(cutStatement(statement, isInTag || tag !== null));
      continue;
    }
    const { value } = statement as hbs.AST.ContentStatement;
    // Line ends of old systems: the parser of HTML reads others in their place.
    if (value.includes('\r')) throw new NotPlain();
    steps.push({ type: 'size', count: value.length });
    if (!isInTag) tag = cutElements(value, tag, steps);
    else if (/["<>&]/.test(value)) throw new NotPlain();
    else steps.push({ type: 'text', value });
  }
  if (tag !== null) throw new NotPlain();
  return steps;
}

function cutStatement(statement: hbs.AST.Statement, isInTag: boolean): CutStep {
  switch (statement.type) {
    case 'MustacheStatement':
      return cutMustache(statement as hbs.AST.MustacheStatement);
    case 'BlockStatement':
      return cutBlock(statement as hbs.AST.BlockStatement, isInTag);
    case 'PartialStatement':
      if (!isInTag) return cutPartial(statement as hbs.AST.PartialStatement);
  }
  throw new NotPlain();
}

/** Handlebars' own. */
const builtIn: ReadonlySet<string> = new Set(['each', 'if', 'unless', 'with', 'lookup', 'log']);

/** A field that has the name of a helper is read in a way of its own by Handlebars. */
function cutMustache({ path, params, hash, escaped }: hbs.AST.MustacheStatement): CutStep {
  const name = writtenName(path);
  const [param, ...others] = params;
  if (!escaped || hash !== undefined || others.length > 0) throw new NotPlain();
  if (param === undefined) {
    if (isHelper(name) || builtIn.has(name)) throw new NotPlain();
    return { type: 'value', of: cutPath(path) };
  }
  if (!isHelper(name)) throw new NotPlain();
  return { type: 'helper', name, of: cutPath(param) };
}

function cutBlock({ path, params, hash, program, inverse }: hbs.AST.BlockStatement, isInTag: boolean): CutStep {
  const name = writtenName(path);
  const [subject, ...others] = params;
  if (subject === undefined || others.length > 0 || hash !== undefined) throw new NotPlain();
  const of = cutPath(subject);
  const body = cutProgram(program, isInTag);
  // Typed as if it were always there.
  const other = inverse as hbs.AST.Program | undefined;
  const otherwise = other === undefined ? [] : cutProgram(other, isInTag);
  if (name === 'unless') return { type: 'if', of, body: otherwise, otherwise: body };
  if (name !== 'if' && name !== 'each') throw new NotPlain();
  return { type: name, of, body, otherwise };
}

/** One that stands indented has its lines indented too, which is left to Handlebars. */
function cutPartial({ name, params, hash, indent }: hbs.AST.PartialStatement): CutStep {
  if (params.length > 0 || hash !== undefined || indent !== '') throw new NotPlain();
  return { type: 'partial', name: writtenName(name) };
}

function cutPath(expression: hbs.AST.Expression): CutPath {
  if (expression.type !== 'PathExpression') throw new NotPlain();
  const { data, depth, parts } = expression as hbs.AST.PathExpression;
  const fields = parts as string[];
  if (!data) return { out: depth, fields };
  const [fact] = fields;
  if (depth > 0 || fields.length > 1 || (fact !== 'first' && fact !== 'last')) throw new NotPlain();
  return fact;
}

function writtenName(expression: hbs.AST.Expression): string {
  return String((expression as Partial<hbs.AST.PathExpression>).original);
}
