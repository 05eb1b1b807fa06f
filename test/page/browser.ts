/** The system's Chromium for tests of the page; the reason when there is none. */
import fs from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((file) => fs.existsSync(file));

/** Null when a browser is there; otherwise why its tests are skipped. */
export const noBrowser = executablePath === undefined ? `none of ${candidates.join(', ')} is installed` : null;

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

/** What a page did that it must not: errors, messages on the console, requests beside its own file. */
export type Watched = {
  readonly page: Page;
  readonly incidents: readonly string[];
  readonly close: () => Promise<void>;
};

export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const incidents: string[] = [];
  page.on('console', (message) => incidents.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => incidents.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (request.url() !== url) incidents.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, incidents, close: () => context.close() };
}
