import { afterEach, describe, expect, it } from 'vitest';
import { parseBlocks, renderBlock } from '../../src/core/block/guarded-block';
import { type OpenPage, openPage, type PageOptions } from '../host/node';
import { axe } from './axe';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

const PATH = '周报/2026-W32.md';
const READING = renderBlock('reading', '### 本周阅读\n\n- [[mae]] · 1 次');
const NUMBERS = renderBlock('numbers', '本周 1 次。');
const REPORT = `---\ntype: weekly-report\nweek: 2026-W32\n---\n\n# 2026-W32\n\n上面\n\n${READING}\n${NUMBERS}\n\n下面\n`;
const BEGIN = READING.split('\n')[0] ?? '';

async function open(options: PageOptions = {}): Promise<OpenPage> {
  v = await openPage({
    plugin: true,
    files: { [PATH]: REPORT },
    now: '2026-08-06T16:20:00',
    clock: 'fixed',
    language: 'zh',
    data: { contentLanguage: 'zh' },
    context: { permissions: ['clipboard-read', 'clipboard-write'] },
    ...options,
  });
  await v.open(PATH, 'live');
  await v.page.locator('.rh-region').first().waitFor();
  return v;
}
const text = (host: OpenPage): Promise<string> =>
  host.page.evaluate(() => {
    const view = window.__host.app.workspace.getLeavesOfType('markdown')[0]?.view as unknown as {
      editor: { getValue(): string };
    };
    return view.editor.getValue();
  });
const raw = (host: OpenPage): Promise<string[]> =>
  host.page
    .locator('.cm-line')
    .evaluateAll((lines) => lines.map((line) => line.textContent).filter((line) => line.includes('rh:')));

describe('rules in place of markers', () => {
  it('are walked through by keyboard, cut as a pair, and undone in one step', async () => {
    const host = await open();
    const { keyboard } = host.page;
    await host.page.locator('.cm-line', { hasText: '上面' }).click();
    await keyboard.press('Home');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown'); // a rule is no line to go through …
    expect(await raw(host)).toEqual([]);
    await keyboard.press('ArrowLeft'); // … but from the edge of a line beside it one gets in
    expect(await raw(host)).toEqual([BEGIN]);
    await keyboard.press('ArrowUp');
    await keyboard.press('ArrowUp');
    expect(await raw(host)).toEqual([]);
    await keyboard.press('ArrowRight');
    expect(await raw(host)).toEqual([BEGIN]);

    await host.page.locator('.cm-line', { hasText: BEGIN }).click();
    await keyboard.press('Control+x'); // without a selection: the whole line
    expect(parseBlocks(await text(host))).toMatchObject({ blocks: [{ name: 'numbers' }], damage: [] });
    expect(await text(host)).toContain('- [[mae]] · 1 次');
    await keyboard.press('Control+z');
    expect(await text(host)).toBe(REPORT);

    await host.page.locator('.cm-line', { hasText: BEGIN }).click();
    await keyboard.press('Control+Shift+k');
    expect(await text(host)).not.toContain('reading');
    await keyboard.press('Control+z');
    expect(await text(host)).toBe(REPORT);
  });

  it('stay where more is cut, and no half of a pair is carried elsewhere', async () => {
    const host = await open();
    const { keyboard } = host.page;
    await host.page.locator('.cm-line', { hasText: '上面' }).click();
    await keyboard.press('Home');
    await keyboard.down('Shift');
    for (let step = 0; step < 9; step++) {
      await keyboard.press('ArrowDown');
      const selected = await host.page.evaluate(() => getSelection()?.toString() ?? '');
      if (selected.includes('本周阅读')) break;
    }
    await keyboard.up('Shift');
    await keyboard.press('Control+x');
    expect(parseBlocks(await text(host)).damage).toEqual([]);
    expect(await text(host)).toContain(BEGIN);
    expect(await text(host)).not.toContain('上面');
    const cut = await host.page.evaluate(() => navigator.clipboard.readText());
    expect(cut).toContain('上面');
    expect(cut).not.toContain('rh:');
  });

  it.each([false, true])('pass axe and fit a phone, dark: %s', async (dark) => {
    const host = await open({ dark, mobile: true });
    await host.page.locator('.cm-line', { hasText: '下面' }).click();
    await host.page.locator('.rh-region').nth(2).waitFor();
    const over = await host.page
      .locator('.rh-region')
      .evaluateAll((all) => all.map((rule) => rule.scrollWidth - rule.clientWidth));
    expect(Math.max(...over)).toBeLessThanOrEqual(0);
    const { violations } = await axe(host.page).include('.rh-region').analyze();
    expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
    expect(host.errors).toEqual([]);
  });
});
