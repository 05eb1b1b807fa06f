import { expect, test } from 'vitest';
import { readYaml } from '../../src/intake/yaml.ts';

const yaml = readYaml('a.yaml', '# 说明\ngroups:\n  - {name: 报送, cap: 3}\nlast: x\n');
const at = ({ row, column }: ReturnType<typeof yaml.placeOf>): string => `${row}:${column}`;

test('a value knows its line and column, and what is missing the nearest thing around it', () => {
  expect(yaml.messages).toEqual([]);
  expect([yaml.placeOf(['groups', 0, 'cap']), yaml.placeOf(['groups', '0', 'name'])].map(at)).toEqual(['3:21', '3:12']);
  expect(
    [yaml.placeOf(['groups', 0, 'none']), yaml.placeOf(['groups', 7, 'x']), yaml.placeOf(['none'])].map(at),
  ).toEqual(['3:5', '3:3', '2:1']);
});

test('a key knows its place; one that is not there has the map’s', () => {
  const places = [
    yaml.placeOfKey([], 'last'),
    yaml.placeOfKey(['groups', 0], 'cap'),
    yaml.placeOfKey(['groups', 0], 'x'),
  ];
  expect(places.map(at)).toEqual(['4:1', '3:16', '3:5']);
  expect(at(yaml.placeOfKey(['last'], 'x'))).toBe('4:7');
});

test('an empty file has a first line', () => {
  expect(at(readYaml('a.yaml', '').placeOf(['x']))).toBe('1:1');
});
