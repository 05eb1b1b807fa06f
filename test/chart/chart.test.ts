import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/chart/chart.ts';
import { drawChart, drawSlimChart } from '../../src/chart/draw.ts';
import { wrapLabel } from '../../src/chart/look.ts';
import { encodePng } from '../../src/chart/png.ts';
import { rasterize } from '../../src/chart/raster.ts';
import { readXml } from '../../src/ooxml/xml-reader.ts';
import { pdfWriter } from '../write/pdf/shipped.ts';
import { runs } from '../long.ts';

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

const drawn = (svg: string): Uint8Array => rasterize(pdfWriter.outlined(svg) ?? '');

const draw = (chart: Chart) => {
  const figure = drawChart(chart);
  if (figure === null) throw new Error('nothing drawn');
  return figure;
};

describe('the SVG of a chart', () => {
  test('is the same to the byte, whatever was drawn before', () => {
    const first = draw(units);
    draw(scores);
    expect(draw(units)).toEqual(first);
  });

  test.each([
    ['lights by unit', units],
    ['scores', scores],
  ])('of %s is rectangles, lines and texts with plain attributes: no script, style, id, link, opacity', (_, chart) => {
    const names = { elements: new Set<string>(), attributes: new Set<string>() };
    readXml(draw(chart).svg, {
      open: (name, attributes) => {
        names.elements.add(name);
        for (const each of Object.keys(attributes)) names.attributes.add(each);
      },
      text: () => {},
      close: () => {},
    });
    expect([...names.elements].toSorted()).toEqual(['line', 'rect', 'svg', 'text']);
    expect([...names.attributes].toSorted()).toEqual(
      `fill font-family font-size height stroke stroke-width text-anchor viewBox width x x1 x2 xmlns y y1 y2`.split(
        ' ',
      ),
    );
  });

  test('is well-formed, with every label in it as it was given', () => {
    const { svg } = draw(units);
    expect(faultOf(svg)).toBeNull();
    expect(svg).toContain('区第1单位&lt;&amp;&quot;办公室&quot;&gt;');
  });

  test('names the embedded face first and the usual ones of Windows, Linux and macOS after it', () => {
    const { svg } = draw(scores);
    expect(svg.match(/font-family="[^"]*"/g)).toEqual([
      'font-family="FandolHei Duban, Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, SimHei, PingFang SC, sans-serif"',
    ]);
  });

  test('is never wider or higher than the text area of an A4 page', () => {
    const figure = draw(units);
    expect(figure.widthMm).toBe(156);
    expect(figure.heightMm).toBeLessThan(200);
  });
});

test('says every number in words', () => {
  expect(draw(scores).alt).toBe('考核得分分布（个单位）：60分以下1；60—70分0；90—100分25。');
  const { alt } = draw({ ...units, stacks: units.stacks.slice(2, 4) });
  expect(alt).toBe('各单位亮灯情况（项）：区第3单位<&"办公室">红灯2、黄灯2、绿灯2；区第4单位<&"办公室">黄灯3、绿灯3。');
});

test('writes every number of a column, beside it where the segment is too thin', () => {
  const stacks = [{ label: '2024年第四季度', values: [21, 17, 330] }];
  const { svg } = draw({ ...units, kind: 'columns', scale: 'share', stacks });
  const texts = [...svg.matchAll(/>([^<\n]+)<\/text>/g)].map(([, text]) => text);
  expect(texts).toEqual(expect.arrayContaining(['21', '17', '330', '368']));
});

test('keeps numbers beside a column apart, however thin their segments', () => {
  const { svg } = draw({ ...units, kind: 'columns', stacks: [{ label: '四季度', values: [360, 1, 1] }] });
  const places = [...svg.matchAll(/ y="([\d.]+)" text-anchor="start" font-size="9"/g)].map(([, y]) => Number(y));
  expect(places).toHaveLength(2);
  expect((places[0] ?? 0) - (places[1] ?? 0)).toBeGreaterThanOrEqual(9);
});

