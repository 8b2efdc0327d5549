import { afterEach, expect, it } from 'vitest';
import { DAY, FILES, PATH } from '../features/ideas/vault';
import { type OpenPage, openPage } from '../host/node';
import { axe } from './axe';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

it('an idea is seen and brought by keyboard on a phone', async () => {
  v = await openPage({
    plugin: true,
    now: DAY,
    files: FILES,
    language: 'en',
    mobile: true,
    viewport: { width: 390, height: 844 },
  });
  const { page } = v;
  await v.open(PATH, 'preview');
  await page.locator('.rh-gate .rh-part').first().waitFor();
  const found = await axe(page).include('.rh-gate').analyze();
  expect(found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
  expect(await page.locator('.rh-gate').evaluate((el) => el.scrollWidth <= el.clientWidth)).toBe(true);
  await page.locator('.rh-gate .rh-foot button').focus();
  await page.keyboard.press('Enter');
  await page.locator('.modal', { hasText: 'attention scores' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => v?.read('Weekly/2026-W32.md')).toContain('- [[Attention picks the mask]]: ');
  expect(v.errors).toEqual([]);
});
