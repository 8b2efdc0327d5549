import { afterEach, expect, it } from 'vitest';
import { type OpenPage, openPage } from '../host/node';
import { axe } from './axe';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

const at = (time: string): number => Date.parse(`2026-11-05T${time}:00Z`);

it('tells on a phone what runs, counts a gap, and is logged by keyboard', async () => {
  const note = '---\ntype: experiment\nstatus: running\n---\n\n# Ablation\n';
  const session = {
    path: 'Experiments/A name that is a very long one indeed.md',
    stretches: [
      [at('09:10'), at('10:21'), 'UTC'],
      [at('10:48'), at('11:52'), 'UTC'],
    ],
    writing: null,
  };
  v = await openPage({
    plugin: true,
    now: '2026-11-05T11:52:10',
    timezone: 'UTC',
    files: { [session.path]: note },
    language: 'en',
    mobile: true,
    viewport: { width: 320, height: 700 },
  });
  const { page } = v;
  await v.unload();
  await page.evaluate((kept) => {
    window.__host.app.saveLocalStorage('research-handbook-session', kept);
  }, session);
  await v.loadPlugin();
  await v.command('research-handbook:open-home-view');
  const section = page.locator('[data-section="deep-work"]');
  await section.locator('.rh-stretch').waitFor();
  const found = await axe(page).include('[data-section="deep-work"]').analyze();
  expect(found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
  expect(await section.evaluate((el) => el.scrollWidth <= el.clientWidth)).toBe(true);
  await section.getByRole('button', { name: 'Count it' }).click();
  await section.getByText('Count it').waitFor({ state: 'detached' });
  await section.getByRole('button', { name: 'Stop and log deep work' }).click();
  const dialog = page.locator('.modal').last();
  await dialog.locator('.rh-preview code', { hasText: '[min:: 162] [deep:: 1]' }).waitFor();
  const inDialog = await axe(page).include('.modal .rh-form').analyze();
  expect(inDialog.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
  await page.keyboard.type('ran it');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(v.read(session.path)).toBe(`${note}\n## Log\n\n- 2026-11-05 ran it [min:: 162] [deep:: 1]\n`);
  expect(v.errors).toEqual([]);
});
