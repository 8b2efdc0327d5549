import { afterEach, expect, it } from 'vitest';
import { COURSE, DAY, PATH } from '../features/courses/vault';
import { type OpenPage, openPage } from '../host/node';
import { axe } from './axe';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

it('a course is seen, ticked and logged by keyboard on a phone', async () => {
  v = await openPage({
    plugin: true,
    now: DAY,
    files: { [PATH]: COURSE },
    language: 'en',
    mobile: true,
    viewport: { width: 320, height: 844 },
  });
  const { page } = v;
  await v.open(PATH, 'preview');
  await page.locator('.rh-course .rh-check').first().waitFor();
  const found = await axe(page).include('.rh-course').analyze();
  expect(found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
  expect(await page.locator('.rh-course').evaluate((el) => el.scrollWidth <= el.clientWidth)).toBe(true);
  await page.locator('.rh-course .rh-check').first().focus();
  await page.keyboard.press('Space');
  await expect.poll(() => v?.read(PATH)).toBe(COURSE.replace('[ ] micrograd', '[x] micrograd'));
  await page.locator('.rh-course .rh-units', { hasText: '1 / 8' }).waitFor();
  await page.locator('.rh-course .rh-steps button').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.modal textarea').waitFor();
  expect(await page.locator('.modal textarea').inputValue()).toBe('micrograd');
  expect(v.errors).toEqual([]);
});
