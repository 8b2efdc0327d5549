import type { Editor } from 'obsidian';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';

let host: Host;
const editor = (): Editor => {
  const found = host.app.workspace.activeEditor?.editor;
  if (!found) throw new Error('no editor');
  return found;
};

async function open(text: string, cursor: { line: number; ch: number }, language = 'zh'): Promise<void> {
  host = await openHost({
    plugin: true,
    now: '2026-11-05T16:24:00',
    language,
    data: { spans: '秋季学期: 2026-08-17..2026-12-20' },
    files: { 'a.md': text },
  });
  await host.open('a.md', 'live');
  editor().setCursor(cursor);
  await host.command('research-handbook:insert-time-progress');
}

afterEach(async () => {
  await host.close();
});

describe('the form', () => {
  beforeEach(() => open('', { line: 0, ch: 0 }));

  it('shows the block as it will look, and to the letter', async () => {
    expect(host.$$('.modal [role=progressbar]')).toHaveLength(5);
    expect(host.text('.modal .rh-preview code')).toBe('```time-progress\n```');
    await host.click('.modal input[value=ring]');
    expect(host.$('.modal .rh-time-progress').dataset['style']).toBe('ring');
    await host.click(host.$$('.modal .rh-chip')[0] ?? '');
    await host.click(host.$$('.modal .rh-chip')[5] ?? '');
    await host.fill('#rh-progress-spans', 'CVPR 2027: 2026-11-17');
    expect(host.$$('.modal .rh-tp-name').map((el) => el.textContent)).toEqual([
      '本周',
      '本月',
      '本季度',
      '今年',
      '秋季学期',
      'CVPR 2027',
    ]);
    await host.click('.modal .mod-cta');
    expect(editor().getValue()).toBe(
      '```time-progress\nstyle: ring\nperiods:\n  - week\n  - month\n  - quarter\n  - year\nspans:\n  - 秋季学期\n  - name: CVPR 2027\n    to: 2026-11-17\n```\n',
    );
    expect(host.$$('.modal')).toEqual([]);
  });

  it.each([
    ['#rh-progress-spans', 'CVPR: soon', '「CVPR: soon」无法识别。请写成名称、冒号、日期，例如 2027-01-15。'],
    ['#rh-progress-spans', '学期: 2027-01-15..2026-09-07', '「学期」的结束早于开始。'],
    ['#rh-progress-goal', 'many', '写 1 到 10080 之间的整数分钟。'],
    ['#rh-progress-goal', '0.5', '写 1 到 10080 之间的整数分钟。'],
  ])('says beside %s what is wrong with %j, and waits', async (field, text, message) => {
    await host.fill(field, text);
    expect(host.text('.modal [data-invalid] [role=alert]')).toBe(message);
    for (const button of host.$$<HTMLButtonElement>('.modal-button-container button').slice(1)) {
      expect(button.disabled).toBe(true);
    }
    await host.click('.modal .mod-cta');
    expect(editor().getValue()).toBe('');
    await host.fill(field, '');
    expect(host.$$('.modal [data-invalid]')).toEqual([]);
    expect(host.$<HTMLButtonElement>('.modal .mod-cta').disabled).toBe(false);
  });

  it('asks for something to draw', async () => {
    for (const chip of host.$$('.modal .rh-chip').slice(0, 5)) await host.click(chip);
    expect(host.$<HTMLButtonElement>('.modal .mod-cta').disabled).toBe(true);
    expect(host.text('.modal .rh-empty')).toContain('没有可画的行');
  });

  it('writes the table as text', async () => {
    await host.click(host.$$('.modal-button-container button')[1] ?? '');
    const lines = editor().getValue().split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '| 周期 | 已过去 | 总间隔 | 进度条 | 百分比 | 当前时间 |',
      '| --- | --: | --: | --- | --: | --- |',
      '| 今天 | 16 小时 | 24 小时 | █████████████░░░░░░░ | 68% | 11 月 5 日 周四 |',
    ]);
    expect(lines.slice(7)).toEqual(['', '截至 2026-11-05 16:24', '']);
  });

  it('leaves no timer when it is closed', async () => {
    const open = host.clock.timers();
    await host.click(host.$$('.modal-button-container button')[0] ?? '');
    expect(host.clock.timers()).toBe(open - 1);
    expect(editor().getValue()).toBe('');
  });
});

describe('what is inserted', () => {
  it.each([
    ['one\ntwo', { line: 0, ch: 3 }, 'one\n\n```time-progress\n```\n\ntwo'],
    ['one\n\ntwo', { line: 1, ch: 0 }, 'one\n\n```time-progress\n```\n\ntwo'],
    ['one two', { line: 0, ch: 3 }, 'one\n\n```time-progress\n```\n\n two'],
  ])('stands apart from the text around it: %j', async (text, cursor, expected) => {
    await open(text, cursor, 'en');
    await host.click('.modal .mod-cta');
    expect(editor().getValue()).toBe(expected);
  });

  it('is text in a table, however hostile a name is', async () => {
    await open('', { line: 0, ch: 0 }, 'en');
    await host.fill('#rh-progress-spans', 'a | **b** `c` <img src=x> [[d]]: 2026-11-17');
    await host.click(host.$$('.modal-button-container button')[1] ?? '');
    const row = editor().getValue().split('\n')[7] ?? '';
    expect(row).toContain('a \\| \\*\\*b\\*\\* \\`c\\` \\<img src\\=x\\> \\[\\[d\\]\\]');
  });
});
