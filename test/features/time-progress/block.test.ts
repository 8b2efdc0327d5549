import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';

let host: Host;
afterEach(async () => {
  await host.close();
});

const block = (options = ''): string => `# 主页\n\n\`\`\`time-progress\n${options}\n\`\`\`\n`;
const MINUTE = 60_000;

async function open(options = '', more: Partial<Parameters<typeof openHost>[0]> = {}): Promise<void> {
  host = await openHost({
    plugin: true,
    now: '2026-11-05T16:24:00',
    language: 'zh',
    ...more,
    files: { '主页.md': block(options), ...more.files },
  });
  await host.open('主页.md', 'preview');
}

/** What a row says, column by column. */
function rows(): string[] {
  return host
    .$$('.rh-tp-row')
    .map((row) =>
      [...row.children].map((cell) => (cell.matches('.rh-tp-bar') ? '=' : (cell.textContent ?? ''))).join(' | '),
    );
}

const bars = () => host.$$('[role=progressbar]');
const value = (name: string) => bars().map((bar) => bar.getAttribute(name));

describe('an empty block', () => {
  it('draws the lab’s table in Chinese', async () => {
    await open();
    expect(host.text('.rh-tp-head')).toBe('周期已过去总间隔进度条百分比当前时间');
    expect(rows()).toEqual([
      '今天 | 16 小时24 小时 | = | 68% | 11 月 5 日 周四',
      '本周 | 3 天7 天 | = | 52% | 2026-W45',
      '本月 | 4 天30 天 | = | 15% | 2026 年 11 月',
      '本季度 | 35 天92 天 | = | 38% | 第 4 季度',
      '今年 | 308 天365 天 | = | 84% | 2026 年',
    ]);
    expect(host.$('.rh-time-progress').lang).toBe('zh-CN');
  });

  it('draws it in English', async () => {
    await open('', { language: 'en' });
    expect(rows()).toEqual([
      'Today | 16 h24 h | = | 68% | Thu 5 Nov',
      'Week | 3 days7 days | = | 52% | 2026-W45',
      'Month | 4 days30 days | = | 15% | November 2026',
      'Quarter | 35 days92 days | = | 38% | 2026-Q4',
      'Year | 308 days365 days | = | 84% | 2026',
    ]);
    expect(host.$('.rh-time-progress').lang).toBe('en');
  });

  it('keeps the contract of the page', async () => {
    await open();
    expect(value('data-period')).toEqual(['day', 'week', 'month', 'quarter', 'year']);
    expect(value('aria-valuenow')).toEqual(['68', '52', '15', '38', '84']);
    expect(value('aria-valuetext')[1]).toBe('52%，已过 3 天，共 7 天，2026-W45');
    expect(value('aria-label')[1]).toBe('本周：2026-11-02 至 2026-11-08');
    expect(value('aria-valuemin')).toEqual(Array(5).fill('0'));
    expect(value('aria-valuemax')).toEqual(Array(5).fill('100'));
  });

  it('works in live preview, several times in a note, under its other name, and writes nothing', async () => {
    host = await openHost({
      plugin: true,
      now: '2026-11-05T16:24:00',
      files: { 'a.md': `${block()}\n${block('style: ring')}\n\`\`\`rh-time-progress\n\`\`\`\n` },
    });
    for (const mode of ['preview', 'live'] as const) {
      await host.open('a.md', mode);
      expect(host.$$('.rh-time-progress')).toHaveLength(3);
    }
    expect(host.faults.writes).toEqual([]);
    expect(host.errors).toEqual([]);
  });
});

