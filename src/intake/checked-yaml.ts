/** A YAML file read through a schema: typed data, or what the schema found wrong, as messages with line and column. */
import type { z } from 'zod';
import { rowNumberOf } from '../domain/compare.ts';
import { error, type Message, hasErrors, type Result } from '../message/message.ts';
import { failed } from '../message/result.ts';
import { nearestNames } from '../trade/nearest.ts';
import { type YamlFile, readYaml } from './yaml.ts';
import type { InputFile } from '../table/file.ts';
import { decodeText } from '../table/decode.ts';

type Issue = z.core.$ZodIssue;

function schemaProblems(issues: readonly Issue[], yaml: YamlFile, schema: z.ZodType): readonly Message[] {
  const messages = issues.flatMap((issue) => problemsOf(issue, yaml, schema));
  return messages.toSorted((a, b) => rowNumberOf(a) - rowNumberOf(b));
}

function problemsOf(issue: Issue, yaml: YamlFile, schema: z.ZodType): readonly Message[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const nearest = nearestNames(key, knownKeys(schema, path), 1);
      return error(yaml.placeOfKey(path, key), 'office-unknown-key', { key, nearest });
    });
  }
  const found = valueAt(yaml.value, path);
  const data = { key: path.join('.') || fileName(yaml), expected: expectation(issue) };
  return found === undefined || found === null
    ? [error(yaml.placeOf(path), 'office-missing', data)]
    : [error(yaml.placeOf(path), 'office-wrong', { ...data, found: shown(found) })];
}

type Expected = { readonly zh: string; readonly en: string };

/** What stands here in plain words; the rest, which no schema of ours gives, in the library's. */
function expectation(issue: Issue): Expected {
  if (issue.code === 'invalid_type') return types.get(issue.expected) ?? inWordsOf(issue);
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return { zh: `${values.join('、')}之一`, en: `one of ${values.join(', ')}` };
  }
  if (issue.code === 'too_small' && issue.origin === 'number') {
    return { zh: `不小于${issue.minimum}的数`, en: `a number from ${issue.minimum}` };
  }
  if (issue.code === 'too_small') return { zh: '不空的内容', en: 'something, not nothing' };
  if (issue.code === 'too_big') return { zh: `不大于${issue.maximum}的数`, en: `a number up to ${issue.maximum}` };
  if (issue.code === 'invalid_format') return { zh: '“月-日”，如 "03-25"', en: '“month-day” as "03-25"' };
  if (issue.code === 'invalid_union') {
    return { zh: '分数，如 -5，或 {牵头: -5, 配合: -3}', en: 'points as -5 or {牵头: -5, 配合: -3}' };
  }
  return inWordsOf(issue);
}

function inWordsOf({ message }: Issue): Expected {
  return { zh: message, en: message };
}

const types: ReadonlyMap<string, Expected> = new Map([
  ['string', { zh: '文字（数字、日期请加引号）', en: 'a text (quote numbers and dates)' }],
  ['number', { zh: '数字', en: 'a number' }],
  ['int', { zh: '整数', en: 'a whole number' }],
  ['boolean', { zh: 'true 或 false', en: 'true or false' }],
  ['array', { zh: '列表（每项一行，前面写“- ”）', en: 'a list' }],
  ['object', { zh: '下设各项的一组', en: 'a group of keys' }],
]);

function fileName(yaml: YamlFile): string {
  const { file } = yaml.placeOf([]);
  return file.slice(file.lastIndexOf('/') + 1);
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((current, key) => propertyOf(current, key), value);
}

function shown(found: unknown): string {
  const json = JSON.stringify(found);
  return json.length > 40 ? `${json.slice(0, 40)}…` : json;
}

/** Keys that the schema knows at a path; an array has one schema, `element`, for all its items. */
function knownKeys(schema: z.ZodType, path: readonly string[]): readonly string[] {
  const at = path.reduce<unknown>(
    (current, key) => propertyOf(propertyOf(current, 'shape'), key) ?? propertyOf(current, 'element'),
    schema,
  );
  return Object.keys(Object(propertyOf(at, 'shape')));
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

export function readChecked<T>(
  file: InputFile,
  schema: z.ZodType<T>,
): Result<{ readonly data: T; readonly yaml: YamlFile } | null> {
  const text = decodeText(file.bytes, file.path);
  const yaml = readYaml(file.path, text.value.text);
  const before = [...text.messages, ...yaml.messages];
  if (hasErrors(before)) return failed(before);
  // Once a run: zod would write functions for each object, which have to be compiled.
  const checked = schema.safeParse(yaml.value, { jitless: true });
  if (!checked.success) return failed(schemaProblems(checked.error.issues, yaml, schema));
  return { value: { data: checked.data, yaml }, messages: before };
}
