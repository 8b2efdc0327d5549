import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';
import { DAY, LOG, logged, source } from './vault';

let host: Host;
afterEach(() => host.close());

const PATH = '周报/2026-W32.md';
const LAST = '周报/2026-W31.md';

const open = async (files: Record<string, string>, data: Record<string, unknown> = {}): Promise<void> => {
  host = await openHost({ plugin: true, files, now: DAY, language: 'zh', data: { contentLanguage: 'zh', ...data } });
};
const command = (id: string): Promise<unknown> => host.command(`research-handbook:${id}`);
const weekly = async (flags: Record<string, string> = {}): Promise<Record<string, unknown>> =>
  JSON.parse(await host.cli('research-handbook:weekly', { format: 'json', ...flags })) as Record<string, unknown>;
const missing = async (): Promise<unknown> =>
  (JSON.parse(await host.cli('research-handbook:missing', { format: 'json' })) as { weeks: unknown }).weeks;
const button = (text: string): HTMLElement => {
  const found = host.$$('.modal button, .modal-button-container button').find((one) => one.textContent === text);
  if (found === undefined) throw new Error(`no button ${text}`);
  return found;
};
const block = (text: string, name: string): string =>
  new RegExp(`%% rh:begin ${name} \\w{6} %%\\n([^]*?)\\n?%% rh:end ${name} %%`).exec(text)?.[1]?.trim() ??
  'no such block';
const report = (week: string, body = '', status = 'sent'): string =>
  `---\ntype: weekly-report\nweek: ${week}\nstatus: ${status}\n---\n\n${body}`;

describe('creating', () => {
  it('makes last week’s report from last week’s entries', async () => {
    await open(LOG);
    await command('create-last-weekly-report');
    expect(host.app.workspace.getActiveFile()?.path).toBe(LAST);
    expect(block(host.read(LAST), 'reading')).toContain('1 次 · 40 分钟');
  });

  it('opens an existing one without a word while it is up to date, and offers a refresh once it is not', async () => {
    await open(LOG);
    await command('create-weekly-report');
    await command('create-weekly-report');
    expect(host.$$('.modal')).toEqual([]);
    await host.external.write('文献/mae.md', `${LOG['文献/mae.md'] ?? ''}- 2026-08-06 复述 [min:: 10]\n`);
    const before = host.read(PATH);
    await command('create-weekly-report');
    expect(host.read(PATH)).toBe(before);
    await host.click('.modal .mod-cta');
    expect(block(host.read(PATH), 'reading')).toContain('Masked Autoencoders]] · 2 次 · 35 分钟');
  });

  it('puts the report into a note of the student’s only when told to, below what they wrote', async () => {
    const periodic = '---\ntags: [weekly] # 我的\n---\n\n# 我的周记\n';
    await open({ ...LOG, [PATH]: periodic });
    await command('create-weekly-report');
    expect(host.text('.modal')).toContain(PATH);
    await host.press('Escape');
    expect(host.read(PATH)).toBe(periodic);
    await command('create-weekly-report');
    await host.click('.modal .mod-cta');
    const text = host.read(PATH);
    expect(text).toContain('tags: [weekly] # 我的\n');
    expect(text).toContain('type: weekly-report\n');
    expect(text.indexOf('# 我的周记')).toBeLessThan(text.indexOf('rh:begin'));
    expect(await weekly({ refresh: 'true' })).toMatchObject({
      path: PATH,
      created: false,
      blocks: { reading: 'unchanged' },
    });
  });

  it('leaves a note alone that uses the properties for something else, even when told', async () => {
    const note = '---\ntype: diary\n---\n\n我的\n';
    await open({ ...LOG, [PATH]: note });
    await command('create-weekly-report');
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read(PATH)).toBe(note);
    expect(host.notices().join()).toContain(PATH);
    expect(host.faults.writes).toEqual([]); // no table of reports beside a report that is none
  });
});

describe('a table of all reports', () => {
  it('comes with the first report, and never again', async () => {
    await open(LOG);
    await weekly();
    const base = host.read('周报/全部周报.base');
    expect(base).toContain('type == "weekly-report"');
    for (const column of ['author', 'week', 'status']) expect(base).toMatch(new RegExp(`- ${column}\\n`));
    await host.external.remove('周报/全部周报.base');
    await weekly({ week: '2026-W31' });
    expect(host.exists('周报/全部周报.base')).toBe(false);
  });

  it('never replaces one that is there', async () => {
    await open({ ...LOG, '周报/全部周报.base': 'views: []\n' });
    await weekly();
    expect(host.read('周报/全部周报.base')).toBe('views: []\n');
  });
});