describe('live', () => {
  it('ticks when something visible changes, in place', async () => {
    await open('periods: [day]');
    const bar = bars()[0];
    await host.clock.advance(35 * MINUTE);
    expect(rows()).toEqual(['今天 | 16 小时24 小时 | = | 70% | 11 月 5 日 周四']);
    await host.clock.advance(MINUTE); // 17:00
    expect(rows()).toEqual(['今天 | 17 小时24 小时 | = | 70% | 11 月 5 日 周四']);
    expect(bars()[0]).toBe(bar);
  });

  it('begins anew at midnight, and at New Year, with the note open', async () => {
    await open('', { now: '2026-12-31T23:59:00' });
    expect(value('aria-valuenow')).toEqual(['99', '57', '99', '99', '99']);
    await host.clock.advance(MINUTE);
    expect(rows()).toEqual([
      '今天 | 0 小时24 小时 | = | 0% | 1 月 1 日 周五',
      '本周 | 4 天7 天 | = | 57% | 2026-W53',
      '本月 | 0 天31 天 | = | 0% | 2027 年 1 月',
      '本季度 | 0 天90 天 | = | 0% | 第 1 季度',
      '今年 | 0 天365 天 | = | 0% | 2027 年',
    ]);
  });

  it('is silent while the window is hidden, and catches up when it is shown', async () => {
    await open();
    const idle = host.clock.timers();
    host.setVisible(false);
    expect(host.clock.timers()).toBe(idle - 1);
    await host.clock.advance(120 * MINUTE);
    expect(value('aria-valuenow')[0]).toBe('68');
    host.setVisible(true);
    expect(value('aria-valuenow')[0]).toBe('76'); // 18.4 / 24
  });

  it('catches up after sleep at the first sign of life', async () => {
    await open();
    await host.clock.jump('2026-11-06T08:00:00');
    host.window.dispatchEvent(new host.window.Event('focus'));
    expect(rows()[0]).toBe('今天 | 8 小时24 小时 | = | 33% | 11 月 6 日 周五');
  });

  it('follows the student to another zone', async () => {
    const zone = process.env['TZ'];
    try {
      await open('periods: [day]\nspans:\n  - {name: CVPR, to: 2026-11-17 23:59 AoE}');
      expect(rows()[1]).toContain('11 月 18 日 11:59 截止');
      process.env['TZ'] = 'Asia/Shanghai';
      host.window.dispatchEvent(new host.window.Event('focus'));
      expect(rows()[0]).toBe('今天 | 0 小时24 小时 | = | 1% | 11 月 6 日 周五'); // 16:24 UTC is 00:24 there
      expect(rows()[1]).toContain('11 月 18 日 19:59 截止');
    } finally {
      process.env['TZ'] = zone;
    }
  });

  it('uses one timer for ten blocks', async () => {
    host = await openHost({
      plugin: true,
      now: '2026-11-05T16:24:00',
      files: { 'a.md': block().repeat(10), 'empty.md': '' },
    });
    await host.open('empty.md', 'preview');
    const before = host.clock.timers();
    await host.open('a.md', 'preview');
    expect(bars()).toHaveLength(50);
    expect(host.clock.timers()).toBe(before + 1);
    await host.open('empty.md', 'preview');
    expect(host.clock.timers()).toBe(before);
  });

  it('leaves nothing at unload', async () => {
    await open('spans:\n  - {note: "[[CVPR]]", to: due}\ngoal: {minutes: 60}', {
      files: { 'CVPR.md': '---\ndue: 2026-12-01\n---\n' },
    });
    const timers = host.clock.timers();
    await host.unload();
    const { listeners, codeBlocks, elements } = host.leftovers();
    expect({ listeners, codeBlocks, elements }).toEqual({ listeners: 0, codeBlocks: [], elements: [] });
    expect(host.clock.timers()).toBeLessThan(timers);
    expect(host.$$('[class*=rh-tp], .rh-time-progress')).toEqual([]);
    expect(host.text('pre > code')).toContain('note: "[[CVPR]]"'); // as it looks without the plugin
    await host.clock.advance(24 * 60 * MINUTE);
    expect(host.errors).toEqual([]);
  });
});

