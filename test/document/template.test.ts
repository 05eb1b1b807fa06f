import fc from 'fast-check';
import type { CalendarDate } from '../../src/trade/calendar.ts';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../../src/document/paper.ts';
import type { Shape } from '../../src/document/shape.ts';
import { checkTemplate, compileTemplates, type CompiledTemplates } from '../../src/document/compile-templates.ts';
import { withReplyDays } from '../../src/document/slots.ts';
import { documentText, inlineText } from '../../src/document/text.ts';
import { tableMeta } from '../../src/papers/meta.ts';
import { wordMessage } from '../../src/message/wording/word.ts';
import { runs } from '../long.ts';

const shape = {
  unit: 'text',
  remark: 'blank',
  isOwn: 'flag',
  count: 'number',
  on: 'date',
  share: 'percent',
  tasks: [{ no: 'text', text: 'text', light: 'text' }],
} as const satisfies Shape;

function compiled(text: string, partials: Readonly<Record<string, string>> = {}): CompiledTemplates {
  const sources = Object.entries(partials).map(([name, each]) => ({
    file: `templates/partials/${name}.hbs`,
    text: each,
  }));
  return compileTemplates([{ file: 'templates/letter.hbs', text }, ...sources]).value;
}

function problems(text: string, partials: Readonly<Record<string, string>> = {}): readonly string[] {
  return checkTemplate(compiled(text, partials), 'letter', shape).map((each) => wordMessage(each, 'zh'));
}

