import { afterEach, describe, expect, it } from 'vitest';
import { type OpenPage, openPage } from '../host/node';
import { axe } from './axe';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

const NOW = '2026-08-06T16:20:00'; // Thursday of 2026-W32

interface Speech {
  readonly language: 'zh' | 'en';
  readonly source: string;
  readonly report: string;
  readonly heading: string;
  readonly logHeading: string;
  readonly line: string;
  readonly refreshed: string;
  readonly forMail: string;
  readonly copy: string;
  readonly mail: string;
  readonly markSent: string;
  readonly subject: string;
}

const SPEECHES: readonly Speech[] = [
  {
    language: 'zh',
    source: '文献/Deep Residual Learning.md',
    report: '周报/2026-W32.md',
    heading: '实验',
    logHeading: '阅读日志',
    line: 'Deep Residual Learning · 1 次 · 1 小时 · 第 2 遍',
    refreshed: 'Deep Residual Learning · 2 次 · 1 小时 35 分 · 第 2 遍',
    forMail: '邮件',
    copy: '复制',
    mail: '复制并写邮件',
    markSent: '标为已发送',
    subject: '周报 2026-W32（8 月 3–9 日）李雷',
  },
  {
    language: 'en',
    source: 'Sources/Deep Residual Learning.md',
    report: 'Weekly/2026-W32.md',
    heading: 'Experiments',
    logHeading: 'Reading log',
    line: 'Deep Residual Learning · 1 session · 1 h · pass 2',
    refreshed: 'Deep Residual Learning · 2 sessions · 1 h 35 min · pass 2',
    forMail: 'Mail',
    copy: 'Copy',
    mail: 'Copy and open mail',
    markSent: 'Mark as sent',
    subject: 'Weekly report 2026-W32 (3–9 Aug), 李雷',
  },
];

/** Types at the end of the open note, as a student does, and waits until the editor has saved. */
async function typeAtEnd(host: OpenPage, text: string): Promise<void> {
  await host.page.locator('.cm-content').click();
  await host.page.keyboard.press('Control+End');
  await host.page.keyboard.insertText(text);
  await host.page.clock.runFor(2_500);
  await host.settle();
}

async function run(host: OpenPage, id: string): Promise<void> {
  await host.command(`research-handbook:${id}`);
  await host.page.clock.runFor(500);
  await host.settle();
}

