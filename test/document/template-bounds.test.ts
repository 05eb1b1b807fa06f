/** Templates that would keep the computer busy for hours: told at once, with what was found and what is allowed. */
import { expect, test } from 'vitest';
import type { Shape } from '../../src/document/shape.ts';
import { compileTemplates } from '../../src/document/compile-templates.ts';
import { renderTemplate, type TemplateSource } from '../../src/document/template.ts';
import { hasErrors } from '../../src/message/message.ts';
import { wordMessage } from '../../src/message/wording/word.ts';

const shape = { unit: 'text', tasks: [{ no: 'text' }] } as const satisfies Shape;
const view = { unit: '区财政局', tasks: Array.from({ length: 130 }, (_, at) => ({ no: String(at) })) };

const title = '<h1>题</h1>';

function said(text: string, partials: Readonly<Record<string, string>> = {}): readonly string[] {
  const named = Object.entries(partials).map(([name, each]): TemplateSource => ({
    file: `templates/partials/${name}.hbs`,
    text: each,
  }));
  const compiled = compileTemplates([{ file: 'templates/letter.hbs', text: `${title}${text}` }, ...named]);
  const made = hasErrors(compiled.messages) ? [] : renderTemplate(compiled.value, 'letter', { shape, view }).messages;
  return [...compiled.messages, ...made].map((message) => wordMessage(message, 'zh'));
}

function times(count: number, text: string): string {
  return text.repeat(count);
}

/** `{{#if unit}}` so many times around a paragraph. */
function nested(count: number, block: string): string {
  const [name = ''] = block.split(' ');
  return `${times(count, `{{#${block}}}`)}<p>甲</p>${times(count, `{{/${name}}}`)}`;
}

test.each([
  ['a file of too many characters', times(200_001, '甲'), /模板的字符数为 200\d{3}，最多 200000；/u],
  ['blocks nested 31 deep', nested(31, 'if unit'), /模板中块的嵌套层数为 31，最多 30；/u],
  ['blocks nested by the thousand', nested(8000, 'if unit'), /模板中块的嵌套层数为 8000，最多 30；/u],
  ['three loops over 130 inside each other', nested(3, 'each @root.tasks'), /模板循环的次数为 2\d{5}，最多 200000；/u],
] as const)('%s', (_, text, expected) => {
  const lines = said(text);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^templates\/letter\.hbs 错误 template-too-much .+；请删去重复的内容或多层的循环$/u);
  expect(lines[0]).toMatch(expected);
});

test('partials that each call the next one ten times', () => {
  const partials = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`p${at}`, times(10, `{{> p${at + 1}}}`)]));
  const lines = said('{{> p0}}', { ...partials, p9: '<p>甲</p>' });
  expect(lines[0]).toMatch(
    /^templates\/letter\.hbs 错误 template-too-much 模板连同片段展开后的字符数为 \d{10,}，最多 1000000；/u,
  );
});

test('what is made of little text and many turns', () => {
  expect(said(`{{#each tasks}}{{#each @root.tasks}}<p>${times(600, '甲')}</p>{{/each}}{{/each}}`)).toEqual([
    expect.stringMatching(/ template-too-much 模板生成的内容的字符数为 1\d{7}，最多 8000000；/u),
  ]);
});

test('at the bounds nothing is said', () => {
  const comment = `{{!-- ${times(199_000, '甲')} --}}`;
  expect(said(`${comment}${nested(30, 'if unit')}`)).toEqual([]);
  expect(said('{{#each tasks}}{{#each @root.tasks}}<p>甲</p>{{/each}}{{/each}}')).toEqual([]);
  expect(
    said('{{#each tasks}}<p>{{no}}</p>{{else}}<p>无</p>{{/each}}{{#if unit}}<p>甲</p>{{else}}<p>乙</p>{{/if}}'),
  ).toEqual([]);
});