describe('spans of notes', () => {
  const span = 'periods: []\nspans:\n  - note: "[[CVPR 2027]]"\n    from: start\n    to: deadline\n    kind: deadline';
  const note = (deadline: string): string => `---\nstart: 2026-08-29\ndeadline: ${deadline}\n---\n`;

  it('takes the dates from the note’s properties, links to it and follows it', async () => {
    await open(span, { files: { '会议/CVPR 2027.md': note('2026-11-17') } });
    expect(rows()).toEqual(['CVPR 2027 | 还有 12 天 | = | 84% | 11 月 17 日截止']);
    expect(host.$('.rh-tp-name a').textContent).toBe('CVPR 2027');
    await host.external.write('会议/CVPR 2027.md', note('2026-11-20'));
    expect(rows()[0]).toContain('还有 15 天');
    await host.click('.rh-tp-name a');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('会议/CVPR 2027.md');
  });

  it('finds and opens a note whose name holds what a link reads as a heading, and follows it', async () => {
    const files = { 'Courses/C# course.md': note('2026-11-17') };
    await open(span.replace('CVPR 2027', 'C# course'), { files });
    expect(rows()).toEqual(['C# course | 还有 12 天 | = | 84% | 11 月 17 日截止']);
    await host.external.write('Courses/C# course.md', note('2026-11-20'));
    expect(rows()[0]).toContain('还有 15 天');
    const before = await host.paths();
    await host.click('.rh-tp-name a');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('Courses/C# course.md');
    expect(await host.paths()).toEqual(before); // no “C” was made
  });

  it('finds a note whose name is composed otherwise, and never offers what is asked for as another', async () => {
    const files = { ['Été.md'.normalize('NFC')]: note('2026-11-17') };
    await open(span.replace('CVPR 2027', 'Été'.normalize('NFD')), { files });
    expect(rows()[0]).toContain('还有 12 天');
    await host.close();
    await open(span.replace('CVPR 2027', 'D# course'), { files: { 'C# course.md': note('2026-11-17') } });
    expect(host.text('.rh-error')).toContain('找不到笔记 D# course');
    expect(host.text('.rh-error')).toContain('是不是想写 C# course');
  });

  it('follows the note through a rename, a move and its end, and heeds no other note', async () => {
    await open(span, { files: { '会议/CVPR 2027.md': note('2026-11-17'), '别的.md': '' } });
    const row = host.$('.rh-tp-row');
    await host.external.write('别的.md', '---\ndeadline: 2030-01-01\n---\n');
    const file = host.app.vault.getFileByPath('会议/CVPR 2027.md');
    if (!file) throw new Error('no note');
    await host.run(host.app.fileManager.renameFile(file, 'CVPR 2027.md'));
    await host.settle();
    expect(rows()).toEqual(['CVPR 2027 | 还有 12 天 | = | 84% | 11 月 17 日截止']);
    expect(host.$('.rh-tp-row')).toBe(row);
    await host.external.remove('CVPR 2027.md');
    expect(host.text('.rh-error-cause')).toBe('找不到笔记 CVPR 2027');
  });

  it('waits for the app to have read the vault, and only then misses a note', async () => {
    host = await openHost({
      plugin: true,
      cache: 'late',
      now: '2026-11-05T16:24:00',
      language: 'zh',
      files: { '主页.md': block(span), 'CVPR 2027.md': note('2026-11-17') },
    });
    await expect(host.open('主页.md', 'preview')).rejects.toThrow('waits'); // so does a PDF
    expect(host.text('.rh-tp-row')).toContain('正在读取笔记');
    expect(host.$$('.rh-error')).toEqual([]);
    await host.settleCache();
    await host.settle();
    expect(rows()).toEqual(['CVPR 2027 | 还有 12 天 | = | 84% | 11 月 17 日截止']);
  });

  it('says which note or property is missing, and mends itself', async () => {
    await open(span, { files: { 'CVPR 2026.md': '' } });
    expect(host.text('.rh-error-cause')).toBe('找不到笔记 CVPR 2027');
    expect(host.text('.rh-error-tip')).toContain('是不是想写 CVPR 2026？');
    await host.external.write('CVPR 2027.md', '---\nstart: 2026-08-29\ndedline: 2026-11-17\n---\n');
    expect(host.text('.rh-error-cause')).toBe('这篇笔记没有属性 deadline');
    expect(host.text('.rh-error-tip')).toContain('是不是想写 dedline？');
    await host.external.write('CVPR 2027.md', note('2026-11-17'));
    expect(host.$$('.rh-error')).toEqual([]);
    expect(rows()).toHaveLength(1);
  });
});

