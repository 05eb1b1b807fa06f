/** What a schema found wrong with a YAML file, as messages with line and column. */
import type { z } from 'zod';
import { error, type Message } from '../message.ts';
import { nearestNames } from '../nearest.ts';
import type { YamlFile } from './yaml.ts';

type Issue = z.core.$ZodIssue;

export function schemaProblems(issues: readonly Issue[], yaml: YamlFile, schema: z.ZodType): readonly Message[] {
  const messages = issues.flatMap((issue) => problemsOf(issue, yaml, schema));
  return messages.toSorted((a, b) => (a.place?.row ?? 0) - (b.place?.row ?? 0));
}

function problemsOf(issue: Issue, yaml: YamlFile, schema: z.ZodType): readonly Message[] {
  const path = issue.path.map((each) => (typeof each === 'symbol' ? String(each) : each));
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

function expectation(issue: Issue): Expected {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? { zh: issue.expected, en: issue.expected };
    case 'invalid_value': {
      const values = issue.values.map(String);
      return { zh: values.join('、') + '之一', en: `one of ${values.join(', ')}` };
    }
    case 'too_small':
      return issue.origin === 'number'
        ? { zh: `不小于${issue.minimum}的数`, en: `a number from ${issue.minimum}` }
        : { zh: '不空的内容', en: 'something, not nothing' };
    case 'too_big':
      return { zh: `不大于${issue.maximum}的数`, en: `a number up to ${issue.maximum}` };
    case 'invalid_format':
      return { zh: '“月-日”，如 "03-25"', en: '“month-day” as "03-25"' };
    case 'invalid_union':
      return { zh: '分数，如 -5，或 {牵头: -5, 配合: -3}', en: 'points as -5 or {牵头: -5, 配合: -3}' };
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return { zh: issue.message, en: issue.message };
  }
}

const types: Readonly<Record<string, Expected>> = {
  string: { zh: '文字（数字、日期请加引号）', en: 'a text (quote numbers and dates)' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表（每项一行，前面写“- ”）', en: 'a list' },
  object: { zh: '下设各项的一组', en: 'a group of keys' },
};

function fileName(yaml: YamlFile): string {
  const { file } = yaml.placeOf([]);
  return file.slice(file.lastIndexOf('/') + 1);
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (current, key) => (typeof current === 'object' && current !== null ? Reflect.get(current, key) : undefined),
    value,
  );
}

function shown(found: unknown): string {
  const json = JSON.stringify(found);
  return json.length > 40 ? `${json.slice(0, 40)}…` : json;
}

/** Keys that the schema knows at a path; arrays are one schema for all their items. */
function knownKeys(schema: z.ZodType, path: readonly (string | number)[]): readonly string[] {
  const at = path.reduce<unknown>((current, key) => {
    const shape = shapeOf(current);
    if (shape !== null) return shape[key];
    return typeof current === 'object' && current !== null && 'element' in current ? current.element : null;
  }, schema);
  return Object.keys(shapeOf(at) ?? {});
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof schema !== 'object' || schema === null || !('shape' in schema)) return null;
  // Only ZodObject has `shape`, a record of schemas.
  return schema.shape as Readonly<Record<string, unknown>>;
}
