import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type OpenPage, openPage, type PageOptions } from '../host/node';
import { axe } from './axe';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

const PATH = 'Papers/MAE.md';
const NOTE = `# MAE

Scores. ASK(Ana): does it hold?

- [ ] TODO run it
- [x] FIXME done

> 备注：a quote

> [!info] Callout
> IDEA in a callout

| a | b |
| --- | --- |
| x | TODO(memory) in a table |

\`\`\`py
x = 1  # NOTE in code
TODO = 2
\`\`\`

\`TODO: code\` [[TODO: link]] TOGGLE_TODO: x
`;
const CHIPS = ['ASK(Ana)', 'TODO', 'FIXME', '备注', 'IDEA', 'TODO(memory)', 'NOTE'];

async function open(options: PageOptions = {}): Promise<OpenPage> {
  v = await openPage({ plugin: true, files: { [PATH]: NOTE }, language: 'en', ...options });
  return v;
}
const chips = (page: Page, within: string): Promise<string[]> => page.locator(`${within} .rh-mark`).allTextContents();
const violations = async (page: Page, within: string): Promise<unknown[]> => {
  const found = await axe(page).include(within).analyze();
  return found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)]);
};

describe('marks', () => {
  it('are coloured while a note is edited and in reading view, move nothing, and go with the plugin', async () => {
    const host = await open();
    const { page } = host;
    for (const mode of ['live', 'source'] as const) {
      await host.open(PATH, mode);
      await expect.poll(() => chips(page, '.cm-content')).toEqual(CHIPS);
    }
    const line = page.locator('.cm-line', { hasText: 'TODO run it' });
    const plain = page.locator('.cm-line', { hasText: 'Scores.' });
    const height = async (of: typeof line): Promise<number> => (await of.boundingBox())?.height ?? 0;
    expect(await height(line)).toBe(await height(page.locator('.cm-line', { hasText: 'TOGGLE_TODO' })));
    await plain.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' FIXME: typed');
    await expect.poll(() => chips(page, '.cm-content')).toContain('FIXME');
    await page.keyboard.press('Control+z');
    await host.open(PATH, 'preview');
    await expect.poll(() => chips(page, '.markdown-preview-view')).toEqual(CHIPS);
    expect(await violations(page, '.markdown-preview-view .rh-mark')).toEqual([]);
    await host.unload();
    expect(await page.locator('.rh-mark, .rh-marks').count()).toBe(0);
    expect((await host.leftovers()).codeBlocks).toEqual([]);
    expect(host.errors).toEqual([]);
  });

  it('are listed by keyboard alone, lead to their line, and go on in a window of their own', async () => {
    const host = await open({ dark: true });
    const { page } = host;
    await host.open(PATH, 'live');
    await host.command('research-handbook:open-marks');
    await page.locator('.rh-marks-row').first().waitFor();
    expect(await violations(page, '.rh-marks')).toEqual([]);
    await page.locator('.rh-marks input').focus();
    await page.keyboard.press('ArrowDown'); // to the list: the head of the first group
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.locator('.rh-close-ask').waitFor();
    expect(await page.locator('.rh-raw').textContent()).toBe('- [x] TODO run it');
    expect(await violations(page, '.rh-marks')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.rh-close-ask').count()).toBe(0);
    expect(await host.read(PATH)).toBe(NOTE);
    await page.keyboard.press('Enter');
    await expect
      .poll(() =>
        page.evaluate(() => {
          const leaves = window.__host.app.workspace.getLeavesOfType('markdown');
          return leaves.map(({ view }) => {
            return (view as unknown as { editor: { getCursor(): { line: number } } }).editor.getCursor().line;
          });
        }),
      )
      .toEqual([4]);
    expect(await page.locator('.cm-line.rh-flash').allTextContents()).toEqual(['- [ ] TODO run it']);
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.rh-flash').count()).toBe(0);
    const [popout] = await Promise.all([
      host.context.waitForEvent('page'),
      page.evaluate(() => {
        const list = document.querySelector('.rh-marks');
        if (list) window.open('about:blank', '_blank', 'popup')?.document.body.append(list); // as a tab that is dragged out
      }),
    ]);
    await host.external.write('new.md', 'TODO at once\n');
    await expect.poll(() => popout.locator('.rh-mark-text').allTextContents()).toContain('at once');
    await popout.close();
    expect(host.errors).toEqual([]);
  });

  it('are thousands without thousands of rows, and fit a phone', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => `TODO mark ${String(at)}`).join('\n\n');
    const host = await open({ mobile: true, language: 'zh', files: { 'many.md': many } });
    const { page } = host;
    await host.command('research-handbook:open-marks');
    await page.locator('.rh-marks-row').first().waitFor();
    expect(await page.locator('.rh-marks-row').count()).toBeLessThan(400);
    await page.locator('.rh-marks [role=treeitem]').first().focus();
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('.rh-marks-row:focus').textContent()).toContain('mark 2999');
    await expect.poll(() => page.locator('.rh-marks-row').count()).toBeLessThan(400);
    const over = await page.locator('.rh-marks').evaluate((el) => el.scrollWidth - el.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
    expect(host.errors).toEqual([]);
  });
});