describe('what is carried over', () => {
  const earlier = [
    '## 下周计划\n',
    '- [x] 读完 ResNet',
    '- [ ] 复现表 2',
    '  - 服务器排队',
    '- [ ] \n',
    '## 导师反馈\n',
    '- [ ] 补消融',
    '- [x] 已经改好\n',
  ].join('\n');

  it('is the plan of the latest earlier report, and feedback until it is ticked in its place', async () => {
    await open({ ...LOG, '周报/2026-W30.md': report('2026-W30', earlier) });
    await weekly();
    expect(block(host.read(PATH), 'plan-review')).toBe(
      [
        '### 上周计划回顾\n',
        '- ✓ 读完 ResNet · [[2026-W30#下周计划|2026-W30]]',
        '- ○ 复现表 2（服务器排队） · [[2026-W30#下周计划|2026-W30]]',
        '- 导师：补消融 · [[2026-W30#导师反馈|2026-W30]]',
      ].join('\n'),
    );
    await host.external.write(
      '周报/2026-W30.md',
      report('2026-W30', earlier.replace(/- \[ \] (补消融|复现表 2)/g, '- [x] $1')),
    );
    expect(await weekly({ refresh: 'true' })).toMatchObject({ blocks: { 'plan-review': 'refreshed' } });
    expect(block(host.read(PATH), 'plan-review')).toBe(
      '### 上周计划回顾\n\n- ✓ 读完 ResNet · [[2026-W30#下周计划|2026-W30]]\n- ✓ 复现表 2 · [[2026-W30#下周计划|2026-W30]]',
    );
  });

  it('comes from one’s own reports where several students share a vault', async () => {
    const mine = report('2026-W30', earlier).replace('status', 'author: 李雷\nstatus');
    const theirs = report('2026-W31', '## 下周计划\n\n- [ ] 别人的计划\n').replace('status', 'author: 韩梅梅\nstatus');
    await open({ ...LOG, 'a/mine.md': mine, 'a/theirs.md': theirs }, { reportAuthor: '李雷' });
    await weekly();
    expect(host.read(PATH)).toContain('读完 ResNet');
    expect(host.read(PATH)).not.toContain('别人的计划');
  });

  it('is still told in a week without an entry', async () => {
    await open({ '周报/2026-W31.md': report('2026-W31', earlier) });
    await weekly();
    expect(block(host.read(PATH), 'plan-review')).toContain('✓ 读完 ResNet');
    expect(block(host.read(PATH), 'reading')).toContain('本周没有阅读记录。');
  });
});

describe('completed tasks', () => {
  const tasks = {
    '实验/日志.md': '- [x] 跑通 baseline ✅ 2026-08-04\n- [x] 上周的 ✅ 2026-08-02\n- [ ] 没做完\n',
    '别处.md': '- [x] 带标签 #研究 [completion:: 2026-08-05]\n- [x] 私事 ✅ 2026-08-05\n',
  };

  it('come only from folders or a tag that were chosen', async () => {
    await open({ ...LOG, ...tasks });
    await weekly();
    expect(block(host.read(PATH), 'done')).toMatch(/^%% .* %%$/); // where to choose them, and no task
  });

  it('come with their dates and places', async () => {
    await open({ ...LOG, ...tasks }, { taskFolders: '实验/', taskTag: '研究' });
    await weekly();
    expect(block(host.read(PATH), 'done')).toBe(
      '### 本周完成\n\n- 跑通 baseline · [[日志]]\n- 带标签 #研究 · [[别处]]',
    );
  });
});

it('takes a completed task from a callout, where no other task makes its note one with tasks', async () => {
  const note = '> [!todo] 本周\n> - [x] 读完附录 ✅ 2026-08-05\n';
  await open({ ...LOG, '实验/清单.md': note }, { taskFolders: '实验' });
  await weekly();
  expect(block(host.read(PATH), 'done')).toBe('### 本周完成\n\n- 读完附录 · [[清单]]');
});

