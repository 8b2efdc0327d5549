import { afterEach, describe, expect, it } from 'vitest';
import { openPage, type OpenPage, type PageOptions } from '../host/node';
import { axe } from './axe';

const NOW = '2026-11-05T16:20:00';
let v: OpenPage;
afterEach(() => v.close());

async function open(options: PageOptions): Promise<void> {
  v = await openPage({ plugin: true, now: NOW, timezone: 'Asia/Shanghai', ...options });
}

const source = (title: string, ...log: string[]): string =>
  `---\ntype: source\ntitle: ${title}\nstatus: reading\n---\n\n# ${title}\n\n## 阅读日志\n\n${log.join('\n')}\n`;

const FILES = {
  '文献/mae.md': source('Masked Autoencoders Are Scalable Vision Learners', '- 2026-11-03 概览 [min:: 30] [pass:: 1]'),
  '文献/sam.md': source('Segment Anything', '- 2026-10-20 一遍 [min:: 25]'),
};

describe('a student at the keyboard', () => {
  it('adds a paper, then logs a first sitting, without the mouse', async () => {
    await open({ files: FILES, language: 'zh' });
    const { keyboard } = v.page;
    await v.command('research-handbook:add-source');
    await v.page.waitForSelector('#rh-source-title:focus');
    await keyboard.type('Attention: All You Need');
    await keyboard.press('Tab');
    await keyboard.type('Ashish Vaswani, Noam Shazeer');
    await keyboard.press('Tab');
    await keyboard.type('2017');
    await keyboard.press('Tab');
    await keyboard.type('NeurIPS');
    await keyboard.press('Shift+Tab');
    await keyboard.press('Shift+Tab');
    await keyboard.press('Shift+Tab');
    await keyboard.press('Shift+Tab'); // the kinds, one stop for the row
    await keyboard.press('ArrowRight');
    await keyboard.press('Control+Enter');
    await v.page.waitForSelector('.modal', { state: 'detached' });
    await v.settle();
    const added = '文献/Attention - All You Need.md';
    expect(v.read(added)).toContain('kind: course\ntitle: "Attention: All You Need"\n');

    await v.command('research-handbook:log-reading'); // its note is open, so the form knows which
    await v.page.waitForSelector('#rh-log-minutes:focus');
    expect(await v.page.inputValue('#rh-log-source')).toBe('Attention: All You Need');
    await keyboard.type('45');
    await keyboard.press('Enter');
    await v.page.waitForSelector('.modal', { state: 'detached' });
    await v.settle();
    expect(v.read(added)).toContain('## 阅读日志\n\n- 2026-11-05 [min:: 45] [marked:: reading]\n');
    expect(v.errors).toEqual([]);
  });

  it('picks a source by some letters, and Enter does not log before it is picked', async () => {
    await open({ files: FILES, language: 'zh' });
    const { keyboard } = v.page;
    await v.command('research-handbook:log-reading');
    await v.page.waitForSelector('#rh-log-minutes:focus');
    await keyboard.press('Shift+Tab');
    await keyboard.press('Shift+Tab');
    await keyboard.press('Shift+Tab');
    expect(await v.page.evaluate(() => document.activeElement?.id)).toBe('rh-log-source');
    await keyboard.press('Control+a');
    await keyboard.type('sgm any');
    await v.page.waitForSelector('.suggestion-item.is-selected');
    await keyboard.press('Enter');
    expect(await v.page.inputValue('#rh-log-source')).toBe('Segment Anything');
    expect(v.faults.writes).toEqual([]);
    await keyboard.type('20');
    await keyboard.press('Enter');
    await v.page.waitForSelector('.modal', { state: 'detached' });
    await v.settle();
    expect(v.read('文献/sam.md')).toContain('- 2026-10-20 一遍 [min:: 25]\n- 2026-11-05 [min:: 20]\n');
  });

  it('composes Chinese without sending the form off', async () => {
    await open({ files: FILES, language: 'zh' });
    await v.command('research-handbook:add-source');
    await v.page.waitForSelector('#rh-source-title:focus');
    await v.page.evaluate(() => {
      const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true });
      document.activeElement?.dispatchEvent(event);
    });
    expect(await v.page.locator('.modal').count()).toBe(1);
    expect(await v.page.locator('[data-invalid]').count()).toBe(0);
  });
});

