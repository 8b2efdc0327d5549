import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';
import type { HostOptions } from '../../host/node/options';
import { homePathOf, NOW, settingsOf, termVault, ZONE } from './term-vault';

let host: Host;
afterEach(() => host.close());

const HOME = homePathOf('zh');
const PLAN_NOTE = '周报/2026-W44.md';

async function openTerm(more: HostOptions = {}): Promise<void> {
  const options = { files: termVault('zh'), now: NOW, timezone: ZONE, language: 'zh', data: settingsOf('zh') };
  host = await openHost({ plugin: true, ...options, ...more });
}
async function openTermHome(more: HostOptions = {}): Promise<void> {
  await openTerm(more);
  await host.open(HOME);
}
const texts = (selector: string): string[] => host.$$(selector).map((el) => el.textContent ?? '');
const section = (name: string): string => `[data-section='${name}']`;

describe('the home page in the middle of a term', () => {
  it('says in two seconds where in time the student is, what was read and what is next', async () => {
    await openTermHome();
    expect(host.text('.rh-date')).toBe('11 月 5 日 周四');
    expect(host.text('.rh-date-sub')).toBe('2026-W45 · 秋季学期第 12 周');
    // 90 + 45 + 75 + 20 + 40 + 30 + 85 minutes are 6 h 25 min of ten hours; 52.5 % of the week asks for 5 h 15 min.
    expect(host.text('.rh-pace-done')).toBe('6小时25分');
    expect(texts('.rh-pace .rh-muted')).toEqual(['目标 10 小时', '领先时间进度 1 小时 10 分']);
    expect(host.$('.rh-ring').getAttribute('aria-valuenow')).toBe('64');
    expect(texts('.rh-plan .rh-link')).toEqual([
      '复现 MAE 在 ImageNet-100 上的预训练',
      '整理消融实验表格',
      '给导师发论文提纲',
    ]);
    expect(host.text('.rh-plan .rh-aside')).toBe('1 / 4');
    expect(host.text('.rh-report .rh-state')).toBe('周报草稿');
    expect(host.$$('.rh-report button').map(({ textContent }) => textContent)).toEqual([
      '复制',
      '标为已发送',
      '继续写',
    ]);
    await host.click('.rh-report .rh-text-button');
    expect(host.text('.rh-copy-preview code')).toMatch(/^周报 2026-W\d\d（/);
    await host.press('Escape');
    expect(host.$$('.rh-missed')).toEqual([]);
    expect(texts('.rh-source-title')).toHaveLength(4);
    expect(host.text(`${section('reading-now')} .rh-aside`)).toBe('待读 12 篇');
    expect(host.$$(`${section('time-progress')} [role=progressbar]`)).toHaveLength(8);
    expect(host.$$(`${section('calendar-heatmap')} [data-date]`).length).toBeGreaterThan(360);
    expect(host.$(section('log-problems')).classList.contains('is-absent')).toBe(true);
    expect(host.errors).toEqual([]);
    expect(host.faults.writes).toEqual([]);
  });

  it('shows the next pass of papers, and none of what is not read in passes', async () => {
    await openTermHome();
    expect(texts('.rh-source-meta')).toEqual([
      'Ho 等 · NeurIPS 2020 · 接下来第 2 遍',
      'He 等 · CVPR 2022 · 接下来第 3 遍',
      '周志华 · 清华大学出版社 2016',
      'Stanford · 课程',
    ]);
    expect(host.$$('.rh-pips')).toHaveLength(2);
  });

  it('says of a paper that was read to its end that it is read, and not what comes next', async () => {
    await openTermHome();
    const log = '## 阅读日志\n\n- 2026-11-05 读完 [min:: 30] [pass:: 2] [marked:: read]\n';
    const note = `---\ntype: source\nkind: paper\ntitle: ViT\nauthors: [Dosovitskiy]\nstatus: read\n---\n${log}`;
    await host.external.write('文献/ViT.md', note);
    await host.settle();
    expect(texts('.rh-source-meta')).toContain('Dosovitskiy · 论文 · 已读');
    expect(host.$$('.rh-pips')).toHaveLength(2);
  });

  it('is in English where the app is, and in the language a block asks for', async () => {
    await openTermHome({ language: 'en' });
    expect(host.text('.rh-date')).toBe('Thursday 5 November');
    expect(host.$('.rh-home').getAttribute('lang')).toBe('en');
    await host.external.write(HOME, '```research-home\nlanguage: zh\n```\n');
    await host.settle();
    expect(host.text('.rh-date')).toBe('11 月 5 日 周四');
  });

  it('has hours and no ring without a goal', async () => {
    await openTermHome({ data: { contentLanguage: 'zh' } });
    expect(host.$$('.rh-ring')).toEqual([]);
    expect(host.text('.rh-pace')).toContain('6小时25分');
    expect(host.text('.rh-pace .rh-muted')).toBe('7 条记录');
  });

  it('has none where its block says so, whatever the settings say', async () => {
    await openTermHome({ files: termVault('zh', 'this-week:\n  goal: 0\n') });
    expect(host.$$('.rh-ring')).toEqual([]);
  });

  it('takes titles, authors and plans for text, whatever they hold', async () => {
    const evil = '<img src=x onerror="window.hit=1">';
    await openTermHome({
      files: {
        [HOME]: '```research-home\n```\n',
        '文献/a.md': `---\ntype: source\ntitle: '${evil}'\nauthors: ['${evil}']\nvenue: '${evil}'\nstatus: reading\n---\n`,
        [PLAN_NOTE]: `---\ntype: weekly-report\nweek: 2026-W44\n---\n\n## 下周计划\n\n- [ ] ${evil}\n`,
      },
    });
    expect(host.text('.rh-source-title')).toBe(evil);
    expect(host.text('.rh-plan .rh-link')).toBe(evil);
    expect(host.$$('.rh-home img')).toEqual([]);
  });
});

