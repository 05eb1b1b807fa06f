import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Chart } from '../../src/chart/chart.ts';
import { drawChart, drawSlimChart } from '../../src/chart/draw.ts';
import { wrapLabel } from '../../src/chart/look.ts';
import { openRasterizer, resvgProgram, type Rasterizer } from '../../src/chart/raster.ts';
import { readXml } from '../../src/ooxml/xml-reader.ts';

const lights = [
  { name: '红灯', tone: 'red' },
  { name: '黄灯', tone: 'yellow' },
  { name: '绿灯', tone: 'green' },
] as const;

const units: Chart = {
  kind: 'bars',
  caption: '各单位亮灯情况',
  measure: '项',
  scale: 'count',
  series: lights,
  stacks: Array.from({ length: 46 }, (_, index) => ({
    label: `区第${index + 1}单位<&"办公室">`,
    values: [index % 3, index % 5, index % 17],
  })),
};

const scores: Chart = {
  kind: 'columns',
  caption: '考核得分分布',
  measure: '个单位',
  scale: 'count',
  series: [{ name: '单位', tone: 'middle' }],
  stacks: [
    { label: '60分以下', values: [1] },
    { label: '60—70分', values: [0] },
    { label: '90—100分', values: [25] },
  ],
};

let rasterize: Rasterizer;

beforeAll(async () => {
  const face = (name: string) => fs.readFileSync(new URL(`../../templates/fonts/${name}`, import.meta.url));
  rasterize = await openRasterizer({
    program: fs.readFileSync(fileURLToPath(resvgProgram())),
    fonts: [face('FandolHei.otf'), face('DubanSupplement.ttf')],
  });
});

const draw = async (chart: Chart) => {
  const figure = await drawChart(chart, rasterize);
  if (figure === null) throw new Error('nothing drawn');
  return figure;
};

describe('the SVG of a chart', () => {
  test('is the same to the byte, whatever was drawn before', async () => {
    const first = await draw(units);
    await draw(scores);
    expect(await draw(units)).toEqual(first);
    const together = await Promise.all([draw(scores), draw(units), draw(scores)]);
    expect(together[1]).toEqual(first);
    expect(together[2]).toEqual(together[0]);
  });

  test.each([
    ['lights by unit', units],
    ['scores', scores],
  ])('of %s has no script, style, id, link, opacity or raster', async (_, chart) => {
    const { svg } = await draw(chart);
    expect(svg).not.toMatch(
      /<(?:script|style|image|a|foreignObject|filter|mask)\b|opacity|\bid=|href|url\(|NaN|undefined/,
    );
  });

  test('is well-formed, with every label in it as it was given', async () => {
    const { svg } = await draw(units);
    expect(faultOf(svg)).toBeNull();
    expect(svg).toContain('区第1单位&lt;&amp;"办公室"&gt;');
  });

  test('names the embedded face first and the usual ones of Windows, Linux and macOS after it', async () => {
    const { svg } = await draw(scores);
    expect(svg.match(/font-family="[^"]*"/g)).toEqual([
      'font-family="FandolHei Duban, Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, SimHei, PingFang SC, sans-serif"',
    ]);
  });

  test('is never wider or higher than the text area of an A4 page', async () => {
    const figure = await draw(units);
    expect(figure.widthMm).toBe(156);
    expect(figure.heightMm).toBeLessThan(200);
  });
});

test('says every number in words', async () => {
  expect((await draw(scores)).alt).toBe('考核得分分布（个单位）：60分以下1；60—70分0；90—100分25。');
  const { alt } = await draw({ ...units, stacks: units.stacks.slice(2, 4) });
  expect(alt).toBe('各单位亮灯情况（项）：区第3单位<&"办公室">红灯2、黄灯2、绿灯2；区第4单位<&"办公室">黄灯3、绿灯3。');
});

test('writes every number of a column, beside it where the segment is too thin', async () => {
  const stacks = [{ label: '2024年第四季度', values: [21, 17, 330] }];
  const { svg } = await draw({ ...units, kind: 'columns', scale: 'share', stacks });
  const texts = [...svg.matchAll(/>([^<\n]+)<\/text>/g)].map(([, text]) => text);
  expect(texts).toEqual(expect.arrayContaining(['21', '17', '330', '368']));
});