test('stands more than 48 labels in two panels, each row once, on one scale', () => {
  const stacks = Array.from({ length: 49 }, (_, index) => ({ label: `单位${index}`, values: [0, 0, index + 1] }));
  const { svg } = draw({ ...units, stacks });
  const bars = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="13.6"/g)];
  expect(bars).toHaveLength(49);
  expect([bars[0]?.[2], bars[0]?.[1] === bars[25]?.[1]]).toEqual([bars[25]?.[2], false]);
  const widths = bars.map(([, , , width]) => Number(width));
  expect((widths[48] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(49, 0);
});

describe('a chart for a telephone', () => {
  const textsOf = (svg: string) => [...svg.matchAll(/>([^<\n]+)<\/text>/g)].map(([, text]) => text);

  test('is 330 px wide, with the legend in as many rows as it needs', () => {
    const series = [
      { name: '已销号', tone: 'dark' },
      { name: '办结待销号', tone: 'middle' },
      { name: '推进中', tone: 'light' },
      { name: '未启动或未报送', tone: 'pale' },
    ] as const;
    const svg = drawSlimChart({ ...units, series, scale: 'share', stacks: units.stacks.slice(0, 3) });
    expect(svg).toContain('viewBox="0 0 330 ');
    expect(textsOf(svg)).toEqual(expect.arrayContaining([...series.map(({ name }) => name), '单位：项']));
  });

  test('breaks no number of a label', () => {
    expect(wrapLabel('100—104.9分', 60, 3)).toEqual(['100—', '104.9分']);
    expect(wrapLabel('区12345热线办公室', 60, 3)).toEqual(['区12345热', '线办公室']);
    expect(wrapLabel('123456789012', 30, 3)).toEqual(['1234', '5678', '9012']);
  });
});

test('draws nothing of no stacks', () => {
  expect(drawChart({ ...units, stacks: [] })).toBeNull();
});

