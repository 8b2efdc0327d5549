import { afterEach, expect, it } from 'vitest';
import { type OpenPage, openPage } from '../host/node';
import { dialogViolations } from './axe';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

it('an advisor makes a pack of notes, mends what the check finds, releases it, and sets it up elsewhere', async () => {
  const files = {
    'Lab/Geräte.md': 'Kamera: ![](https://example.org/kamera.png)\n\n[[Plan|Der Plan]]\n',
    'Lab/Plan.md': '# Der Plan\n\n[[Geräte]]\n\n- Gehalt [private:: true]\n',
  };
  v = await openPage({ plugin: true, files, language: 'en', now: '2026-12-01T09:00:00' });
  const { page } = v;
  const dialog = page.locator('.rh-dialog');
  await v.command('research-handbook:new-pack');
  for (const [label, text] of Object.entries({
    'Short name': 'robots',
    Title: 'Roboter',
    Language: 'de',
    'Folder for it': 'Packs/robots',
    'Take notes from': 'Lab',
  })) {
    await page.getByLabel(label, { exact: true }).fill(text);
  }
  expect(await dialogViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const made = v.read('Packs/robots/Handbook/Plan.md');
  expect(made).toContain('# Der Plan\n\n[[Geräte]]\n');
  expect(made).not.toContain('Gehalt');
  expect(v.read('Lab/Plan.md')).toBe(files['Lab/Plan.md']);

  await v.command('research-handbook:check-pack');
  const problem = dialog.getByRole('listitem').filter({ hasText: 'an image has to be a file of the pack' });
  await problem.waitFor();
  expect(await dialogViolations(page)).toEqual([]);
  await problem.getByRole('link').click();
  await page.locator('.view-header-title', { hasText: 'Geräte' }).waitFor();
  const text = v.read('Packs/robots/Handbook/Geräte.md');
  await v.external.write('Packs/robots/Handbook/Geräte.md', text.replace(/!\[.*\n/, 'eine\n'));

  await v.command('research-handbook:release-pack');
  await dialog.getByText('Release “Roboter”, version 1').waitFor();
  expect(await dialogViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.locator('.notice', { hasText: 'Released: Packs/robots-de-1.zip' }).waitFor();

  await v.command('research-handbook:add-pack');
  await page.keyboard.type('zip');
  await page.keyboard.press('Enter');
  await dialog.getByText('Add the handbook “Roboter”').waitFor();
  expect(await dialogViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await dialog.getByText('is here in version 1').waitFor();
  expect(v.read('Handbook/Map.md')).toContain('pack-version: 1');
  expect(v.errors).toEqual([]);
});