describe('a chart for a telephone', () => {
  const textsOf = (svg: string) => [...svg.matchAll(/>([^<\n]+)<\/text>/g)].map(([, text]) => text);

  test('is 330 px wide, with the legend in as many rows as it needs', async () => {
    const series = [
      { name: '已销号', tone: 'dark' },
      { name: '办结待销号', tone: 'middle' },
      { name: '推进中', tone: 'light' },
      { name: '未启动或未报送', tone: 'pale' },
    ] as const;
    const svg = await drawSlimChart({ ...units, series, scale: 'share', stacks: units.stacks.slice(0, 3) });
    expect(svg).toContain('viewBox="0 0 330 ');
    expect(textsOf(svg)).toEqual(expect.arrayContaining([...series.map(({ name }) => name), '单位：项']));
  });

  test('breaks no number of a label', () => {
    expect(wrapLabel('100—104.9分', 60, 3)).toEqual(['100—', '104.9分']);
    expect(wrapLabel('区12345热线办公室', 60, 3)).toEqual(['区12345热', '线办公室']);
    expect(wrapLabel('123456789012', 30, 3)).toEqual(['1234', '5678', '9012']);
  });
});

test('draws nothing of no stacks', async () => {
  expect(await drawChart({ ...units, stacks: [] }, rasterize)).toBeNull();
});

describe('the PNG of a chart', () => {
  test('is RGB without alpha, 8 bits, 2.5 pixels to one of the SVG', async () => {
    const bytes = Buffer.from((await draw(scores)).png, 'base64');
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes[24], bytes[25]]).toEqual([1475, 8, 2]);
  });

  test('holds the Chinese labels: every face comes from the bytes given, none from the system', async () => {
    const label = await inkOf({ ...scores, stacks: [{ label: '一季度', values: [0] }] });
    const blank = await inkOf({ ...scores, stacks: [{ label: '　', values: [0] }] });
    expect(label).toBeGreaterThan(blank + 100);
    const rare = await inkOf({ ...scores, stacks: [{ label: '镕堃喆', values: [0] }] });
    expect(rare).toBeGreaterThan(blank + 100);
  });

  test.each([
    { name: 'lights', tones: ['red', 'yellow', 'green'] },
    { name: 'steps', tones: ['dark', 'middle', 'light', 'pale'] },
  ] as const)('keeps $name apart in black and white', async ({ tones }) => {
    const greys: number[] = [];
    for (const tone of tones) greys.push(await greyOf(tone));
    const sorted = greys.toSorted((a, b) => a - b);
    expect(Math.min(...sorted.slice(1).map((grey, index) => grey - (sorted[index] ?? 0)))).toBeGreaterThan(35);
  });
});

test('wrapped labels keep their characters until there is no room left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 60, max: 300 }), (label, limit) => {
      const lines = wrapLabel(label, limit, 2);
      expect(lines.length).toBeLessThanOrEqual(2);
      const text = lines.join('');
      expect(text === label || (text.endsWith('…') && label.startsWith(text.slice(0, -1)))).toBe(true);
    }),
  );
});

test('any numbers and labels make a well-formed picture', async () => {
  const stack = fc.record({
    label: fc
      .string({ unit: 'binary', maxLength: 30 })
      .map((text) => text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')),
    values: fc.array(fc.nat({ max: 500 }), { minLength: 3, maxLength: 3 }),
  });
  const chart = fc.record({
    kind: fc.constantFrom('bars' as const, 'columns' as const),
    scale: fc.constantFrom('count' as const, 'share' as const),
    stacks: fc.array(stack, { minLength: 1, maxLength: 40 }),
  });
  const blankRaster: Rasterizer = () => '';
  await fc.assert(
    fc.asyncProperty(chart, async (parts) => {
      const figure = await drawChart({ ...parts, caption: '图', measure: '项', series: lights }, blankRaster);
      expect(faultOf(figure?.svg ?? '')).toBeNull();
      expect(figure?.svg).not.toMatch(/NaN|undefined|Infinity|opacity/);
    }),
    { numRuns: 40 },
  );
});

const faultOf = (svg: string) => readXml(svg, { open: () => {}, text: () => {}, close: () => {} });

/** Pixels that are not white. */
async function inkOf(chart: Chart): Promise<number> {
  const { data } = pixelsOf((await draw(chart)).png);
  return data.reduce((sum, value) => sum + (value < 200 ? 1 : 0), 0);
}

/** The grey of the middle of a column filled with the tone, as a printer sees it. */
async function greyOf(tone: Chart['series'][number]['tone']): Promise<number> {
  const { data, width, height } = pixelsOf(
    (await draw({ ...scores, series: [{ name: '甲', tone }], stacks: [{ label: '', values: [1] }] })).png,
  );
  const at = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 3;
  return 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
}

function pixelsOf(png: string): { data: Uint8Array; width: number; height: number } {
  const bytes = Buffer.from(png, 'base64');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const lines = inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)));
  const rows = Array.from({ length: height }, (_, y) =>
    lines.subarray(y * (width * 3 + 1) + 1, (y + 1) * (width * 3 + 1)),
  );
  return { data: Buffer.concat(rows), width, height };
}
