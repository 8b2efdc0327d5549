import { afterEach, expect, it } from 'vitest';
import { type OpenPage, openPage } from '../host/node';
import { DAY, handedIn, STUDENT } from '../features/group/vault';
import { axe } from './axe';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

const FILES: Record<string, string> = {
  ...STUDENT,
  'Group/members.md':
    '| id | name |\n|-|-|\n| lilei | Li Lei |\n| chen | Chen, whose name is a very long one indeed |\n',
  'Group/lilei/2026-W31.md': handedIn({
    member: 'lilei',
    week: '2026-W31',
    on: '2026-08-01',
    body: '## Questions for my advisor\n\n- <img src="https://a.org/x.png"> Does it?\n\n## Problems\n\n- `$= dv.pages()`\n',
    sources: ['title:x'],
    titles: ['A title'],
  }),
  'Group/chen/2026-W31.md': '<<<<<<< HEAD\n',
  'Group/wang/2026-W30.md': handedIn({ member: 'wang', week: '2026-W30', sources: ['title:x'] }),
};

it('is seen and handed in by keyboard on a phone, in words and by name; nothing of others is loaded', async () => {
  v = await openPage({
    plugin: true,
    now: DAY,
    files: FILES,
    language: 'en',
    mobile: true,
    viewport: { width: 390, height: 844 },
  });
  const { page } = v;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await v.command('research-handbook:open-group');
  await page.locator('.rh-team .rh-asked').first().waitFor();
  const found = await axe(page).include('.rh-team').analyze();
  expect(found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
  const wide = await page
    .locator('.rh-team')
    .evaluate((el) => [el.scrollWidth <= el.clientWidth, el.querySelectorAll('img').length]);
  expect(wide).toEqual([true, 0]);
  await v.command('research-handbook:hand-in-report');
  const dialog = page.locator('.modal').last();
  await dialog.locator('.rh-preview').waitFor({ state: 'hidden' }); // there is no file to name yet
  await dialog.locator('.rh-more input').fill('lilei');
  await dialog.locator('.rh-preview code', { hasText: 'Group/lilei/2026-W32.md' }).waitFor();
  const inDialog = await axe(page).include('.modal .rh-form').analyze();
  expect(inDialog.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
  await page.keyboard.press('Enter'); // takes the suggestion
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await v?.paths())?.includes('Group/lilei/2026-W32.md')).toBe(true);
  expect(v.read('Group/lilei/2026-W32.md')).not.toMatch(/canary|secret/);
  expect(asked.filter((url) => url.includes('a.org'))).toEqual([]);
  expect(v.errors).toEqual([]);
});