it('says which note could not be read for its tasks, and takes them in once it can be', async () => {
  const files = { ...LOG, '实验/云端.md': '- [x] 读完附录 ✅ 2026-08-05\n', '别处.md': '- [x] 私事 ✅ 2026-08-05\n' };
  await open(files, { taskFolders: '实验' });
  host.faults.plan({ failRead: ['实验/云端.md', '别处.md'] });
  const said = await host.cli('research-handbook:weekly', {});
  expect(said).toContain('实验/云端.md 无法读取');
  expect(said).not.toContain('别处');
  expect(block(host.read(PATH), 'done')).not.toContain('读完附录');
  host.faults.plan({});
  await host.external.write('实验/云端.md', '- [x] 读完附录 ✅ 2026-08-05\n- [ ] 再读\n');
  expect(await host.cli('research-handbook:weekly', { refresh: 'true' })).not.toContain('无法读取');
  expect(block(host.read(PATH), 'done')).toContain('- 读完附录 · [[云端]]');
});

describe('the third reading', () => {
  const log = ['2026-07-01', '2026-07-08', '2026-08-04'].map((date) => logged(date, '读'));

  it('is mentioned until a limitation or an idea stands in the source', async () => {
    await open({ '文献/a.md': source('A', log) });
    await weekly();
    expect(block(host.read(PATH), 'reading')).toContain('读了 3 次');
    await host.external.write('文献/a.md', `${source('A', log)}\n## 局限与想法\n\n小物体漏检。\n`);
    await weekly({ refresh: 'true' });
    expect(block(host.read(PATH), 'reading')).not.toContain('读了 3 次');
  });
});

describe('choosing a week', () => {
  it('shows weeks with state and what was logged, this week first, and opens or creates', async () => {
    await open({ ...LOG, [LAST]: report('2026-W31'), '周报/2026-W30.md': report('2026-W30', '', 'reviewed') });
    await command('choose-weekly-report');
    const rows = host.$$('.rh-week-choice').map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));
    expect(rows[0]).toBe('2026-W32 | 本周 · 8 月 3–9 日 | 3 次 · 2 小时 | 未写');
    expect(rows.find((row) => row.startsWith('2026-W30'))).toMatch(/ \| 已批阅$/); // as on the home page
    expect(rows[1]).toBe('2026-W31 | 上周 · 7 月 27 日–8 月 2 日 | 1 次 · 40 分钟 | 已发送');
    await host.fill('.prompt-input', 'w31 已发送');
    await host.press('Enter');
    expect(host.app.workspace.getActiveFile()?.path).toBe(LAST);
    expect(host.faults.writes).toEqual([]);
  });
});

describe('a week that is typed', () => {
  it.each([
    ['2026-07-28', '2026-W31'],
    ['7月28日', '2026-W31'],
    ['7-28', '2026-W31'],
    ['第31周', '2026-W31'],
    ['上周', '2026-W31'],
    ['w29', '2026-W29'], // before any that is listed
  ])('%s is the one row there is', async (query, week) => {
    await open(LOG);
    await command('choose-weekly-report');
    await host.fill('.prompt-input', query);
    expect(host.$$('.rh-week-choice .rh-strong').map((row) => row.textContent)).toEqual([week]);
    await host.press('Enter');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe(`周报/${week}.md`);
  });

  it('opens no other where there is no such week', async () => {
    await open(LOG);
    await command('choose-weekly-report');
    await host.fill('.prompt-input', '2026-02-30');
    expect(host.$$('.rh-week-choice')).toEqual([]);
    await host.press('Enter');
    expect(host.faults.writes).toEqual([]);
  });
});

