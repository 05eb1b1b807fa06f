/** All papers of a quarter read as a recipient would: what one of them says, no other denies; and none talks of files and rows. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { documentText } from '../../src/document/text.ts';
import type { Prepared } from '../../src/run/prepare.ts';
import { preparedSample } from '../run/papers.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let prepared: Prepared;
let report: string;
beforeAll(async () => {
  prepared = await preparedSample('2024Q4');
  [report = ''] = textsOf('report');
});

const textsOf = (kind: string): readonly string[] =>
  prepared.papers.filter((paper) => paper.kind === kind).map(({ document }) => documentText(document).join('\n'));
const textFor = (kind: string, unit: string): string =>
  prepared.papers
    .filter((paper) => paper.kind === kind && paper.addressee?.name === unit)
    .map(({ document }) => documentText(document).join('\n'))
    .join('');
const found = (pattern: RegExp, text: string): string => pattern.exec(text)?.[1] ?? '';

describe('the report', () => {
  test('praises only units whose own letters have nothing red, overdue or reopened', () => {
    const good = found(/均为绿灯的单位有\d+个：(.+?)。/u, report).split('、');
    expect(good.length).toBe(Number(found(/均为绿灯的单位有(\d+)个/u, report)));
    const practices = found(/值得借鉴的做法：(.+?)。/u, report).split('；');
    const named = prepared.standing.ledger.units.filter(({ name }) => practices.some((each) => each.startsWith(name)));
    expect(named.length).toBe(practices.length);
    for (const unit of [...good, ...named.map(({ name }) => name)]) {
      const [body = ''] = textFor('letter', unit).split('\n附件');
      expect({ unit, told: /红灯|逾期|恢复督办|未报送/u.exec(body)?.[0] ?? null }).toEqual({ unit, told: null });
    }
    expect(
      textsOf('candidates')
        .join('')
        .split('\n')
        .filter((line) => good.includes(line)),
    ).toEqual([]);
  });

  test.each(['亮红灯的有', '超过完成时限的有', '亮黄灯的有', '仍未报送的有', '迟报的有'])(
    'of “%s” names as many as it counts',
    (words) => {
      const [, count, units = ''] = new RegExp(`${words}(\\d+)项次(?:（[^）]+）)?：(.+?)。`, 'u').exec(report) ?? [];
      const named = [...units.matchAll(/(\d+)项(?=、|$)/gu)].reduce((sum, [, each]) => sum + Number(each), 0);
      expect(named).toBe(Number(count));
    },
  );

  test('says how many are red because nothing was filed, and names all the others', () => {
    const [, red, silent] = /红灯(\d+)项次，占[\d.]+%，其中未报送(\d+)项次/u.exec(report) ?? [];
    expect(Number(silent)).toBeGreaterThan(0);
    expect(Number(found(/亮红灯的有(\d+)项次/u, report)) + Number(silent)).toBe(Number(red));
  });

  test('lists in its annex the tasks that the letters ask about, and no others', () => {
    const letters = prepared.papers.filter(({ kind }) => kind === 'letter');
    const rows = (of: (typeof letters)[number] | undefined): number =>
      (of?.document.children ?? []).reduce((sum, each) => sum + (each.type === 'table' ? each.rows.length : 0), 0);
    const annex = prepared.papers
      .find(({ kind }) => kind === 'report')
      ?.document.children.find((each) => each.type === 'annex' && each.title === '问题任务清单');
    const listed = annex?.type === 'annex' ? annex.children.find((each) => each.type === 'table') : undefined;
    expect(listed?.type === 'table' ? listed.rows.length : 0).toBe(letters.reduce((sum, each) => sum + rows(each), 0));
  });

  test('of the last quarter does not speak of a next one', () => {
    expect(report).toContain('本轮责任分解已到期');
    expect(report).not.toMatch(/下季度/u);
    expect(textsOf('letter').join('')).not.toMatch(/下季度/u);
  });
});

test('the office’s own unit is ranked nowhere', () => {
  expect(textFor('scorecard', '区纪委监委')).toContain('不参与排名');
  expect([...textsOf('summary'), report].filter((text) => /\n本机关\n1\n/u.test(text))).toEqual([]);
});

test('one day for one thing: letter, reminder and report ask for the same', () => {
  const days = new Set(
    [...textsOf('letter'), ...textsOf('reminder'), report].flatMap((text) => text.match(/自印发之日起\d+日内/gu) ?? []),
  );
  expect([...days]).toEqual(['自印发之日起15日内']);
});

test('no paper that leaves the office names a file or a row of the workspace', () => {
  const talk = /\.(?:csv|yaml|yml|xlsx|docx|pdf|hbs|txt)|inputs|returns|plan\.|第\d+行/u;
  const told = prepared.papers
    .filter(({ kind }) => kind !== 'candidates')
    .flatMap(({ path, document }) =>
      documentText(document)
        .filter((line) => talk.test(line))
        .map((line) => `${path}: ${line}`),
    );
  expect(told).toEqual([]);
  // The office's own list keeps them.
  expect(textsOf('candidates').join('')).toMatch(/〔.+\.csv第\d+行〕/u);
});