describe('on a phone', () => {
  it('takes one field and a tap, and fits the screen', async () => {
    await open({ files: FILES, language: 'zh', mobile: true, viewport: { width: 390, height: 780 } });
    await v.protocol('research-handbook', { source: 'mae', note: '地铁上' });
    await v.page.waitForSelector('#rh-log-minutes:focus');
    expect(v.faults.writes).toEqual([]);
    const overflow = await v.page.evaluate(
      () =>
        [...document.querySelectorAll('.modal *')].filter((el) => el.getBoundingClientRect().right > window.innerWidth)
          .length,
    );
    expect(overflow).toBe(0);
    await v.page.tap('.modal .mod-cta').catch(() => v.page.click('.modal .mod-cta'));
    await v.page.waitForSelector('.modal', { state: 'detached' });
    await v.settle();
    expect(v.read('文献/mae.md')).toContain('- 2026-11-05 地铁上\n');
  });
});

describe('in a vault of ten thousand notes', () => {
  it('logs within a second of the form being asked for', async () => {
    const files: Record<string, string> = { ...FILES };
    for (let number = 0; number < 2_000; number++) {
      const log = Array.from(
        { length: 13 },
        (_, index) => `- 2026-0${(index % 9) + 1}-1${number % 10} 读 [min:: ${20 + index}]`,
      );
      files[`文献/论文 ${number}.md`] = source(`论文 ${number}`, ...log);
    }
    for (let number = 0; number < 8_000; number++) {
      files[`笔记/${number % 100}/笔记 ${number}.md`] = `# 笔记 ${number}\n\n[[论文 ${number % 2_000}]]\n\n- 一条\n`;
    }
    await open({ files, language: 'zh' });
    await v.command('research-handbook:log-reading');
    await v.page.waitForSelector('#rh-log-minutes:focus');
    await v.page.keyboard.type('30');
    await v.page.keyboard.press('Enter');
    await v.page.waitForSelector('.modal', { state: 'detached' });
    await v.settle();
    const status = JSON.parse(await v.cli('research-handbook:status', { format: 'json' })) as {
      sources: number;
      entries: number;
    };
    expect(status).toMatchObject({ sources: 2_002, entries: 26_003 });
    expect(v.errors).toEqual([]);
  }, 180_000);
});

describe('what will be written', () => {
  const box = async (css: string): Promise<{ top: number; bottom: number }> => {
    const { y = 0, height = 0 } = (await v.page.locator(css).boundingBox()) ?? {};
    return { top: y, bottom: y + height };
  };
  const waiting = { '文献/mae.md': FILES['文献/mae.md'].replace('status: reading', 'status: inbox') };

  it.each([
    [1280, 800],
    [390, 844],
  ])('covers no field that is typed into, at %d × %d', async (width, height) => {
    await open({ files: waiting, language: 'en', viewport: { width, height }, mobile: width < 600 });
    await v.command('research-handbook:log-reading');
    await v.page.waitForSelector('#rh-log-minutes:focus');
    const places = async (): Promise<unknown> => [await box('#rh-log-date'), await box('.rh-preview')];
    const empty = await places();
    await v.page.keyboard.type('45');
    await v.page.locator('.rh-preview:not(.is-empty)').waitFor();
    expect(await places()).toEqual(empty); // the form does not jump when its preview fills
    await v.page.locator('#rh-log-note').click();
    await v.page.keyboard.type('masking 75% works since patches of an image are redundant, and words are not');
    expect((await box('#rh-log-note')).bottom).toBeLessThan((await box('.rh-preview')).top);
    if (width > 600) expect((await box('.rh-more')).bottom).toBeLessThan((await box('.rh-preview')).top);
  });
});

describe('everyone', () => {
  const BAD = { ...FILES, '文献/bad.md': source('坏', '- 2026-02-30 x', '- 2026-11-04 y [min:: soon]') };

  it.each<[string, string, string]>([
    ['add-source', '.modal', '#rh-source-year'],
    ['log-reading', '.modal', '#rh-log-date'],
    ['show-log-problems', '.rh-log-problems', ''],
  ])('can use %s: axe finds nothing, light and dark, a mistake shown too', async (command, root, field) => {
    for (const dark of [false, true]) {
      await open({ files: BAD, language: 'zh', dark, clock: 'fixed' }); // axe waits for timers
      await v.command(`research-handbook:${command}`);
      await v.page.waitForSelector(root === '.modal' ? '.modal .mod-cta' : '.rh-steps');
      await v.settle();
      if (field !== '') {
        await v.page.fill(field, '23');
        await v.page.keyboard.press('Control+Enter');
        await v.page.waitForSelector('[data-invalid]');
      }
      const { violations } = await axe(v.page).include(root).exclude('.modal-close-button').analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
      ).toEqual([]);
      if (!dark) await v.close();
    }
  });
});
