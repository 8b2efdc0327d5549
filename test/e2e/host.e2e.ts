import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type OpenPage, openPage, type PageOptions } from '../host/node';
import { sampleDir } from '../host/fixtures/sample';

let v: OpenPage | null = null;
const open = async (options: PageOptions = {}): Promise<OpenPage> =>
  (v = await openPage({ plugin: sampleDir(), ...options }));
afterEach(async () => {
  await v?.close();
  v = null;
});

const NOTE = '# 标题\n\n```sample\nx\n```\n\n> [!tip] T\n> b\n\n- [ ] one\n';

describe('the host in Chromium over a real folder', () => {
  it('runs the built plugin: command, notice, file, metadata', async () => {
    const host = await open({ now: '2026-11-05T16:20:00', timezone: 'Asia/Shanghai' });
    await host.command('host-sample:create');
    expect(await host.notices()).toEqual(['Made made.md']);
    expect(host.read('made.md')).toMatch(/^Made at 2026-11-05T08:20:/);
    await host.page.clock.runFor(6_000);
    expect(await host.notices()).toEqual([]);
    expect(host.errors).toEqual([]);
  });

  it('draws a note, ticks with the clock, and stops when the note closes', async () => {
    const host = await open({ files: { 'a.md': NOTE, 'b.md': '' }, now: '2026-11-05T16:20:00' });
    await host.page.clock.pauseAt(new Date('2026-11-05T16:21:00Z'));
    await host.open('a.md');
    expect(await host.page.textContent('.hs-clock')).toBe('x: 0');
    await host.page.clock.runFor(3_000);
    expect(await host.page.textContent('.hs-clock')).toBe('x: 3');
    await host.open('b.md');
    expect(await host.page.evaluate(() => document.body.dataset['hsUnloaded'])).toBe('1');
  });

  it('types in live preview and saves after two seconds', async () => {
    const host = await open({ files: { 'a.md': NOTE }, now: '2026-11-05T16:20:00' });
    await host.open('a.md', 'live');
    expect(await host.page.textContent('.cm-content .hs-clock')).toBe('x: 0');
    await host.page.locator('.cm-line').last().click();
    await host.page.keyboard.press('Control+End');
    await host.page.keyboard.type('typed 一二');
    await host.page.clock.runFor(2_500);
    await expect.poll(() => host.read('a.md')).toBe(`${NOTE}typed 一二`);
  });

  it('shows one tooltip for an aria-label, on hover and on keyboard focus', async () => {
    const host = await open();
    await host.page.hover('.side-dock-ribbon-action');
    await host.page.locator('.tooltip', { hasText: 'Sample' }).waitFor();
    expect(await host.page.locator('.tooltip').count()).toBe(1);
    await host.page.mouse.move(500, 400);
    await host.page.locator('.tooltip').waitFor({ state: 'detached' });
    await host.page.evaluate(() => document.body.createEl('button', { text: 'b', attr: { 'aria-label': 'Focused' } }));
    await host.page.keyboard.press('Tab');
    await host.page.locator('.tooltip', { hasText: 'Focused' }).waitFor();
  });

  it('sees what another program does to the folder, without being told', async () => {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'watched-'));
    try {
      const host = await open({ dir, watch: true });
      await writeFile(path.join(dir, 'new.md'), '#tag\n');
      await expect
        .poll(() => host.page.evaluate(() => window.__host.app.metadataCache.getCache('new.md')?.tags?.[0]?.tag ?? ''))
        .toBe('#tag');
      await host.command('host-sample:create');
      expect(await readFile(path.join(dir, 'made.md'), 'utf8')).toContain('Made at');
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });

  it('meets planned faults', async () => {
    const host = await open({ faults: { failWrite: 1 } });
    await host.command('host-sample:create');
    expect(await host.paths()).toEqual([]);
    host.faults.plan({});
    await host.command('host-sample:create');
    expect(await host.paths()).toEqual(['made.md']);
  });

  it.each([
    ['light', 1000, undefined],
    ['dark', 390, 'warm'],
  ] as const)('takes a picture: %s, %i wide', async (theme, width, vars) => {
    const host = await open({
      files: { 'a.md': NOTE },
      dark: theme === 'dark',
      mobile: width < 600,
      ...(vars === undefined ? {} : { vars }),
    });
    await host.open('a.md');
    const file = path.join(host.dir, 'picture.png');
    await host.screenshot(file, { full: true });
    const png = await readFile(file);
    expect(png.readUInt32BE(16)).toBe(width); // a PNG's width stands at byte 16
    expect(png.length).toBeGreaterThan(5_000);
  });

  it('draws Latin letters in the font that the app brings, and Chinese in one of the system’s', async () => {
    const host = await open({ files: { 'a.md': '# Reading 2026-W42\n\nplain *slanted*\n\n## 阅读\n' } });
    await host.open('a.md');
    await host.page.screenshot(); // of what no frame has drawn yet, Chromium now and then tells no font
    const session = await host.context.newCDPSession(host.page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const fontsOf = async (selector: string): Promise<{ name: string; isOurs: boolean }[]> => {
      const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      return fonts.map(({ familyName, isCustomFont }) => ({ name: familyName, isOurs: isCustomFont }));
    };
    for (const selector of ['.markdown-reading-view h1', '.markdown-reading-view em', '.view-header-title']) {
      const fonts = await fontsOf(selector);
      expect(fonts, selector).toHaveLength(1);
      expect(fonts[0]?.name, selector).toMatch(/^Inter/);
      expect(fonts[0]?.isOurs, selector).toBe(true);
    }
    const chinese = await fontsOf('.markdown-reading-view h2');
    expect(chinese.map(({ isOurs }) => isOurs)).toEqual([false]);
  });

  it('lets no request out', async () => {
    const host = await open();
    const answer = await host.page.evaluate(
      () =>
        new Promise<string>((done) => {
          const image = new Image();
          image.onload = () => {
            done('out');
          };
          image.onerror = () => {
            done('refused');
          };
          image.src = 'https://example.org/x.png';
        }),
    );
    expect(answer).toBe('refused');
  });
});
