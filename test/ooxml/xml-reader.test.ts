import { describe, expect, test } from 'vitest';
import { readXml } from '../../src/ooxml/xml-reader.ts';

function events(xml: string): readonly string[] {
  const seen: string[] = [];
  const problem = readXml(xml, {
    open: (name, attributes) => seen.push(`<${name} ${JSON.stringify(attributes)}`),
    text: (text) => seen.push(text),
    close: (name) => seen.push(`>${name}`),
  });
  return problem === null ? seen : [...seen, `! ${problem}`];
}

describe('reading XML', () => {
  test('gives elements, text and character data in order, without prefixes', () => {
    expect(events('<w:p r:id="a&amp;b">区<![CDATA[<委>]]><w:br/></w:p>')).toEqual([
      '<p {"r:id":"a&b"}',
      '区',
      '<委>',
      '<br {}',
      '>br',
      '>p',
    ]);
  });

  test('refuses a DOCTYPE before anything is read', () => {
    expect(events('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')).toEqual(['! DOCTYPE']);
  });

  test.each([['<a>'], ['<a></b>'], ['<a>&none;</a>'], ['']])('says why %j is not well formed', (xml) => {
    expect(events(xml).at(-1)).toMatch(/^! /u);
  });
});
