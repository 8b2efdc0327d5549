// Set-up and update as a student meets them: real keys, focus and layout.
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pluginWith } from '../features/handbook/versions';
import { currentBuild, openHost, openPage, type OpenPage, type PageOptions } from '../host/node';
import { dialogViolations } from './axe';

let v: OpenPage;
afterEach(() => v.close());

const ZOTERO = 'Handbook/Tools/Zotero.md';
const PHONE = { mobile: true, viewport: { width: 390, height: 844 } };
type Files = Record<string, string>;

async function open(version: 1 | 2 | 3, options: PageOptions = {}): Promise<void> {
  v = await openPage({ plugin: await pluginWith(version), now: '2026-11-05T16:20:00', ...options });
}
/** A vault that was set up with version 1 and edited in two places of one note. */
async function editedVault(): Promise<Files> {
  const host = await openHost({ plugin: await pluginWith(1), files: { 'mine.md': 'my own\n' } });
  await host.cli('research-handbook:setup', { lang: 'en' });
  const files = Object.fromEntries((await host.paths()).map((path) => [path, host.read(path)]));
  await host.close();
  files[ZOTERO] = (files[ZOTERO] ?? '')
    .replace('Buy more when it is full.', 'I link the storage folder to my drive.')
    .replace('Better BibTeX.', 'Better BibTeX!');
  return files;
}
const violations = (): Promise<string[]> => dialogViolations(v.page);
/** Parts of the dialog that reach out of the window's width. */
function tooWide(): Promise<string[]> {
  return v.page.evaluate(() =>
    [...document.querySelectorAll('.modal, .modal *')]
      .filter((el) => el.getBoundingClientRect().right > window.innerWidth + 0.5)
      .map((el) => el.className.toString()),
  );
}

describe('the set-up form', () => {
  it('works by keyboard alone, from the language to the home note', async () => {
    await open(1, { files: { 'mine.md': 'my own\n' }, language: 'zh' });
    await v.command('research-handbook:set-up');
    await v.page.getByText('新建 6 篇笔记').waitFor();
    await v.page.keyboard.press('ArrowRight'); // from 中文 to English
    await v.page.getByText('新建 7 篇笔记').waitFor();
    await v.page.keyboard.press('Tab');
    await v.page.keyboard.type('Lab');
    expect(await v.page.locator('.rh-tree [role="listitem"]').first().innerText()).toContain('Lab/Handbook/');
    expect(await violations()).toEqual([]);
    await v.page.keyboard.press('Enter');
    await v.page.locator('.rh-result').waitFor();
    expect(await v.paths()).toContain('Lab/Handbook/Map.md');
    expect(v.read('mine.md')).toBe('my own\n');
    expect(await violations()).toEqual([]);
    await v.page.keyboard.press('Escape');
    expect(await v.page.locator('.modal').count()).toBe(0);
    expect(v.errors).toEqual([]);
  });

  it('says a bad root where it is typed, and fits a phone', async () => {
    await open(1, { files: {}, ...PHONE, dark: true });
    await v.command('research-handbook:set-up');
    const button = v.page.locator('.modal .mod-cta');
    await v.page.getByText('Create 7 notes').waitFor();
    await v.page
      .locator('.modal input[type="text"]')
      .first()
      .fill('a very long folder name/and/another long one/../../../..');
    await v.page.locator('.rh-hint').getByText('leads out of the vault').waitFor();
    expect(await button.isDisabled()).toBe(true);
    expect(await tooWide()).toEqual([]);
    expect(await violations()).toEqual([]);
    await v.page
      .locator('.modal input[type="text"]')
      .first()
      .fill('a very long folder name/and another one that is longer');
    await v.page.getByText('Create 7 notes').waitFor();
    expect(await tooWide()).toEqual([]);
  });
});

it('comes out of main.js as it ships, packed, in the browser as well', async () => {
  v = await openPage({ plugin: path.join((await currentBuild()).dir, 'plugin'), files: {} });
  expect(JSON.parse(await v.cli('research-handbook:setup', { lang: 'zh', format: 'json' }))).toMatchObject({
    failed: [],
  });
  expect(v.read('手册/入门/慢即是快.md')).toContain('网上的课和 AI 问答唾手可得');
  expect(v.errors).toEqual([]);
});

describe('an update with a conflict', () => {
  it('is decided hunk by hunk with the keyboard', async () => {
    await open(2, { files: await editedVault() });
    const mine = v.read(ZOTERO);
    await v.command('research-handbook:update-handbook');
    await v.page.getByText('To be updated').waitFor();
    expect(await violations()).toEqual([]);
    await v.page.keyboard.press('Enter');
    await v.page.getByText('Handbook updated to version 2').waitFor();
    expect(v.read(ZOTERO)).toBe(mine);
    await v.page.getByRole('button', { name: 'Review 2 places' }).press('Enter');
    await v.page.locator('.rh-hunks').waitFor();
    expect(await violations()).toEqual([]);
    // The first place has the focus: mine. Tab goes on to the second, an arrow chooses there.
    await v.page.keyboard.press('Tab');
    await v.page.keyboard.press('ArrowDown');
    expect(
      await v.page.locator('.rh-side.is-kept').evaluateAll((all) => all.map((el) => el.getAttribute('data-side'))),
    ).toEqual(['mine', 'theirs']);
    expect(await v.page.locator('.rh-hunk-note').innerText()).toBe('Chosen: 1 mine, 1 new');
    await v.page.keyboard.press('ControlOrMeta+Enter');
    await v.page.getByText('Written').waitFor();
    await v.settle();
    const text = v.read(ZOTERO);
    expect(text).toContain('I link the storage folder to my drive.');
    expect(text).toContain('Better BibTeX, and nothing else.');
    expect(v.read('mine.md')).toBe('my own\n');
    expect(v.errors).toEqual([]);
  });

  it('puts the two versions side by side where there is room, one below the other on a phone', async () => {
    const files = await editedVault();
    const places = async (): Promise<{ x: number; y: number }[]> => {
      await v.command('research-handbook:update-handbook');
      await v.page.locator('.modal .mod-cta').click();
      await v.page.locator('[role="button"]', { hasText: '2 places' }).click();
      await v.page.locator('.rh-hunks').waitFor();
      return v.page
        .locator('.rh-hunk')
        .first()
        .locator('.rh-side')
        .evaluateAll((all) =>
          all.map((el) => ({
            x: Math.round(el.getBoundingClientRect().x),
            y: Math.round(el.getBoundingClientRect().y),
          })),
        );
    };
    await open(2, { files });
    const [mine, theirs] = await places();
    expect(theirs?.y).toBe(mine?.y);
    expect(theirs?.x).toBeGreaterThan(mine?.x ?? 0);
    await v.close();
    await open(2, { files, ...PHONE });
    const [above, below] = await places();
    expect(below?.x).toBe(above?.x);
    expect(below?.y).toBeGreaterThan(above?.y ?? 0);
    expect(await tooWide()).toEqual([]);
    // A finger hits the text, not the small circle.
    await v.page.locator('.rh-side-text').nth(1).click();
    expect(await v.page.locator('.modal .mod-cta').last().innerText()).toBe('Write 1 place');
  });
});