describe('a link to what is no note', () => {
  it.each(['paper.pdf', 'plot.png', 'group.base', 'map.canvas'])('is told, not waited for: %s', async (name) => {
    await open(`periods: [day]\nspans:\n  - note: "[[${name}]]"\n    to: deadline`, { files: { [name]: '{}' } });
    expect(host.$$('.rh-error-cause').map((el) => el.textContent)).toEqual([`第 3 行的 ${name} 不是笔记`]);
    expect(rows()[0]).toContain('今天');
  });

  it('is no empty note: that has no property', async () => {
    await open('spans:\n  - note: "[[CVPR 2027]]"\n    to: deadline', { files: { 'CVPR 2027.md': '' } });
    expect(host.text('.rh-error-cause')).toBe('这篇笔记没有属性 deadline');
  });
});

describe('countdowns', () => {
  it('count in working days, again each week, and up from a day', async () => {
    const spans = [
      '- {name: 初稿, to: 2026-11-20, unit: workdays}',
      '- {name: 组会, to: 2026-09-11 14:00, repeat: week}',
      '- {name: 进组, from: 2025-09-01, unit: weeks}',
    ];
    await open(`periods: []\nspans:\n${spans.map((one) => `  ${one}\n`).join('')}`, {
      data: { holidays: '2026-11-10' },
    });
    expect(rows()).toEqual([
      '初稿 | 还有 10 个工作日 | = | 84% | 11 月 20 日截止', // the 6th, a week without the 10th, and five days
      '组会 | 还有 21 小时 | = | 87% | 11 月 6 日 14:00 截止',
      '进组 | 已有 61 周 | = | — | 自 2025 年 9 月 1 日起',
    ]);
    expect(bars()[2]?.getAttribute('aria-valuetext')).toBe('已有 61 周，自 2025 年 9 月 1 日起');
    await host.clock.advance(24 * 60 * MINUTE); // Friday, 16:24
    expect(rows()[1]).toContain('11 月 13 日 14:00 截止');
  });
});