describe('the PNG of a chart', () => {
  test('is of a palette without alpha, 8 bits, 2.5 pixels to one of the SVG', () => {
    const bytes = Buffer.from(drawn(draw(scores).svg));
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes[24], bytes[25]]).toEqual([1475, 8, 3]);
    expect(bytes.includes('tRNS')).toBe(false);
  });

  test('keeps every colour of up to 256, and of more the nearest', () => {
    const square = (count: number): Uint32Array =>
      Uint32Array.from({ length: 32 * 32 }, (_, pixel) => pixel % count).map(
        (value) => ((value % 256) << 16) | ((value >> 8) << 8) | 255,
      );
    for (const [count, allowed] of [
      [256, 0],
      [1000, 4],
    ] as const) {
      const colours = square(count);
      const { data } = pixelsOf(encodePng({ width: 32, height: 32, colours }));
      const given = [...colours].flatMap((each) => [each >> 16, (each >> 8) & 255, each & 255]);
      expect(Math.max(...given.map((value, at) => Math.abs(value - (data[at] ?? 0))))).toBeLessThanOrEqual(allowed);
    }
  });

  test('covers pixels by the share of them that a shape has', () => {
    const path = 'M0.8 0.8L2 0.8L2 2L0.8 2ZM1.2 1.2L1.2 1.6L1.6 1.6L1.6 1.2Z';
    const shapes = `<rect x="0.2" y="0.4" width="0.5" height="0.4" fill="#000000"/><path d="${path}" fill="#000000"/>`;
    const { data, width } = pixelsOf(rasterize(`<svg width="2" height="2">${shapes}</svg>`));
    const greys = [...data].filter((_, at) => at % 3 === 0).map((grey) => Math.round((1 - grey / 255) * 16) / 16);
    expect(Array.from({ length: 5 }, (_, y) => greys.slice(y * width, (y + 1) * width))).toStrictEqual([
      [0, 0, 0, 0, 0],
      [0.5, 0.75, 0, 0, 0],
      [0, 0, 1, 1, 1],
      [0, 0, 1, 0, 1],
      [0, 0, 1, 1, 1],
    ]);
  });

  test('fills round outlines, of lines and of curves, to their area', () => {
    const circle = 'M2 20C2 10.06 10.06 2 20 2C29.94 2 38 10.06 38 20C38 29.94 29.94 38 20 38C10.06 38 2 29.94 2 20Z';
    const { data } = pixelsOf(rasterize(`<svg width="40" height="40"><path d="${circle}" fill="#000000"/></svg>`));
    const area = data.reduce((sum, grey) => sum + (1 - grey / 255) / 3, 0) / 2.5 ** 2;
    expect(area / (Math.PI * 18 ** 2)).toBeCloseTo(1, 1);
    expect(area).toBeLessThan(Math.PI * 18 ** 2 + 1);
  });

  test('is refused of what no chart has', () => {
    const svgOf = (element: string): string => `<svg width="2" height="2">${element}</svg>`;
    expect(() => rasterize(svgOf('<circle r="1"/>'))).toThrow('circle');
    expect(() => rasterize(svgOf('<line x1="0" y1="0" x2="1" y2="1" stroke="#000000"/>'))).toThrow('slanting');
    expect(() => rasterize('<svg width="2"')).toThrow('well-formed');
  });

  test('holds the Chinese labels: every face comes from the bytes given, none from the system', () => {
    const label = inkOf({ ...scores, stacks: [{ label: '一季度', values: [0] }] });
    const blank = inkOf({ ...scores, stacks: [{ label: '　', values: [0] }] });
    expect(label).toBeGreaterThan(blank + 100);
    const rare = inkOf({ ...scores, stacks: [{ label: '镕堃喆', values: [0] }] });
    expect(rare).toBeGreaterThan(blank + 100);
  });

  test.each([
    { name: 'lights', tones: ['red', 'yellow', 'green'] },
    { name: 'steps', tones: ['dark', 'middle', 'light', 'pale'] },
  ] as const)('keeps $name apart in black and white', ({ tones }) => {
    const greys: number[] = [];
    for (const tone of tones) greys.push(greyOf(tone));
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

test('any numbers and labels make a well-formed picture', () => {
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
  fc.assert(
    fc.property(chart, (parts) => {
      const figure = drawChart({ ...parts, caption: '图', measure: '项', series: lights });
      expect(faultOf(figure?.svg ?? '')).toBeNull();
      expect(figure?.svg).not.toMatch(/NaN|undefined|Infinity|opacity/);
    }),
    runs(12),
  );
});

const faultOf = (svg: string) => readXml(svg, { open: () => {}, text: () => {}, close: () => {} });

/** Pixels that are not white. */
function inkOf(chart: Chart): number {
  const { data } = pixelsOf(drawn(draw(chart).svg));
  return data.reduce((sum, value) => sum + (value < 200 ? 1 : 0), 0);
}

/** The grey of the middle of a column filled with the tone, as a printer sees it. */
function greyOf(tone: Chart['series'][number]['tone']): number {
  const chart = { ...scores, series: [{ name: '甲', tone }], stacks: [{ label: '', values: [1] }] };
  const { data, width, height } = pixelsOf(drawn(draw(chart).svg));
  const at = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 3;
  return 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
}

/** The pixels of a palette PNG, three bytes each. */
function pixelsOf(png: Uint8Array): { data: Uint8Array; width: number; height: number } {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [palette, packed] = [chunkOf(bytes, 'PLTE'), chunkOf(bytes, 'IDAT')];
  const lines = inflateSync(packed);
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    // Before each line stands its filter, which is none.
    const index = lines[at + Math.floor(at / width) + 1] ?? 0;
    data.set(palette.subarray(index * 3, index * 3 + 3), at * 3);
  }
  return { data, width, height };
}

function chunkOf(png: Buffer, name: string): Buffer {
  const at = png.indexOf(name);
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}