describe.each(SPEECHES)('a student’s week, in $language', (t) => {
  it('goes from the first line to the copied text', async () => {
    const source = `---\ntype: source\nkind: paper\ntitle: Deep Residual Learning\n---\n\n# Deep Residual Learning\n\n## ${t.logHeading}\n\n`;
    v = await openPage({
      plugin: true,
      files: { [t.source]: source },
      now: NOW,
      timezone: 'Asia/Shanghai',
      language: t.language,
      data: { contentLanguage: t.language, reportAuthor: '李雷' },
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const { page } = v;

    await v.open(t.source, 'source');
    await typeAtEnd(v, '- 2026-08-04 推导 3.2 节 [min:: 60] [pass:: 2]');
    await run(v, 'create-weekly-report');
    await expect.poll(() => v?.read(t.report)).toContain('[[Deep Residual Learning]]');
    // The first line to write on is in the middle of the window, not below its edge.
    const firstLine = async (): Promise<number> => (await page.locator('.cm-line.rh-flash').boundingBox())?.y ?? 0;
    await expect.poll(firstLine).toBeLessThan(0.6 * (page.viewportSize()?.height ?? 0));
    expect(await firstLine()).toBeGreaterThan(0.4 * (page.viewportSize()?.height ?? 0));
    await v.open(t.report, 'preview');
    await page.locator('.markdown-preview-view li', { hasText: t.line }).waitFor();

    // The week goes on; the student writes, logs more, and refreshes.
    await v.external.write(
      t.report,
      v.read(t.report).replace(`## ${t.heading}\n`, `## ${t.heading}\n\n学习率 0.1 **发散**。\n`),
    );
    await v.open(t.source, 'source');
    await typeAtEnd(v, '\n- 2026-08-05 对照代码 [min:: 35]\n- 2026-08-06 不外传 [private:: true]\n');
    await v.open(t.report, 'preview');
    await run(v, 'create-weekly-report');
    await page.locator('.modal .mod-cta').click();
    await v.settle();
    await page
      .locator('.markdown-preview-view li', { hasText: t.refreshed.replace(/2 (次|sessions)/, '3 $1') })
      .waitFor();
    expect(v.read(t.report)).toContain('学习率 0.1 **发散**。');
    expect(v.read(t.report)).not.toContain('不外传');

    // For chat.
    await run(v, 'copy-weekly-report');
    await page.locator('.modal .mod-cta', { hasText: t.copy }).click();
    await page.locator('.modal').getByRole('button', { name: t.markSent, exact: true }).waitFor();
    const chat = await page.evaluate(() => navigator.clipboard.readText());
    expect(chat).toContain('学习率 0.1 发散。');
    expect(chat).not.toMatch(/%%|rh:|\[\[|\*\*|不外传/);
    await page.keyboard.press('Escape');
    await page.locator('.modal').waitFor({ state: 'detached' });
    expect(v.read(t.report)).toMatch(/\nstatus: draft\n/);

    // For mail: rich text on the clipboard, a window with the subject alone, then sent.
    await page.evaluate(() => {
      window.open = (url) => {
        document.body.dataset['opened'] = String(url);
        return null;
      };
    });
    await run(v, 'copy-weekly-report');
    await page.locator('.modal label', { hasText: t.forMail }).first().click();
    const shown = await page.locator('.modal .rh-mail-body').innerHTML();
    await page.locator('.modal button', { hasText: t.mail }).click();
    await page.locator('.modal').getByRole('button', { name: t.markSent, exact: true }).click();
    await v.settle();
    const rich = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return [await (await item?.getType('text/html'))?.text(), await (await item?.getType('text/plain'))?.text()];
    });
    expect(rich[0]).toContain('<strong>发散</strong>');
    expect(rich[0]).toMatch(/<h2>[^<]+<\/h2>/);
    expect(rich[0]).not.toMatch(/class=|style=|href="(?!https?:)|不外传|rh:/);
    expect(rich[0]).toBe(shown);
    expect(rich[1]).toBe(chat);
    expect(await page.evaluate(() => document.body.dataset['opened'])).toBe(
      `mailto:?subject=${encodeURIComponent(t.subject)}`,
    );
    expect(v.read(t.report)).toMatch(/\nstatus: sent\n/);
    expect(v.errors).toEqual([]);
  });
});

describe('choosing and catching up', () => {
  const entry = (date: string): string => `- ${date} 读 [min:: 30]\n`;
  const files = {
    '文献/a.md': `---\ntype: source\ntitle: A\n---\n\n## 阅读日志\n\n${['2026-07-14', '2026-07-22', '2026-08-04'].map(entry).join('')}`,
    '周报/2026-W29.md': '---\ntype: weekly-report\nweek: 2026-W29\nstatus: reviewed\n---\n',
  };

  it('works by keyboard alone', async () => {
    v = await openPage({ plugin: true, files, now: NOW, language: 'zh', data: { contentLanguage: 'zh' } });
    const { page } = v;
    await run(v, 'choose-weekly-report');
    await page.locator('.suggestion-item.is-selected').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => v?.read('周报/2026-W30.md')).toContain('1 次 · 30 分钟');
    await run(v, 'list-missing-reports');
    const button = page.locator('[data-week="2026-W31"] button');
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => v?.read('周报/2026-W31.md')).toContain('本周没有阅读记录。');
    await page.locator('[data-week="2026-W31"] button', { hasText: '打开' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.modal').waitFor({ state: 'detached' });
    expect(v.errors).toEqual([]);
  });

  it.each([390, 1000])('keeps the name of a week on one line, at %i px', async (width) => {
    v = await openPage({
      plugin: true,
      files,
      now: NOW,
      language: 'zh',
      mobile: width < 600,
      viewport: { width, height: 800 },
      data: { contentLanguage: 'zh' },
    });
    for (const id of ['choose-weekly-report', 'list-missing-reports']) {
      await run(v, id);
      const names = v.page.locator(':is(.rh-week-choice, .rh-missing-weeks > div) > .rh-strong');
      await names.first().waitFor();
      const lines = await names.evaluateAll((all) =>
        all.map((name) => {
          const range = document.createRange();
          range.selectNodeContents(name);
          return new Set([...range.getClientRects()].map(({ top }) => top)).size;
        }),
      );
      expect(lines.length, id).toBeGreaterThan(1);
      expect(new Set(lines), id).toEqual(new Set([1]));
      await v.page.keyboard.press('Escape');
      await v.page.locator('.modal, .prompt').waitFor({ state: 'detached' });
    }
  });

  it('fits a phone, and its marks are told apart by shape', async () => {
    v = await openPage({
      plugin: true,
      files,
      now: NOW,
      language: 'zh',
      mobile: true,
      data: { contentLanguage: 'zh' },
    });
    const { page } = v;
    for (const id of ['choose-weekly-report', 'list-missing-reports']) {
      await run(v, id);
      await page.locator('.modal, .prompt').waitFor();
      const overflow = await page.evaluate(() => {
        const box = document.querySelector('.modal, .prompt');
        return box === null ? NaN : box.scrollWidth - box.clientWidth;
      });
      expect(overflow, id).toBeLessThanOrEqual(0);
      if (id === 'choose-weekly-report') {
        const marks = await page.evaluate(() =>
          [...document.querySelectorAll('.rh-week-choice .rh-state')].map((el) => {
            const style = getComputedStyle(el, '::before');
            return [
              el.getAttribute('data-report'),
              `${style.backgroundImage} ${style.backgroundColor} ${style.inlineSize}`,
            ] as const;
          }),
        );
        expect(new Set(marks.map(([, look]) => look)).size).toBe(new Set(marks.map(([state]) => state)).size);
      }
      await page.keyboard.press('Escape');
      await page.locator('.modal, .prompt').waitFor({ state: 'detached' });
    }
  });

  it.each([false, true])('passes axe, dark: %s', async (dark) => {
    v = await openPage({
      plugin: true,
      files,
      now: NOW,
      clock: 'fixed', // axe waits for timers
      dark,
      language: 'zh',
      data: { contentLanguage: 'zh' },
    });
    await v.cli('research-handbook:weekly', {});
    const report = '周报/2026-W32.md';
    await v.external.write(report, v.read(report).replace('  - 读\n', '  - 读，记住了\n'));
    // The frame around each, with its title and close button, is the app's.
    const views: readonly (readonly [string, string])[] = [
      ['choose-weekly-report', '.prompt-results'],
      ['list-missing-reports', '.modal-content'],
      ['copy-weekly-report', '.modal-content'],
      ['refresh-weekly-report', '.modal-content'],
    ];
    for (const [id, view] of views) {
      await v.command(`research-handbook:${id}`);
      await v.page.locator(view).waitFor();
      const { violations } = await axe(v.page).include(view).analyze();
      expect(violations.map((one) => [id, one.id, one.nodes.map((node) => node.html)])).toEqual([]);
      await v.page.keyboard.press('Escape');
      await v.page.locator(view).waitFor({ state: 'detached' });
    }
  });
});