describe('a template is checked against its view before anything is rendered', () => {
  test.each([
    ['a plain field', '<p>{{unit}}{{remark}}{{count}}</p>'],
    ['a list with its fields', '{{#each tasks}}<p>{{no}}{{../unit}}</p>{{else}}<p>无</p>{{/each}}'],
    ['flags', '{{#if isOwn}}<p>甲</p>{{/if}}{{#unless isOwn}}<p>乙</p>{{/unless}}'],
    ['numbers that may be nought', '{{#if count}}<p>{{count}}项</p>{{/if}}'],
    ['texts that may say nothing', '{{#if remark}}<p>{{remark}}</p>{{else}}<p>—</p>{{/if}}'],
    ['lists that may be empty', '{{#if tasks}}<p>{{count}}</p>{{/if}}{{#unless tasks}}<p>无</p>{{/unless}}'],
    ['helpers', '<p>{{date on}}{{numeral count}}{{percent share}}</p>'],
    ['first and last', '{{#each tasks}}{{#unless @first}}<p>、</p>{{/unless}}{{/each}}'],
    ['a comment', '{{!-- 说明 --}}<p>{{unit}}</p>'],
  ])('allows %s', (_, text) => {
    expect(problems(text)).toEqual([]);
  });

  test.each([
    [
      'an unknown field',
      '<p>{{unti}}</p>',
      'templates/letter.hbs:1:6 错误 template-path 模板引用的“unti”不存在；是否为“unit”？',
    ],
    [
      'an unknown list',
      '{{#each task}}x{{/each}}',
      'templates/letter.hbs:1:9 错误 template-path 模板引用的“task”不存在；是否为“tasks”？',
    ],
    ['a field of a list outside it', '<p>{{no}}</p>', 'template-path 模板引用的“no”不存在'],
    [
      'a field above that is not there',
      '{{#each tasks}}{{../../unit}}{{/each}}',
      'template-path 模板引用的“../../unit”不存在',
    ],
    [
      'a field of the surroundings without climbing out',
      '{{#each tasks}}{{unit}}{{/each}}',
      'template-path 模板引用的“unit”不存在；是否为“../unit”',
    ],
    ['a condition on a date', '{{#if on}}x{{/if}}', 'template-kind “on”不能这样使用，此处应为：flag / number'],
    ['a condition that counts nought', '{{#if count includeZero=true}}x{{/if}}', 'template-statement'],
    ['a call as a condition', '{{#if (isOwn)}}x{{/if}}', '“(…)”不能这样使用'],
    ['each over a call', '{{#each (tasks)}}x{{/each}}', '“(…)”不能这样使用，此处应为：[]'],
    ['each over null', '{{#each null}}x{{/each}}', 'template-kind “null”不能这样使用'],
    ['a helper with two fields', '<p>{{date on on}}</p>', 'template-helper'],
    ['a helper with an option', '<p>{{date on x=1}}</p>', 'template-helper'],
    ['a partial that is named by data', '{{> (lookup . "unit")}}', 'template-partial 片段“(…)”不存在'],
    ['a partial that is a number', '{{> 5}}', 'template-partial 片段“5”不存在'],
    ['an index', '{{#each tasks}}<p>{{@index}}</p>{{/each}}', 'template-path 模板引用的“@index”不存在'],
    [
      'the prototype',
      '<p>{{__proto__}}{{unit.constructor.name}}</p>',
      'template-path 模板引用的“unit.constructor.name”',
    ],
    ['a date without its helper', '<p>{{on}}</p>', 'template-kind “on”不能这样使用'],
    ['a helper on another kind', '<p>{{date unit}}</p>', 'template-kind “unit”不能这样使用，此处应为：date'],
    ['an unknown helper', '<p>{{dat on}}</p>', 'template-helper 没有名为“dat”的格式函数；是否为“date”？'],
    ['each over a text', '{{#each unit}}x{{/each}}', 'template-kind “unit”不能这样使用，此处应为：[]'],
    ['three braces', '<p>{{{unit}}}</p>', 'template-unescaped'],
    ['an ampersand', '<p>{{&unit}}</p>', 'template-unescaped'],
    ['another block', '{{#with unit}}x{{/with}}', 'template-statement 模板中不能使用 #with'],
    ['block parameters', '{{#each tasks as |task|}}x{{/each}}', 'template-statement'],
    ['lookup', '<p>{{lookup tasks 0}}</p>', 'template-helper'],
    ['constructor', '<p>{{constructor}}</p>', 'template-path'],
    ['an unknown partial', '{{> tabel}}', 'template-partial 片段“tabel”不存在'],
    [
      'full-width braces',
      '<p>甲\n乙｛｛unit｝｝</p>',
      'letter.hbs:2:2 错误 template-brace “｛｛unit｝｝”会原样印在公文上',
    ],
    ['a single brace', '<p>{unit}</p>', 'letter.hbs:1:4 错误 template-brace “{unit}”'],
    ['a single full-width brace', '<p>{{unit}}｛unit｝</p>', 'letter.hbs:1:12 错误 template-brace “｛unit｝”'],
    ['a brace of each width', '<p>{｛unit}}</p>', 'template-brace “{｛unit}}”'],
    ['an escaped field', '<p>甲\\{{unit}}</p>', 'template-brace “{{unit}}”'],
    ['a brace left over', '<p>{{unit}} }</p>', 'template-brace “}”'],
    ['braces in an attribute', '<p class="｛unit｝">甲</p>', 'template-brace “｛unit｝”'],
    ['an ideographic space', '<p>　　甲</p>', 'template-wide-space'],
  ])('refuses %s', (_, text, expected) => {
    expect(problems(text).join('\n')).toContain(expected);
  });

  test('reports all problems at once, in a partial with the partial’s own place', () => {
    const found = problems('<p>{{a1}}</p>\n{{> row}}', { row: '<p>{{unit}}\n{{b2}}</p>' });
    expect(found).toEqual([
      'templates/letter.hbs:1:6 错误 template-path 模板引用的“a1”不存在',
      'templates/partials/row.hbs:2:3 错误 template-path 模板引用的“b2”不存在',
    ]);
  });

  test('a partial that reaches out of its list is refused: Handlebars shows it nothing of what the list stands in', () => {
    const row = { row: '<p>{{no}}{{../unit}}</p>' };
    const text = '{{#each tasks}}{{> row}}{{/each}}';
    expect(problems(text, row)).toEqual([
      'templates/partials/row.hbs:1:12 错误 template-path 模板引用的“../unit”不存在',
    ]);
  });

  test('a partial that calls itself is refused', () => {
    expect(problems('{{> row}}', { row: '<p>x</p>{{> row}}' }).join()).toContain('template-partial');
  });

  test('a missing template is an error with the file to make', () => {
    expect(checkTemplate(compiled(''), 'letters', shape).map((each) => wordMessage(each, 'zh'))).toEqual([
      'templates/letters.hbs 错误 missing-file 找不到文件',
    ]);
  });

  test('a syntax error names the line', () => {
    const { messages } = compileTemplates([{ file: 'templates/letter.hbs', text: '<p>\n{{#if isOwn}}\n</p>' }]);
    expect(messages.map((each) => each.code)).toContain('template-syntax');
    expect(messages[0]?.place?.row).not.toBeNull();
  });

  test.each([
    ['a tag that is not closed', '<h1>甲</h1>\n<p>{{unit</p>', '2:6'],
    ['blocks that cross', '<h1>甲</h1>\n  {{#if isOwn}}{{/each}}', '2:6'],
    ['an empty tag', '<h1>甲</h1>\r\n<p>乙</p>\r\n<p>{{}}</p>', '3:6'],
  ])('%s has its line and column, and is told once', (_, text, place) => {
    const { value, messages } = compileTemplates([{ file: 'templates/letter.hbs', text }]);
    const told = [...messages, ...checkTemplate(value, 'letter', shape)];
    expect(told.map((each) => `${each.code} ${each.place?.row}:${each.place?.column}`)).toEqual([
      `template-syntax ${place}`,
    ]);
  });
});

