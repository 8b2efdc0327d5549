import { afterEach, expect, it } from 'vitest';
import { DAY, FILES, PATH } from '../features/experiments/vault';
import { type OpenPage, openPage } from '../host/node';
import { axe } from './axe';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

it('runs are seen on a phone, and one is logged by keyboard', async () => {
  v = await openPage({
    plugin: true,
    now: DAY,
    files: FILES,
    language: 'en',
    mobile: true,
    viewport: { width: 320, height: 844 },
  });
  const { page } = v;
  await v.open(PATH, 'preview');
  await page.locator('.rh-runs .rh-plot').first().waitFor();
  const found = await axe(page).include('.rh-runs').analyze();
  expect(found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
  expect(await page.locator('.rh-runs').evaluate((el) => el.scrollWidth <= el.clientWidth)).toBe(true);
  const best = page.locator('.rh-best', { hasText: '68.4' });
  expect(await best.evaluate((el) => getComputedStyle(el, '::before').content)).toContain('▲');
  await page.locator('.rh-runs button').focus();
  await page.keyboard.press('Enter');
  await page.locator('.modal input').first().waitFor();
  await page.keyboard.type('two seeds');
  await page.keyboard.press('Tab');
  await page.keyboard.type('top1 70.1');
  await page.keyboard.press('Enter');
  await expect.poll(() => v?.read(PATH)).toContain('- 2026-08-06 two seeds [metric:: top1 70.1]\n');
  await page.locator('.rh-best', { hasText: '70.1' }).waitFor();
  expect(v.errors).toEqual([]);
});