describe('a plan that is too long for a week', () => {
  it('shows its first eight items and leads to the rest', async () => {
    const files = termVault('zh');
    files[PLAN_NOTE] = `${files[PLAN_NOTE] ?? ''}${'- [ ] 又一件\n'.repeat(10)}`;
    await openTermHome({ files });
    expect(host.$$('.rh-plan [role=listitem]')).toHaveLength(8);
    expect(host.text('.rh-plan > .rh-quiet-link')).toBe('另有 5 项');
    expect(host.text('.rh-plan .rh-aside')).toBe('1 / 14');
  });
});

describe('the sections asked for', () => {
  const shown = (): (string | null)[] => host.$$('[data-section]').map((el) => el.getAttribute('data-section'));

  it('come in their order, and no others', async () => {
    await openTermHome({ files: termVault('zh', 'sections: [reading-now, this-week, date]\n') });
    expect(shown()).toEqual(['reading-now', 'this-week', 'date']);
  });

  it('are drawn, though a name is wrong, below what is wrong', async () => {
    await openTermHome({ files: termVault('zh', 'sections:\n  - date\n  - reeding-now\n  - date\n') });
    expect(shown()).toEqual(['date']);
    expect(texts('.rh-error-cause').join()).toContain('reeding-now');
    expect(texts('.rh-error-tip').join()).toContain('reading-now');
    expect(texts('.rh-error-cause').join()).toContain('出现了两次');
    expect(host.text('.rh-error-source')).toContain('reeding-now');
  });

  it('take their own options from the page’s block', async () => {
    const block =
      'this-week:\n  goal: 385\nreading-now:\n  limit: 2\ntime-progress:\n  style: ring\n  periods: [year]\n';
    await openTermHome({ files: termVault('zh', block) });
    expect(texts('.rh-pace .rh-muted')).toEqual(['目标 6 小时 25 分', '达到本周目标']);
    expect(host.$$('.rh-source-title')).toHaveLength(2);
    expect(host.text(`${section('reading-now')} .rh-aside`)).toBe('另有 2 篇 · 待读 12 篇');
    expect(host.$$(`${section('time-progress')} [role=progressbar]`)).toHaveLength(1);
  });
});

describe('last week’s report', () => {
  it('is asked for gently where it is missing, with one way to write it', async () => {
    const { [PLAN_NOTE]: _missing, ...files } = termVault('zh');
    await openTermHome({ files });
    expect(host.text('.rh-missed')).toBe('上周还没有周报，现在补也不晚。补写 2026-W44');
    expect(host.text('.rh-plan')).toContain('来自 2026-W43 的周报');
    await host.click('.rh-missed button');
    await host.settle();
    expect(host.read(PLAN_NOTE)).toContain('week: 2026-W44');
    expect(host.app.workspace.getActiveFile()?.path).toBe(PLAN_NOTE);
  });

  it('is not asked for after a week off', async () => {
    const { [PLAN_NOTE]: _missing, ...files } = termVault('zh');
    await openTermHome({ files, data: { ...settingsOf('zh'), holidays: '2026-10-26..2026-11-01' } });
    expect(host.$$('.rh-missed')).toEqual([]);
  });
});

describe('log problems', () => {
  it('name note, line and cause, and lead there', async () => {
    const files = termVault('zh');
    const cs231n = '文献/CS231n.md';
    const lines = (files[cs231n] ?? '').split('\n').length;
    files[cs231n] = `${files[cs231n] ?? ''}- 2026-02-30 [min:: 5]\n- 2026-11-01 [min:: 1o5]\n- 2026/11/2 [min:: 5]\n`;
    await openTermHome({ files });
    const rows = texts(`${section('log-problems')} [role=listitem]`);
    expect(rows).toEqual([
      expect.stringMatching(`^CS231n: Deep Learning for Computer Vision 第 ${String(lines)} 行.*2026-02-30`),
      expect.stringMatching(`^CS231n: Deep Learning for Computer Vision 第 ${String(lines + 1)} 行.*1o5`),
      expect.stringMatching('2026/11/2.*请写成 2026-11-02'), // as the list says it
    ]);
    expect(host.text(`${section('log-problems')} .rh-aside`)).toBe('2 行未计入，1 行只识别了一部分');
  });
});
