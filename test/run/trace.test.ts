/** `trace` on the sample: every figure that the papers state is answered, down to input row and source line. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Traced } from '../../src/run/traced.ts';
import { duban } from './program.ts';
import { builtSample, sampleFolder, type Sample } from './workspace.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let sample: Sample;
let html: string;

beforeAll(async () => {
  sample = await builtSample();
  html = new TextDecoder().decode(sample.disk.read(`${sampleFolder}/index.html`) ?? new Uint8Array());
});

async function trace(file: string, text: string): Promise<readonly Traced[]> {
  const { stdout, stderr, exitCode } = await duban(['trace', file, text, '--json'], { cwd: sample.root });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return (JSON.parse(stdout) as { readonly traced: readonly Traced[] }).traced;
}

/** Headline figures and changes as the page prints them. */
function tiles(): readonly (readonly [name: string, value: number])[] {
  const found = html.matchAll(/<dt>([^<]+)<\/dt>\s*<dd>\s*<span class="value">(\d+)<\/span>/gu);
  return [...found].map(([, name = '', value = '']) => [name, Number(value)]);
}

/** Figures that rest on a row of an input, whatever the entry. */
const rowsOf = ['按时报送', '迟报', '新增销号', '恢复督办', '逾期'];

test('each headline figure and change of the page rests on as many entries as it says', async () => {
  const stated = tiles().filter(([, value]) => value > 0);
  expect(stated.length).toBeGreaterThan(12);
  for (const [name, value] of stated) {
    const [figure] = await trace(`${sampleFolder}/index.html`, name);
    expect(`${name} ${figure?.sources.length}`).toBe(`${name} ${value}`);
    const lines = figure?.sources.map(({ origin }) => origin?.row ?? 0) ?? [];
    expect(Math.min(...lines)).toBeGreaterThan(0);
    const rest = rowsOf.includes(name) ? (figure?.sources ?? []) : [];
    expect(rest.filter(({ place }) => (place?.row ?? 0) < 2)).toEqual([]);
  }
});

test('a share is traced like the figure it is of', async () => {
  const share = /占应报送的([\d.]+%)/u.exec(html)?.[1] ?? '';
  const titles = (await trace(`${sampleFolder}/report.docx`, share)).map(({ title }) => title);
  expect(titles).toContainEqual(expect.stringContaining(`全部 按时报送`));
});

describe('a paper of each kind', () => {
  const card = 'assessments/207-区教育局.pdf';

  test('scorecard: the rule of each line, then its evidence', async () => {
    const found = await trace(`${sampleFolder}/${card}`, '区教育局');
    const traced = found.find(({ title }) => title.startsWith('区教育局 得分'));
    const rules = traced?.sources.filter(({ kind }) => kind === 'rule') ?? [];
    expect(rules.length).toBeGreaterThan(1);
    expect(rules.map(({ place }) => place?.file)).toEqual(rules.map(() => 'inputs/office.yaml'));
  });

  test('letter: state of a task now and last quarter', async () => {
    const [traced] = await trace(`${sampleFolder}/letters/207-区教育局.docx`, '第33项');
    expect(traced?.sources.map(({ kind }) => kind)).toEqual(['task', 'plan', 'return', 'previous']);
    expect(traced?.title).toMatch(/^第33项 区教育局 .*灯$/u);
  });

  test('accountability: each candidate with its reasons', async () => {
    const traced = await trace(`${sampleFolder}/internal/accountability.pdf`, '区绩效办');
    expect(traced[0]?.sources[0]?.place?.file).toBe('inputs/closures.csv');
  });

  test('papers of a year: sums over its quarters, and the roll-call', async () => {
    const [sum] = await trace('out/2024/special-report.docx', '按时报送');
    expect(sum?.title).toBe(`全年 按时报送 ${sum?.sources.length}项次`);
    const missing = await trace('out/2024/roll-call.pdf', '未提交');
    expect(missing.length).toBeGreaterThan(0);
  });
});

test('what no paper says is refused, with what can be asked', async () => {
  const { stderr, stdout, exitCode } = await duban(['trace', `${sampleFolder}/report.docx`, '99999', '--lang', 'zh'], {
    cwd: sample.root,
  });
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
  expect(stderr).toContain('没有查到“99999”');
});
