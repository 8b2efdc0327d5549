import { afterEach, expect, it } from 'vitest';
import { DAY, FILES, PATH } from '../features/experiments/vault';
import { type OpenPage, openPage } from '../host/node';
import { axe } from './axe';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

it('runs are seen on a narrow phone, and one that is filed meanwhile', async () => {
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
  await v.cli('research-handbook:experiment', { title: 'MAE ablation', note: 'two seeds', metric: 'top1 70.1' });
  expect(await v.read(PATH)).toContain('- 2026-08-06 two seeds [metric:: top1 70.1]\n');
  await page.locator('.rh-best', { hasText: '70.1' }).waitFor();
  expect(v.errors).toEqual([]);
});
