import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, obtainChromium } from '../../scripts/chromium.mjs';
import { browser, currentBuild, openHost, previewPage, servePreview, writePreviewParts } from '../host/node';

const EXAMPLE = '# Shown\n\n```time-progress\nrows: year\n```\n';

let dir: string;
let parts: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'preview-'));
  parts = path.join(dir, 'site');
  await cp((await currentBuild()).dir, parts, { recursive: true });
  await writePreviewParts(parts);
});
afterAll(() => rm(dir, { recursive: true }));

const ready = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.body.dataset['ready'] === 'yes', null, { timeout: 50_000 });

it('runs from the disk over a vault in memory, asking nobody, by keyboard, on a phone and in the dark', async () => {
  const files = { 'docs/example.md': EXAMPLE };
  await writeFile(path.join(parts, 'index.html'), await previewPage(parts, { folder: null, name: 'Preview', files }));
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 860 }, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    const asked: string[] = [];
    page.on('pageerror', (error) => void errors.push(error.message));
    page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
    page.on('request', (request) => void (/^(file|data|about|blob):/.test(request.url()) || asked.push(request.url())));
    await page.goto(pathToFileURL(path.join(parts, 'index.html')).href);
    await ready(page);
    const app = page.frameLocator('#app');
    await app.locator('[role="gridcell"][data-level]:not([data-level="0"])').first().waitFor();
    expect(await page.locator('#commands').textContent()).toBe('命令');

    await page.keyboard.press('Control+p');
    await page.keyboard.type('记录阅读');
    await page.keyboard.press('Enter');
    await app.locator('.modal').waitFor();
    await page.keyboard.press('Escape');

    await page.locator('#files button', { hasText: 'example' }).click();
    await app.locator('.markdown-reading-view [role="progressbar"]').first().waitFor();
    expect(await page.locator('#files [aria-current="page"]').textContent()).toBe('example');

    await page.click('#phone');
    await app.locator('body.is-phone .markdown-reading-view [role="progressbar"]').first().waitFor();
    expect((await page.locator('#app').boundingBox())?.width).toBe(390);
    await page.click('#dark');
    await app.locator('body.theme-dark').waitFor();
    const found = await new AxeBuilder({ page }).options({ preload: false }).exclude('#app').analyze();
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);

    expect(errors).toEqual([]);
    expect(asked).toEqual([]);
  } finally {
    await context.close();
  }
});

it('is served over a folder: what is written there lands in it, and what another program writes is seen', async () => {
  const vault = path.join(dir, 'vault');
  const host = await openHost({ dir: vault, plugin: true, language: 'en', files: { 'a.md': EXAMPLE } });
  await host.cli('research-handbook:setup', { lang: 'en' });
  await host.close();
  const server = await servePreview(parts, vault);
  let own: Browser | undefined;
  try {
    // The browser of the other tests finds no address but its own.
    own = await chromium.launch({ executablePath: await obtainChromium(), headless: true, args: CHROMIUM_FLAGS });
    const page = await own.newPage({ viewport: { width: 1280, height: 860 }, locale: 'en-GB' });
    await page.goto(server.address);
    await ready(page);
    expect(await page.locator('#status').textContent()).toContain(vault);
    const app = page.frameLocator('#app');
    await app.locator('.rh-home').first().waitFor();

    await page.locator('#files button', { hasText: /^a$/ }).click();
    await page.click('#mode');
    await app.locator('.cm-line', { hasText: 'Shown' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' and typed');
    await expect
      .poll(() => readFile(path.join(vault, 'a.md'), 'utf8'), { timeout: 15_000 })
      .toContain('# Shown and typed\n');

    await writeFile(path.join(vault, 'theirs.md'), '# From elsewhere\n');
    await page.locator('#files button', { hasText: 'theirs' }).click();
    await app.locator('.cm-line', { hasText: 'From elsewhere' }).waitFor();
  } finally {
    await own?.close();
    await server.close();
  }
});
