/** Which language is spoken: --lang, else LC_* and LANG, else office.yaml, else the system. */
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { languageOf } from '../../src/cli/early.ts';
import { startDuban } from '../run/program.ts';

const folder = path.join(inject('runFolder'), '语言');
const offices = {
  zh: 'name: 督查室\nlanguage: zh   # 提示用的语言\n',
  en: '\uFEFFlanguage: "en"\r\nname: 督查室\r\n',
  silent: 'name: 督查室\n# language: en\nseries:\n  language: en\n',
};

beforeAll(() => {
  for (const [name, text] of Object.entries(offices)) {
    fs.mkdirSync(path.join(folder, name, 'inputs'), { recursive: true });
    fs.writeFileSync(path.join(folder, name, 'inputs/office.yaml'), text);
  }
});

afterEach(() => vi.unstubAllGlobals());

/** Of a Chinese Windows, or another system that says what it is by no variable. */
function system(locale: string): void {
  vi.stubGlobal('Intl', { DateTimeFormat: () => ({ resolvedOptions: () => ({ locale }) }) });
}

describe('the first that says something is heard', () => {
  test.each([
    { name: '--lang', args: ['--lang', 'en'], env: { LC_ALL: 'zh_CN.UTF-8' }, office: 'zh', language: 'en' },
    { name: '--lang=', args: ['--lang=zh'], env: { LANG: 'en_US.UTF-8' }, office: 'en', language: 'zh' },
    {
      name: 'LC_ALL before LANG',
      args: [],
      env: { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' },
      office: 'en',
      language: 'zh',
    },
    {
      name: 'LC_MESSAGES before LANG',
      args: [],
      env: { LC_MESSAGES: 'en_US', LANG: 'zh_CN.UTF-8' },
      office: 'zh',
      language: 'en',
    },
    { name: 'LANG', args: [], env: { LANG: 'de_DE.UTF-8' }, office: 'zh', language: 'en' },
    { name: 'office.yaml, in Chinese', args: [], env: {}, office: 'zh', language: 'zh' },
    { name: 'office.yaml, in English', args: [], env: {}, office: 'en', language: 'en' },
    {
      name: 'office.yaml, where the locale names no language',
      args: [],
      env: { LANG: 'C.UTF-8' },
      office: 'zh',
      language: 'zh',
    },
    {
      name: 'office.yaml, where the locale is POSIX',
      args: [],
      env: { LC_ALL: 'POSIX' },
      office: 'en',
      language: 'en',
    },
  ] as const)('$name', ({ args, env, office, language }) => {
    system(office === 'zh' ? 'en-US' : 'zh-CN');
    expect(languageOf(['check', '-C', path.join(folder, office), ...args], env)).toBe(language);
  });

  test.each([
    ['zh-CN', 'zh'],
    ['en-US', 'en'],
    ['de-DE', 'en'],
  ])('the system, %s, where nobody else says anything', (locale, language) => {
    system(locale);
    expect(languageOf(['check', `--workspace=${folder}/silent`], {})).toBe(language);
    expect(languageOf(['check', '-C', `${folder}/nowhere`], {})).toBe(language);
  });
});

test('a slip is told in the language of office.yaml, and so is an office.yaml that cannot be read', async () => {
  const cwd = path.join(folder, 'zh');
  expect((await startDuban(['buidl'], { cwd })).stderr).toMatch(/^没有这个命令/u);
  fs.mkdirSync(path.join(cwd, 'seeds'), { recursive: true });
  fs.writeFileSync(path.join(cwd, 'seeds/a.txt'), '1.任务\n');
  expect((await startDuban(['check'], { cwd })).stderr).toMatch(/^inputs\/.+ 错误 /mu);
});
