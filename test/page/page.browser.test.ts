/** The page of the sample as the program makes it, opened from the disk in a real browser. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSkipped, missing, popplerText } from '../pdf-tools.ts';
import { builtSample, sampleFolder } from '../run/workspace.ts';
import { times } from '../long.ts';
import { noBrowser, openPage, startBrowser, type Watched } from './browser.ts';

const usualWindow = { width: 1280, height: 900 };
const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let url: string;
/** Of all tests but that without scripts. */
let watched: Watched;
/** What was done to the page since it was loaded. */
let done: 'nothing' | 'used' | 'thinned' = 'nothing';

describe.skipIf(isSkipped(noBrowser))('index.html of the sample', () => {
  beforeAll(async () => {
    const { root } = await builtSample();
    url = pathToFileURL(path.join(root, sampleFolder, 'index.html')).href;
    browser = await startBrowser();
    watched = await openPage(browser, url, { viewport: usualWindow });
  }, 240_000);

  /** As it was loaded, in the usual window: to be looked at only. It is loaded again when another test has done something to it. */
  async function looked(): Promise<Watched> {
    const { page } = watched;
    await page.setViewportSize(usualWindow);
    await page.emulateMedia({ media: null, colorScheme: null });
    if (done !== 'nothing') await page.goto(url);
    done = 'nothing';
    return watched;
  }

  /** The same, to be clicked and typed in. */
  async function loaded(): Promise<Watched> {
    const fresh = await looked();
    done = 'used';
    return fresh;
  }

  /** With axe in it, in the long form whole; otherwise rows and items that are like others are taken away, once for all tests. */
  async function thinned(): Promise<Page> {
    if (done === 'thinned') return watched.page;
    const { page } = await looked();
    if (times(0, 1) === 0) await keepOneOfEachMake(page);
    await page.evaluate(axeSource);
    done = 'thinned';
    return page;
  }

  afterAll(() => browser?.close());

  test('loads from the disk without an error, a word on the console or a request', async () => {
    const { page, incidents } = await loaded();
    expect(await page.title()).toBe('2024年第四季度责任分解任务督查情况');
    await page.locator('#filter-light').selectOption('red');
    await page.locator('#ledger-table thead button').first().click();
    await page.locator('summary').first().click();
    expect(incidents).toEqual([]);
  });

  describe('filters', () => {
    test('by light, unit, section and status, each leaving just the rows that fit', async () => {
      const { page } = await loaded();
      const all = await page.locator('#ledger-table tbody tr').count();
      for (const [field, attribute] of Object.entries({ light: 'red', unit: '区财政局', status: '办结' })) {
        await page.locator(`#filter-${field}`).selectOption(attribute);
        const fitting = await page.locator(`#ledger-table tbody tr[data-${field}="${attribute}"]`).count();
        expect(fitting).toBeGreaterThan(0);
        expect(await shownRows(page)).toBe(fitting);
        expect(await page.locator('#ledger-count').textContent()).toBe(`显示${fitting}行，共${all}行。`);
        await page.locator('#filters button[type=reset]').click();
      }
      await page.locator('#filter-section').selectOption({ index: 2 });
      const section = await page.locator('#filter-section').inputValue();
      expect(await shownRows(page)).toBe(
        await page.locator(`#ledger-table tbody tr[data-section="${section}"]`).count(),
      );
    });

    test('by several at once, by words in any order, and not at all after clearing', async () => {
      const { page } = await loaded();
      const all = await shownRows(page);
      await page.locator('#filter-unit').selectOption('区委组织部');
      await page.locator('#filter-light').selectOption('red');
      expect(await shownRows(page)).toBe(
        await page.locator('#ledger-table tbody tr[data-unit="区委组织部"][data-light="red"]').count(),
      );
      await page.locator('#filters button[type=reset]').click();
      await expect.poll(() => shownRows(page)).toBe(all);
      await page.locator('#filter-text').fill('财政局 监督');
      const texts = await shownTexts(page);
      expect(texts.length).toBeGreaterThan(0);
      expect(texts.filter((text) => !text.includes('财政局') || !text.includes('监督'))).toEqual([]);
      await page.locator('#filter-text').fill('没有这样的文字');
      expect(await page.locator('#ledger-count').textContent()).toBe(`没有符合条件的任务，共${all}行。`);
    });

    test('by a cell of the matrix: as many rows as the cell counts', async () => {
      const { page } = await loaded();
      const cell = page.locator('.matrix tbody tr', { hasText: '区委组织部' }).locator('td a').first();
      const counts = await cell.locator('.count').allTextContents();
      const expected = counts.reduce((sum, text) => sum + Number(/\d+/.exec(text)?.[0]), 0);
      await cell.click();
      expect(await page.locator('#filter-unit').inputValue()).toBe('区委组织部');
      expect(await page.locator('#filter-section').inputValue()).not.toBe('');
      expect(await shownRows(page)).toBe(expected);
    });
  });

  test('sorts by a column up, down and back to the order of the source, and says which', async () => {
    const { page } = await loaded();
    const head = page.locator('#ledger-table thead th', { hasText: '进度' });
    const percents = () =>
      page.locator('#ledger-table tbody td:nth-child(7)').evaluateAll((cells) => cells.map((cell) => cell.textContent));
    const source = await percents();
    await head.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await percents()).toEqual(inOrder(source, 1));
    await head.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(await percents()).toEqual(inOrder(source, -1));
    await head.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBeNull();
    expect(await percents()).toEqual(source);
  });

  test('can be used with the keyboard alone', async () => {
    const { page } = await loaded();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    const head = page.locator('#ledger-table thead th').nth(4);
    await head.locator('button').focus();
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const box = page.locator('.scroll:has(#ledger-table)');
    await box.focus();
    await page.keyboard.press('PageDown');
    await expect.poll(() => box.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  });

  test('shows all of it with scripts off, and no control that would do nothing', async () => {
    const on = await looked();
    const off = await openPage(browser, url, { javaScriptEnabled: false });
    const textOf = async (page: Page) => (await page.locator('main').innerText()).replaceAll(/\s/g, '').length;
    expect(await off.page.locator('#filters').isVisible()).toBe(false);
    expect(await off.page.locator('button:visible').count()).toBe(0);
    expect(await off.page.locator('#ledger-table tbody tr:visible').count()).toBe(await shownRows(on.page));
    // The filters' labels and choices are all that the script adds.
    expect(Math.abs((await textOf(on.page)) - (await textOf(off.page)))).toBeLessThan(2_500);
    await off.close();
  });

  test.skipIf(isSkipped(missing.pdftotext))(
    'prints in at most ten pages on white: every unit, and the ledger only as far as it was narrowed',
    async () => {
      const { page } = await loaded();
      const { root } = await builtSample();
      const print = async (name: string): Promise<string> => {
        const file = path.join(root, '..', name);
        fs.writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
        return popplerText(file);
      };
      const printed = await print('page.pdf');
      // A form feed ends each page.
      expect(printed.split('\f').length - 1).toBeLessThanOrEqual(10);
      const text = printed.replaceAll(/\s/g, '');
      const units = await page.locator('#scores tbody tr th').allInnerTexts();
      expect(units.length).toBe(41);
      expect(units.filter((unit) => !text.includes(unit.replaceAll(/\s/g, '')))).toEqual([]);
      expect(text).not.toContain('清除筛选');
      expect(text).toContain('见工作台账（ledger.pdf）');
      expect(await paintedOn(page)).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);

      await page.locator('#filter-light').selectOption('red');
      const rows = await page
        .locator('#ledger-table tbody tr:visible td:nth-child(2)')
        .evaluateAll((cells) => cells.map((cell) => cell.lastChild?.textContent ?? ''));
      expect(rows.length).toBe(21);
      const narrowed = (await print('narrowed.pdf')).replaceAll(/\s/g, '');
      expect(rows.filter((row) => !narrowed.includes(row.replaceAll(/\s/g, '').slice(0, 8)))).toEqual([]);
      expect(narrowed).not.toContain('见工作台账（ledger.pdf）');
    },
  );

  test('is never wider than the window, from a telephone to a wall', async () => {
    const { page } = await looked();
    const widths: number[] = [];
    for (const width of [390, 768, 1024, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      widths.push(await page.evaluate(() => document.documentElement.scrollWidth));
    }
    expect(widths).toEqual([390, 768, 1024, 1280, 1920]);
  });

  test('shows each chart whole at every width, once, its type never below 9 px', async () => {
    const { page } = await looked();
    for (const width of [360, 390, 600, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const charts = await page.locator('#charts figure').evaluateAll((figures) =>
        figures.map((figure) => {
          const frame = figure.getBoundingClientRect();
          const shown = [...figure.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().width > 0);
          const marks = shown.flatMap((svg) => [...svg.querySelectorAll('text, rect, path')]);
          const cut = marks.filter((mark) => {
            const { left, right } = mark.getBoundingClientRect();
            return left < frame.left || right > frame.right;
          });
          const scale = (shown[0]?.getBoundingClientRect().width ?? 0) / (shown[0]?.viewBox.baseVal.width ?? 1);
          return { shown: shown.length, cut: cut.length, isReadable: scale * 11 >= 9 };
        }),
      );
      expect({ width, charts }).toEqual({
        width,
        charts: charts.map(() => ({ shown: 1, cut: 0, isReadable: true })),
      });
      expect(charts.length).toBe(4);
    }
  });

  test('sets the ten headline figures in full rows, and the matrix without a scroll bar from 1280 px on', async () => {
    const { page } = await looked();
    const rowsOf = () =>
      page.locator('#overview .tile').evaluateAll((tiles) => {
        const tops = tiles.map((tile) => Math.round(tile.getBoundingClientRect().top));
        return [...new Set(tops)].map((top) => tops.filter((each) => each === top).length);
      });
    const rows: Record<number, readonly number[]> = {};
    for (const width of [390, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      rows[width] = await rowsOf();
    }
    expect(rows).toEqual({ 390: [2, 2, 2, 2, 2], 768: [5, 5], 1280: [5, 5], 1920: [10] });
    for (const width of [1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const box = page.locator('.scroll:has(.matrix)');
      expect(await box.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    }
  });

  test('links only to files that lie beside it', async () => {
    const { page } = await looked();
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
    const files = links.filter((href) => !href.startsWith(`${url}#`));
    expect(files.length).toBeGreaterThan(80);
    expect(files.filter((href) => !fs.existsSync(fileURLToPath(href)))).toEqual([]);
    const anchors = links.filter((href) => href.startsWith(`${url}#`)).map((href) => href.slice(url.length + 1));
    const ids = await page.locator('[id]').evaluateAll((all) => all.map((each) => each.id));
    expect(anchors.filter((anchor) => !ids.includes(anchor))).toEqual([]);
    expect(ids.length).toBe(new Set(ids).size);
  });

  const sizes = [390, 1024, 1920].flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
  );
  // Each width and each scheme once; every pair of them in the long form.
  test.each(sizes.filter((_, at) => [0, 3, 4].includes(at) || times(0, 1) === 1))(
    'has no serious accessibility fault: $width px, $colorScheme',
    async ({ width, colorScheme }) => {
      const page = await thinned();
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const faults = await page.evaluate(async () => {
        const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
        const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html.slice(0, 120)}`);
      });
      expect(faults.filter((fault) => /^(?:serious|critical)/.test(fault))).toEqual([]);
    },
  );
});

function shownRows(page: Page): Promise<number> {
  return page.locator('#ledger-table tbody tr:not([hidden])').count();
}

function shownTexts(page: Page): Promise<readonly string[]> {
  return page.locator('#ledger-table tbody tr:not([hidden])').allTextContents();
}

/** Rows and items that differ from one before by their words, numbers and targets only are taken away: there are hundreds of them. */
async function keepOneOfEachMake(page: Page): Promise<void> {
  const left = await page.evaluate(() => {
    const named = /^(?:id|href|title|aria-labelledby|data-(?!light|status).*)$/u;
    const make = (element: Element): string => {
      const attributes = [...element.attributes].filter(({ name }) => !named.test(name));
      const own = attributes.map(({ name, value }) => `${name}=${value.replaceAll(/\d+/gu, '0')}`);
      return `<${element.tagName} ${own.join(' ')}>${[...element.children].map(make).join('')}</>`;
    };
    for (const list of document.querySelectorAll('tbody, ul')) {
      const seen = new Set<string>();
      for (const each of list.querySelectorAll(':scope > *')) {
        if (seen.has(make(each))) each.remove();
        seen.add(make(each));
      }
    }
    return document.querySelectorAll('#ledger-table tbody tr').length;
  });
  // One of each light and status at least.
  expect(left).toBeGreaterThan(4);
}

/** Numbers in order, blanks last. */
function inOrder(texts: readonly string[], sign: 1 | -1): readonly string[] {
  const numbers = texts.filter((text) => text !== '').toSorted((a, b) => (parseFloat(a) - parseFloat(b)) * sign);
  return [...numbers, ...texts.filter((text) => text === '')];
}

/** What is behind the print, and behind its tables. */
async function paintedOn(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const colours = await page.evaluate(() =>
    ['body', '#scores .scroll'].map(
      (selector) => getComputedStyle(document.querySelector(selector) ?? document.body).backgroundColor,
    ),
  );
  await page.emulateMedia({ media: null, colorScheme: null });
  return colours;
}
