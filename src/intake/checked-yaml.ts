/** A YAML file read through a schema: typed data, or messages with line and column. */
import type { z } from 'zod';
import { hasErrors, type Result } from '../message/message.ts';
import type { InputFile } from '../table/file.ts';
import { schemaProblems } from './schema-problems.ts';
import { decodeText } from '../table/decode.ts';
import { readYaml, type YamlFile } from './yaml.ts';

export function readChecked<T>(
  file: InputFile,
  schema: z.ZodType<T>,
): Result<{ readonly data: T; readonly yaml: YamlFile } | null> {
  const text = decodeText(file.bytes, file.path);
  const yaml = readYaml(file.path, text.value.text);
  const before = [...text.messages, ...yaml.messages];
  if (hasErrors(before)) return { value: null, messages: before };
  const checked = schema.safeParse(yaml.value);
  if (!checked.success) return { value: null, messages: schemaProblems(checked.error.issues, yaml, schema) };
  return { value: { data: checked.data, yaml }, messages: before };
}
