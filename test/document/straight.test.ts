/** The straight way from a view to nodes gives what Handlebars and the HTML parser give, or gives way to them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHtml, type HtmlNode } from '../../src/document/html.ts';
import type { Shape } from '../../src/document/shape.ts';
import { checkTemplate, compileTemplates } from '../../src/document/compile-templates.ts';
import { renderTemplate, straightNodes } from '../../src/document/template.ts';
import { kindsInOrder } from '../../src/trade/paper-kinds.ts';
import { templateBounds } from '../../src/document/template-bounds.ts';
import { readTemplates } from '../../src/run/read-templates.ts';
import { diskAt } from '../../src/disk/disk.ts';
import { runs } from '../long.ts';

const shape = {
  text: 'text',
  blank: 'blank',
  flag: 'flag',
  count: 'number',
  on: 'date',
  share: 'percent',
  own: { name: 'text' },
  rows: [{ text: 'text', color: 'blank', marks: [{ word: 'text' }] }],
} as const satisfies Shape;

/** Nodes without their places. */
function bare(nodes: readonly HtmlNode[]): unknown {
  return nodes.map((node) =>
    node.type === 'text' ? node.value : [node.name, Object.fromEntries(node.attributes), bare(node.children)],
  );
}

/** Sound, with all that a template may say. */
const sound =
  '<h1>{{text}}</h1>\n{{> part}}\n{{!-- 说明 --}}<p class="note">甲<strong>{{own.name}}</strong>&amp;{{date on}}<br>{{percent share}}{{numeral count}}</p>' +
  '{{#if flag}}<p>{{blank}}</p>{{else if count}}<p>{{count}}</p>{{else}}<hr>{{/if}}{{#unless rows}}<p>无</p>{{/unless}}' +
  '<table><caption>表</caption><colgroup> <col class="number" data-share="2"></colgroup>\n<thead><tr><th rowspan="2">一</th></tr></thead><tbody>\n' +
  '{{#each rows}}<tr><td class="{{color}}">{{text}} {{../text}}</td><td>{{#each marks}}{{#unless @first}}、{{/unless}}{{this.word}}{{#if @last}}。{{/if}}{{/each}}</td></tr>{{else}}<tr><td>{{text}}</td></tr>{{/each}}' +
  '</tbody></table><section class="annex"><h1>附</h1><p><reply-day data-days="{{count}}" data-ask="{{#if flag}}甲、{{/if}}乙"></reply-day></p></section>';
const pieces: readonly string[] = sound.match(/\{\{[^}]*\}\}|<[^>{]*>?|[^<{]+/g) ?? [];

const strange = [
  '<p>',
  '</p>',
  '<td>',
  '<p a="1" a="2">',
  '<p class=a>',
  '<!--x-->',
  '&nbsp;',
  '&',
  '\r\n',
  '\u{20000}',
  '{{on}}',
  '{{{text}}}',
];
const words = fc.stringMatching(/^[ 甲乙a1&<"'=`\n\t]{1,4}$/u);
const viewOf = fc.record({
  text: words,
  blank: fc.oneof(fc.constant(''), words),
  flag: fc.boolean(),
  count: fc.nat(30),
  on: fc.constant('2024-12-31'),
  share: fc.constant(12.5),
  own: fc.record({ name: words }),
  rows: fc.array(
    fc.record({
      text: words,
      color: fc.constantFrom('', 'green', 'red', 'a b'),
      marks: fc.array(fc.record({ word: words }), { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
});

const templatesOf = (text: string) =>
  compileTemplates([
    { file: 'templates/letter.hbs', text },
    { file: 'templates/partials/part.hbs', text: '{{#if blank}}<p>{{blank}}</p>\n{{/if}}' },
  ]).value;

test('what is made the straight way is what Handlebars makes and the parser reads, without a problem', () => {
  const edits = fc.array(fc.tuple(fc.nat(pieces.length), fc.nat(2), fc.subarray(strange, { maxLength: 1 })), {
    maxLength: 1,
  });
  let straight = 0;
  fc.assert(
    fc.property(edits, viewOf, (all, view) => {
      const templates = templatesOf(
        all.reduce((now, [at, count, put]) => now.toSpliced(at, count, ...put), pieces).join(''),
      );
      // What has a fault is told before any paper is made.
      if (checkTemplate(templates, 'letter', shape).length > 0) return;
      const nodes = straightNodes(templates, 'letter', { shape, view });
      if (nodes === null) return;
      straight += 1;
      const { value: html, messages } = renderTemplate(templates, 'letter', { shape, view });
      const parsed = parseHtml(html);
      expect([messages, parsed.problems]).toStrictEqual([[], []]);
      expect(bare(nodes)).toStrictEqual(bare(parsed.nodes));
    }),
    runs(400),
  );
  // Both ways were taken.
  expect(straight).toBeGreaterThan(100);
});

test('what may be larger than a paper once it is escaped goes the exact way', () => {
  const templates = compileTemplates([{ file: 'templates/letter.hbs', text: '<p>{{text}}</p>' }]).value;
  const isStraight = (text: string): boolean =>
    straightNodes(templates, 'letter', { shape: { text: 'text' }, view: { text } }) !== null;
  const many = templateBounds.html / 6 - 10;
  expect([isStraight('甲'.repeat(many)), isStraight('<'.repeat(many)), isStraight('<'.repeat(many + 10))]).toEqual([
    true,
    true,
    false,
  ]);
});

test('what is not plain goes the exact way', () => {
  const view = {
    text: '甲',
    blank: '',
    flag: true,
    count: 1,
    on: '2024-12-31',
    share: 1,
    own: { name: '乙' },
    rows: [],
  } as const;
  const isStraight = (text: string, changed: object = {}): boolean =>
    straightNodes(templatesOf(text), 'letter', { shape, view: { ...view, ...changed } }) !== null;
  expect(isStraight(sound)).toBe(true);
  for (const text of [
    '<p>甲',
    '<table><td>甲</td></table>',
    '<p>&nbsp;</p>',
    '<table>甲</table>',
    '<P>甲</P>',
    '<p>甲\r\n乙</p>',
    '  {{> part}}\n',
    '<p {{text}}>',
  ]) {
    expect([text, isStraight(text)]).toEqual([text, false]);
  }
  expect(isStraight(sound, { text: '\0' })).toBe(false);
  expect(isStraight(sound, { text: ' ' })).toBe(false);
});

test('every template that comes with the program goes the straight way', async () => {
  const { value: templates } = await readTemplates(diskAt('.'));
  const notPlain = kindsInOrder.filter((kind) => (templates?.programOf(kind)?.straight ?? null) === null);
  expect(notPlain).toEqual([]);
});