describe('missing reports', () => {
  it('are none before a week is over, and that is not praised', async () => {
    await open({ '文献/a.md': source('A', [logged('2026-08-04', '第一天')]) });
    expect(await host.cli('research-handbook:missing', {})).toContain('这一周还没过完');
    await command('list-missing-reports');
    expect(host.text('.modal .rh-lead')).toContain('这一周还没过完');
  });

  const files = {
    '文献/a.md': source('A', [
      logged('2026-07-01', '第一天', { min: 30 }),
      logged('2026-07-14', 'x'),
      logged('2026-08-04', 'y'),
    ]),
    '周报/2026-W28.md': report('2026-W28'),
  };

  it('are every week since the first entry, days off aside', async () => {
    // 2026-07-01 lies in W27; W30 is 20 to 26 July.
    await open(files, { holidays: '2026-07-20..2026-07-24' });
    expect(await missing()).toEqual(['2026-W27', '2026-W29', '2026-W31']);
    expect(await host.cli('research-handbook:missing', {})).toMatch(/2026-W27.*1 次 · 30 分钟/);
    expect(host.faults.writes).toEqual([]);
  });

  it('are made from their own week by one click, and opened by the next', async () => {
    await open(files);
    await command('list-missing-reports');
    const rows = host.$$('.rh-missing-weeks [data-week]').map((row) => row.dataset['week']);
    expect(rows).toEqual(['2026-W31', '2026-W30', '2026-W29', '2026-W27']);
    await host.click('.rh-missing-weeks [data-week="2026-W27"] button');
    expect(block(host.read('周报/2026-W27.md'), 'reading')).toContain('1 次 · 30 分钟\n  - 第一天');
    expect(await missing()).toEqual(['2026-W29', '2026-W30', '2026-W31']);
    await host.click('.rh-missing-weeks [data-week="2026-W27"] button');
    expect(host.app.workspace.getActiveFile()?.path).toBe('周报/2026-W27.md');
    expect(host.$$('.modal')).toEqual([]);
  });

  it('are counted down as they are made', async () => {
    await open({ ...files, [LAST]: report('2026-W31'), '周报/2026-W30.md': report('2026-W30') });
    await command('list-missing-reports');
    expect(host.text('.modal .rh-lead')).toMatch(/^有 2 周还没有周报。/);
    await host.click('.rh-missing-weeks [data-week="2026-W27"] button');
    expect(host.text('.modal .rh-lead')).toMatch(/^有 1 周还没有周报。/);
    await host.click('.rh-missing-weeks [data-week="2026-W29"] button');
    expect(host.text('.modal .rh-lead')).toBe('每一周都有周报。');
  });

  it('may be none', async () => {
    const past = Object.fromEntries(['2026-W29', '2026-W30'].map((week) => [`周报/${week}.md`, report(week)]));
    await open({ ...files, ...past, [LAST]: report('2026-W31'), '周报/2026-W27.md': report('2026-W27') });
    expect(await missing()).toEqual([]);
    expect(await host.cli('research-handbook:missing', {})).toBe('每一周都有周报。');
    await command('list-missing-reports');
    expect(host.text('.modal')).toContain('每一周都有周报。');
  });

  it('are not said to be written where nothing was ever logged', async () => {
    await open({});
    expect(await missing()).toEqual([]);
    const said = '还没有阅读记录；从第一条记录的那一周起，漏写的周报会列在这里。';
    expect(await host.cli('research-handbook:missing', {})).toBe(said);
    await command('list-missing-reports');
    expect(host.text('.modal .rh-lead')).toBe(said);
  });
});