describe('errors', () => {
  it('stand in the row they concern, with line, culprit and what to write', async () => {
    await open('periods: [day, wek]\nspans:\n  - name: 秋季学期\n    from: 2026-12-20\n    to: 2026-08-17');
    expect(rows()[0]).toContain('今天');
    expect(host.$$('.rh-error-cause').map((el) => el.textContent)).toEqual([
      '第 1 行的 periods 不能是 wek',
      '秋季学期 的结束早于开始',
    ]);
    expect(host.$$('.rh-culprit').map((el) => el.textContent)).toEqual(['wek', '2026-12-20', '2026-08-17']);
    expect(host.$$('.rh-error-tip').map((el) => el.textContent)).toEqual([
      '是不是想写 week？可用的有：day、week、month、quarter、year。',
      '两个日期好像写反了：把第 4 行和第 5 行的互换。',
    ]);
    expect(host.$$('.rh-error .rh-line').map((el) => el.textContent)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('a block that is no YAML says so, and draws nothing else', async () => {
    await open('style: bars\nperiods: [day', { language: 'en' });
    expect(host.text('.rh-error-cause')).toMatch(/^The options cannot be read on line \d$/);
    expect(host.$$('.rh-tp-row')).toEqual([]);
  });

  it('takes hostile text for text', async () => {
    const hostile = '<img src=x onerror="document.title=1"> `**[[x]]';
    await open(
      `periods: []\nspans:\n  - name: '${hostile}'\n    to: 2027-01-01\n  - '${hostile}'\nstyle: '${hostile}'`,
    );
    expect(host.text('.rh-tp-name')).toBe(hostile);
    expect(host.$$('.rh-tp-rows img, .rh-error img, .rh-time-progress a')).toEqual([]);
    expect(host.document.title).toBe('');
    expect(host.errors).toEqual([]);
  });

  it('says why there is nothing', async () => {
    await open('periods: []');
    expect(host.text('.rh-empty')).toContain('没有可画的行');
  });
});

describe('settings and the reading log', () => {
  const source = (minutes: number): string =>
    `---\ntype: source\ntitle: ResNet\nkind: paper\n---\n\n## 阅读日志\n\n- 2026-11-03 推导 [min:: ${String(minutes)}]\n`;

  it('names spans from the settings, and follows them', async () => {
    await open('periods: []\nspans: all', { data: { spans: '秋季学期: 2026-08-17..2026-12-20' } });
    expect(rows()).toEqual(['秋季学期 | 第 12 周18 周 | = | 64% | 12 月 20 日结束']);
  });

  it('draws a span that the settings come to name, and says again what is wrong once they do not', async () => {
    await open('periods: []\nspans: [秋季学期]', { data: { spans: '' } });
    const spans = async (value: string): Promise<void> => {
      const data = JSON.stringify({ settingsVersion: 1, spans: value });
      await host.external.write('.obsidian/plugins/research-handbook/data.json', data);
      const plugin = host.plugin as unknown as { onExternalSettingsChange(): Promise<void> };
      await host.run(() => plugin.onExternalSettingsChange());
    };
    expect(host.text('.rh-error-cause')).toBe('没有叫 秋季学期 的学期或截止日期');
    await spans('秋季学期: 2026-08-17..2026-12-20');
    expect(host.$$('.rh-error')).toEqual([]);
    expect(rows()).toEqual(['秋季学期 | 第 12 周18 周 | = | 64% | 12 月 20 日结束']);
    await spans('');
    expect(host.$$('.rh-error')).toHaveLength(1);
    expect(rows()).toHaveLength(1);
  });

  it('shows the week’s reading against the goal, and follows the log', async () => {
    await open('periods: []\ngoal: reading', {
      data: { weeklyGoalMinutes: 300 },
      files: { '文献/resnet.md': source(95) },
    });
    expect(rows()).toEqual(['阅读目标 | 1 小时 35 分5 小时 | = | 31% | 落后 1 小时 5 分']);
    await host.external.write('文献/resnet.md', source(300));
    expect(rows()).toEqual(['阅读目标 | 5 小时5 小时 | = | 100% | 达到目标']);
  });

  it('begins the week where the setting says, its name still that of the ISO week', async () => {
    await open('periods: [week]', { data: { weekStart: 'sunday' }, now: '2026-11-08T12:00:00' });
    expect(rows()).toEqual(['本周 | 0 天7 天 | = | 7% | 2026-W45']);
  });
});

describe('for scripts', () => {
  it('draws into any element, until its owner unloads', async () => {
    await open();
    const el = host.document.createElement('div');
    host.document.body.append(el);
    const api = (host.plugin as unknown as { api: { renderTimeProgress(el: HTMLElement, options?: object): void } })
      .api;
    api.renderTimeProgress(el, { periods: ['year'], style: 'bars', language: 'en' });
    expect(el.querySelector('.rh-tp-row')?.textContent).toContain('Year');
    api.renderTimeProgress(el, { style: 'tabel' });
    expect(el.querySelectorAll('.rh-time-progress')).toHaveLength(2); // one a call
    expect(el.querySelector('.rh-error-tip')?.textContent).toContain('table');
    el.remove();
  });
});