describe('markup of a template is checked at its own line and column', () => {
  test.each([
    [
      'an unknown element',
      '<p>a</p>\n<div>b</div>',
      'templates/letter.hbs:2:1 错误 markup-element 模板中不能使用 <div>',
    ],
    ['an unknown class', '<p class="centred">a</p>', '<p> 没有 class“centred”；是否为“centered”'],
    ['two classes where one is a style', '<p class="note plain">a</p>', '<p> 没有 class“note plain”'],
    ['a paper without a title', '<p>a</p>', 'templates/letter.hbs:1:1 错误 markup-no-title 公文没有标题'],
    [
      'an annex without a title',
      '<h1>甲</h1>\n<section class="annex"><p>a</p></section>',
      'templates/letter.hbs:2:24 错误 markup-no-title 附件没有标题',
    ],
    ['an attribute', '<p style="color:red">a</p>', '<p> 不能带属性 style'],
    [
      'a table in a cell',
      '<table><tbody><tr><td><table></table></td></tr></tbody></table>',
      'markup-nesting <table> 不能放在 <td> 中',
    ],
    ['text straight inside a table', '<table>甲<tbody><tr><td>a</td></tr></tbody></table>', 'markup-'],
    ['a missing end tag', '<p>a<p>b</p>', '<p> without </p>'],
    ['text outside a paragraph', '甲', '文字“甲”不能直接放在 <最外层> 中'],
    ['a script', '<script>1</script>', 'markup-element'],
  ])('%s is an error', (_, text, expected) => {
    const { messages } = compileTemplates([{ file: 'templates/letter.hbs', text }]);
    expect(messages.map((each) => wordMessage(each, 'zh')).join('\n')).toContain(expected);
  });

  test('a figure that there is not is an error with the nearest name', () => {
    const text = '<h1>甲</h1>\n<figure data-name="lights-by-unti"></figure><figure data-name="scores"></figure>';
    const { messages } = compileTemplates([{ file: 'templates/letter.hbs', text }], ['lights-by-unit', 'scores']);
    expect(messages.map((each) => wordMessage(each, 'zh'))).toEqual([
      'templates/letter.hbs:2:1 错误 markup-figure 没有名为“lights-by-unti”的图；是否为“lights-by-unit”？',
    ]);
  });

  test('a class made of data is not judged before there is data', () => {
    const text =
      '<h1>甲</h1><table><tbody>{{#each tasks}}<tr><td class="{{light}}">{{text}}</td></tr>{{/each}}</tbody></table>';
    expect(compileTemplates([{ file: 'templates/letter.hbs', text }]).messages).toEqual([]);
  });
});