describe('refreshing by hand', () => {
  it('makes no report where there is none, and says so', async () => {
    await open(LOG);
    await command('refresh-weekly-report');
    expect(host.notices()).toEqual(['本周还没有周报，请先新建。']);
    expect(host.faults.writes).toEqual([]);
  });

  it('makes none either where the report went while it was asked about', async () => {
    await open(LOG);
    await weekly();
    await host.external.write('文献/mae.md', `${LOG['文献/mae.md'] ?? ''}- 2026-08-06 复述 [min:: 10]\n`);
    await command('create-weekly-report');
    await host.external.remove(PATH);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.exists(PATH)).toBe(false);
    expect(host.notices().join()).toContain(PATH);
  });

  const edit = async (): Promise<string> => {
    await weekly();
    const edited = host.read(PATH).replace('看图表', '看图表，图 3 很关键');
    await host.external.write(PATH, edited);
    await host.external.write('文献/resnet.md', `${LOG['文献/resnet.md'] ?? ''}- 2026-08-06 复述 [min:: 10]\n`);
    return edited;
  };

  it('shows an edited part beside its new text, and replaces it only when chosen', async () => {
    await open(LOG);
    const edited = await edit();
    await command('refresh-weekly-report');
    expect(host.text('[data-side="mine"]')).toContain('图 3 很关键');
    expect(host.text('[data-side="theirs"]')).toContain('3 次 · 1 小时 45 分');
    expect(host.text('.rh-hunk-where')).toMatch(/^本周阅读 · 第 \d+ 行/);
    expect(host.text('.rh-hunk')).not.toMatch(/\[\[|resnet\|/);
    expect(host.$$('.rh-hunk-going [role="listitem"]').map((line) => line.textContent)).toEqual([
      'Deep Residual Learning · 2 次 · 1 小时 35 分 · 第 2 遍',
      expect.stringMatching(/^读了 3 次.*[^%]$/),
      '看图表，图 3 很关键',
    ]);
    await host.click('.modal .mod-cta'); // mine is chosen at first
    expect(block(host.read(PATH), 'reading')).toBe(block(edited, 'reading'));
    await command('refresh-weekly-report');
    await host.click('[data-side="theirs"] input');
    await host.click('.modal .mod-cta');
    expect(host.read(PATH)).not.toContain('图 3 很关键');
    expect(block(host.read(PATH), 'reading')).toContain('3 次 · 1 小时 45 分');
  });

  it('names the place of an edited part as it is after the refresh that shows it', async () => {
    await open({ ...LOG, '周报/2026-W30.md': report('2026-W30', '## 下周计划\n\n- [ ] 读完\n') });
    await edit();
    // The plan's block above grows by two lines in the same refresh.
    const grown = report('2026-W30', '## 下周计划\n\n- [ ] 读完\n- [ ] 复现\n- [ ] 整理\n');
    await host.external.write('周报/2026-W30.md', grown);
    await command('refresh-weekly-report');
    const lines = host.read(PATH).split('\n');
    expect(lines.join()).toContain('整理');
    const [, at] = /第 (\d+) 行/.exec(host.text('.rh-hunk-where') ?? '') ?? [];
    expect(lines[Number(at) - 1]).toMatch(/^%% rh:begin reading /);
  });

  it('keeps what was edited again while the choice was open', async () => {
    await open(LOG);
    await edit();
    await command('refresh-weekly-report');
    await host.external.write(PATH, host.read(PATH).replace('图 3 很关键', '图 3 和图 4 很关键'));
    await host.click('[data-side="theirs"] input');
    await host.click('.modal .mod-cta');
    expect(host.read(PATH)).toContain('图 3 和图 4 很关键');
    expect(host.notices().join()).toContain('刚才又改过');
  });

  it('offers to repair damaged markers, and keeps every line of the student’s', async () => {
    await open(LOG);
    await weekly();
    const damaged = host
      .read(PATH)
      .replace('%% rh:end reading %%\n', '')
      .replace('## 实验\n', '## 实验\n\n我的实验。\n');
    await host.external.write(PATH, damaged);
    await command('refresh-weekly-report');
    expect(host.text('.modal')).toMatch(/第 \d+ 行：有开头没有结尾（本周阅读）/);
    expect(host.read(PATH)).toBe(damaged);
    await host.click('.modal .mod-cta');
    expect(host.read(PATH)).toContain('%% rh:end reading %%');
    expect(host.read(PATH)).toContain('我的实验。');
    expect(await weekly({ refresh: 'true' })).toMatchObject({ blocks: { reading: 'unchanged' } });
  });

  it('refreshes the report that is open, not this week’s', async () => {
    await open({ ...LOG });
    await weekly({ week: '2026-W31' });
    await host.external.write('文献/mae.md', `${LOG['文献/mae.md'] ?? ''}- 2026-07-30 补记 [min:: 5]\n`);
    await host.open(LAST, 'preview');
    await command('refresh-weekly-report');
    expect(block(host.read(LAST), 'reading')).toContain('补记');
    expect(host.exists(PATH)).toBe(false);
  });
});

describe('another student’s report', () => {
  it('is left alone by a refresh, and none of one’s own is made for it', async () => {
    const theirs = report('2026-W31').replace('status', 'author: 韩梅梅\nstatus');
    await open({ ...LOG, [LAST]: theirs }, { reportAuthor: '李雷' });
    await host.open(LAST, 'preview');
    await command('refresh-weekly-report');
    expect(host.notices().join()).toContain('韩梅梅');
    expect(host.faults.writes).toEqual([]);
  });
});

describe('copying', () => {
  it('puts what is shown on the clipboard, then asks whether it is sent and changes that one key', async () => {
    await open(LOG);
    await weekly();
    await host.external.write(
      PATH,
      host
        .read(PATH)
        .replace('status: draft', 'status: draft # 我的批注')
        .replace('## 实验\n', '## 实验\n\n- 不外传 [private:: true]\n- 学习率 0.1 发散\n'),
    );
    await host.open(PATH, 'preview');
    await command('copy-weekly-report');
    await host.click(button('复制'));
    const copied = await host.run(host.window.navigator.clipboard.readText());
    expect(copied).toContain(
      '- Deep Residual Learning · 2 次 · 1 小时 35 分 · 第 2 遍\n  - 推导 3.2 节\n  - 对照代码\n',
    );
    expect(copied).toContain('学习率 0.1 发散');
    expect(copied).not.toMatch(/不外传|%%|rh:|\[\[|status/);
    const before = host.read(PATH);
    await host.click(button('标为已发送'));
    expect(host.read(PATH).replace(/status: .*\n/, '')).toBe(before.replace(/status: .*\n/, ''));
    expect(host.read(PATH)).toMatch(/\nstatus: sent\b/);
    // A report that is sent is not asked about again.
    await command('copy-weekly-report');
    await host.click(button('复制'));
    expect(host.$$('.modal')).toEqual([]);
  });

  it('names what was written into a hint, since that is left out', async () => {
    await open(LOG);
    await command('create-weekly-report');
    expect(host.app.workspace.activeEditor?.editor?.getCursor().line).toBe(
      host
        .read(PATH)
        .split('\n')
        .findIndex((line) => line.startsWith('%% 每篇')) + 1,
    );
    await command('copy-weekly-report');
    expect(host.$$('.modal [role="alert"]')).toEqual([]);
    await host.press('Escape');
    await host.external.write(PATH, host.read(PATH).replace('自动带上。', '自动带上。先复现哪一篇？'));
    await command('copy-weekly-report');
    expect(host.text('.modal [role="alert"]')).toBe(
      '「先复现哪一篇？」写在提示（%% … %%）里，不会复制。要发给导师，请移到它的下面。',
    );
    expect(host.text('.rh-copy-preview code')).not.toContain('先复现哪一篇');
  });

  it('copies what was typed a moment ago', async () => {
    await open(LOG);
    await weekly();
    await host.open(PATH, 'live');
    host.app.workspace.activeEditor?.editor?.setValue(
      host.read(PATH).replace('## 实验\n', '## 实验\n\n刚刚才写的一句。\n'),
    );
    await command('copy-weekly-report');
    expect(host.$('.rh-copy-preview code').textContent).toContain('【实验】\n刚刚才写的一句。');
  });

  it('begins with week, days and the name from the settings, and leaves out what is empty or for the student alone', async () => {
    await open(
      { ...LOG, '周报/2026-W31.md': report('2026-W31', '## 下周计划\n\n- [x] 读完\n') },
      { reportAuthor: '李雷' },
    );
    await weekly();
    await host.open(PATH, 'preview');
    await command('copy-weekly-report');
    expect(host.$('.rh-copy-preview code').textContent).toBe(
      [
        '周报 2026-W32（8 月 3–9 日）李雷',
        '【上周计划回顾】',
        '✓ 读完',
        '【本周阅读】',
        '- Deep Residual Learning · 2 次 · 1 小时 35 分 · 第 2 遍',
        '  - 推导 3.2 节',
        '  - 对照代码',
        '- Masked Autoencoders · 1 次 · 25 分钟 · 第 1 遍',
        '  - 看图表',
        '【数字】',
        '本周 3 次，2 小时，2 篇；上周 40 分钟。',
      ].join('\n'),
    );
  });

  it('has the name from the settings where the report bears none, and keeps empty sections where a setting says so', async () => {
    const bare = report('2026-W32', '# 2026-W32\n\n## 实验\n\n## 问题与阻塞\n\n显存不够\n', 'draft');
    await open({ [PATH]: bare }, { reportAuthor: '李雷', reportKeepEmpty: true, contentLanguage: 'en' });
    await host.open(PATH, 'preview');
    await command('copy-weekly-report');
    expect(host.$('.rh-copy-preview code').textContent).toBe(
      'Weekly report 2026-W32 (3–9 Aug), 李雷\n实验:\n问题与阻塞:\n显存不够',
    );
  });

  it('shows a mail as it will look, with its subject', async () => {
    await open(LOG);
    await weekly();
    await host.open(PATH, 'preview');
    await command('copy-weekly-report');
    await host.click(host.$$('.modal label').find((one) => one.textContent === '邮件') ?? '.none');
    expect(host.text('.rh-mail-head')).toBe('主题周报 2026-W32（8 月 3–9 日）');
    expect(host.$$('.rh-mail-body > h3').map((heading) => heading.textContent)).toEqual(['本周阅读', '数字']);
    expect(host.$$('.rh-mail-body li li')).toHaveLength(3);
    expect(host.$('.rh-copy-preview code').isShown()).toBe(false);
  });

  it('begins with the form of the last copy on this device', async () => {
    await open(LOG);
    await weekly();
    await host.open(PATH, 'preview');
    const chosen = (): string | undefined =>
      host.$$<HTMLInputElement>('.modal input[name="rh-copy-form"]').find(({ checked }) => checked)?.value;
    await command('copy-weekly-report');
    expect(chosen()).toBe('plain');
    await host.click(host.$$('.modal label').find((one) => one.textContent === 'Markdown') ?? '.none');
    await host.press('Escape'); // nothing was copied
    await command('copy-weekly-report');
    expect(chosen()).toBe('plain');
    await host.click(host.$$('.modal label').find((one) => one.textContent === 'Markdown') ?? '.none');
    await host.click(button('复制'));
    await host.press('Escape');
    await command('copy-weekly-report');
    expect(chosen()).toBe('markdown');
    expect(host.text('.rh-copy-preview code')).toContain('## ');
  });

  it.each(['reviewed', '导师在看'])('leaves a status that became “%s” while it asked', async (status) => {
    await open(LOG);
    await weekly();
    await host.open(PATH, 'preview');
    await command('copy-weekly-report');
    await host.click(button('复制'));
    const meanwhile = host.read(PATH).replace('status: draft', `status: ${status}`);
    await host.external.write(PATH, meanwhile);
    await host.click(button('标为已发送'));
    expect(host.read(PATH)).toBe(meanwhile);
    expect(host.notices().join()).toContain(PATH);
  });

  it('says that there is no report yet', async () => {
    await open(LOG);
    await command('copy-weekly-report');
    expect(host.notices().join()).toContain('还没有周报');
  });
});

describe('faults', () => {
  it('loses nothing and makes no double, whatever write is the last', async () => {
    for (const stopAfterWrite of [1, 2, 3]) {
      host = await openHost({
        plugin: true,
        files: LOG,
        now: DAY,
        language: 'zh',
        data: { contentLanguage: 'zh' },
        faults: { stopAfterWrite },
      });
      await host.cli('research-handbook:weekly', { format: 'json' }).catch(() => undefined);
      const { dir } = host;
      const left = Object.fromEntries((await host.paths()).map((path) => [path, host.read(path)]));
      expect(dir).toBeTruthy();
      for (const [path, text] of Object.entries(LOG)) expect(left[path]).toBe(text);
      await host.close();
      await open(left);
      expect(await weekly()).toMatchObject({ ok: true, path: PATH });
      expect((await host.paths()).filter((path) => path.startsWith('周报/'))).toEqual([PATH, '周报/全部周报.base']);
      if (stopAfterWrite < 3) await host.close();
    }
  });

  it('keeps what another program wrote between reading and writing', async () => {
    await open(LOG);
    await weekly();
    await host.external.write('文献/mae.md', `${LOG['文献/mae.md'] ?? ''}- 2026-08-06 复述 [min:: 10]\n`);
    const synced = host
      .read(PATH)
      .replace('## 实验\n', '## 实验\n\n另一台电脑上写的。\n')
      .replace('看图表', '看图表，改过');
    host.faults.plan({ changeAfterRead: { path: PATH, text: synced } });
    await weekly({ refresh: 'true' });
    expect(host.read(PATH)).toContain('另一台电脑上写的。');
    expect(host.read(PATH)).toContain('看图表，改过');
  });

  it('has the old note or the new one, and nothing between, when it stops while refreshing', async () => {
    await open(LOG);
    await weekly();
    await host.external.write('文献/mae.md', `${LOG['文献/mae.md'] ?? ''}- 2026-08-06 复述 [min:: 10]\n`);
    const before = host.read(PATH);
    host.faults.plan({ failWrite: 1 });
    const failed = await weekly({ refresh: 'true' });
    expect(failed['error']).toContain(PATH);
    expect(host.read(PATH)).toBe(before);
    expect(await weekly({ refresh: 'true' })).toMatchObject({ blocks: { reading: 'refreshed', numbers: 'refreshed' } });
  });

  it('says which file could not be written', async () => {
    await open(LOG);
    host.faults.plan({ readOnly: ['周报'] });
    const answer = await weekly();
    expect(answer['ok']).toBe(false);
    expect(answer['error']).toContain(PATH);
  });
});
