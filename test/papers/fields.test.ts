/** What the views give and the shipped templates say: no field that nothing reads, none that only repeats whether another has anything. */
import { describe, expect, test } from 'vitest';
import { isList, type Shape, type ShapeFields } from '../../src/document/shape.ts';
import { checkTemplate, compileTemplates } from '../../src/document/compile-templates.ts';
import { kinds } from '../../src/papers/kinds.ts';
import { chartNames } from '../../src/papers/chart-data.ts';
import { templateSources } from '../../src/workspace/shipped.ts';
import { kindsInOrder } from '../../src/trade/paper-kinds.ts';
import { memoryDisk } from '../memory-disk.ts';

const templates = compileTemplates(templateSources(memoryDisk()).value, chartNames).value;

describe.each(kindsInOrder)('%s', (kind) => {
  const { shape } = kinds[kind];

  test('has a template for its view', () => {
    expect(checkTemplate(templates, kind, shape)).toEqual([]);
  });

  test('asks no field whether another says anything', () => {
    expect(fieldsIn(shape).filter((path) => /(?:^|\.)has[A-Z]/u.test(path))).toEqual([]);
  });

  test.each(fieldsIn(shape))('has %s read by its template', (path) => {
    // A field that could be taken away without a word is read by nobody.
    expect(checkTemplate(templates, kind, without(shape, path.split('.')))).not.toEqual([]);
  });
});

/** `lead.no`: every field, those of lists and groups too. */
function fieldsIn(shape: Shape, above = ''): readonly string[] {
  if (typeof shape === 'string') return [];
  const inner = isList(shape) ? shape[0] : shape;
  if (typeof inner === 'string') return [];
  return Object.entries(isList(inner) ? {} : inner).flatMap(([name, field]) => {
    const path = above === '' ? name : `${above}.${name}`;
    return [path, ...fieldsIn(field, path)];
  });
}

function without(shape: Shape, [first = '', ...rest]: readonly string[]): Shape {
  if (typeof shape === 'string') return shape;
  if (isList(shape)) return [without(shape[0], [first, ...rest])];
  const fields: readonly (readonly [string, Shape])[] = Object.entries(shape as ShapeFields);
  const kept = fields.flatMap(([name, field]) => {
    if (name !== first) return [[name, field] as const];
    return rest.length === 0 ? [] : [[name, without(field, rest)] as const];
  });
  return Object.fromEntries(kept);
}