describe('a paper has one title', () => {
  const meta = tableMeta('portrait', '2024-09-30' as CalendarDate);
  const view = { unit: 'x', remark: '', isOwn: true, count: 1, on: '2024-12-31', share: 5, tasks: [] };
  const told = (text: string): readonly string[] =>
    documentOf(compiled(text), { template: 'letter', shape, view, meta }).messages.map(({ code }) => code);

  test('which may depend on the data', () => {
    const text = '{{#if isOwn}}<h1>甲</h1>{{else}}<h1>乙</h1>{{/if}}<p>丙</p>';
    expect(compileTemplates([{ file: 'templates/letter.hbs', text }]).messages).toEqual([]);
    expect(told(text)).toEqual([]);
  });

  test('a second one is not dropped without a word', () => {
    expect(told('<h1>甲</h1><p>丙</p><h1>乙</h1>')).toEqual(['markup-second-title']);
  });

  test('a class that is written without a name is none', () => {
    expect(told('<h1>甲</h1><p class=" ">丙</p><table><tbody><tr><td class="">丁</td></tr></tbody></table>')).toEqual(
      [],
    );
  });
});

describe('user data stays text', () => {
  const echo = compiled('<h1>甲</h1><p>{{unit}}</p>');
  const view = { unit: 'x', remark: '', isOwn: false, count: 1, on: '2024-12-31', share: 5, tasks: [] };

  function echoed(unit: string): string {
    const paper = {
      template: 'letter',
      shape,
      view: { ...view, unit },
      meta: tableMeta('portrait', '2024-09-30' as CalendarDate),
    };
    const { value, messages } = documentOf(echo, paper);
    expect(messages).toEqual([]);
    const [block] = value.children;
    return block?.type === 'paragraph' ? inlineText(block.children) : '';
  }

  test.each([
    ['<script>alert(1)</script>'],
    ['{{unit}}'],
    ['A&B="C"'],
    ['第一行\n第二行'],
    ['第一行\n\t'],
    [' \n第二行'],
    ['  前后  空格 '],
    ['　全角空格　'],
    ['</p><h2>题</h2>'],
    ['\u2028\u00a0x'],
  ])('%j comes back unchanged', (text) => {
    expect(echoed(text)).toBe(text);
  });

  test('any text without control characters comes back unchanged', () => {
    // Control characters and noncharacters are refused where data is read; \r\n is one line end.
    const text = fc.string({ unit: 'binary', minLength: 1 }).filter((each) => {
      const isPlain =
        !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef]/u.test(each) && !/\p{Surrogate}/u.test(each);
      return isPlain && each.trim() !== '' && !/\p{Noncharacter_Code_Point}/u.test(each);
    });
    fc.assert(
      fc.property(text, (each) => {
        expect(echoed(each)).toBe(each);
      }),
      runs(80),
    );
  });

  test('a field that must not be blank is named by its path', () => {
    const paper = {
      template: 'letter',
      shape,
      view: { ...view, tasks: [{ no: '1', text: ' ', light: 'red' }] },
      meta: tableMeta('portrait', '2024-09-30' as CalendarDate),
    };
    expect(documentOf(echo, paper).messages.map((each) => wordMessage(each, 'zh'))).toEqual([
      'templates/letter.hbs 错误 blank-field “tasks[0].text”不能为空',
    ]);
  });
});

describe('the day of reply', () => {
  const shapeWithDays = { days: 'number' } as const;
  const template = compiled('<h1>甲</h1><p>请<reply-day data-days="{{days}}"></reply-day>报送。</p>');

  test('is counted from the day of issue while that is not known, and the day itself afterwards', () => {
    const paper = {
      template: 'letter',
      shape: shapeWithDays,
      view: { days: 15 },
      meta: tableMeta('portrait', '2024-09-30' as CalendarDate),
    };
    const { value, messages } = documentOf(template, paper);
    expect(messages).toEqual([]);
    expect(documentText(value)).toContain('请自印发之日起15日内报送。');
    const filled = withReplyDays(value, '2025-01-10' as CalendarDate);
    expect(documentText(filled.document)).toContain('请于2025年1月25日前报送。');
    expect(filled.replyDays).toEqual(['2025-01-25']);
  });
});
