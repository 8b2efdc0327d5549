import type { App } from 'obsidian';
import { afterEach, describe, expect, it } from 'vitest';
import { renderBlock } from '../../../src/core/block/guarded-block';
import { type Host, openHost } from '../../host/node';
import { homePathOf, NOW, settingsOf, termVault, WEEK, ZONE } from './term-vault';

let host: Host;
afterEach(() => host.close());

const PLAN_NOTE = '周报/2026-W44.md';
const REPORT = `周报/${WEEK}.md`;
/** With a part that says what is so no more. */
const REPORT_OF_ANOTHER_DEVICE = `---\ntype: weekly-report\nweek: ${WEEK}\nstatus: draft\n---\n\n${renderBlock('numbers', '### 数字\n\n本周 0 次，0 篇。', '\n')}\n`;
const MAE = '文献/Masked Autoencoders Are Scalable Vision Learners.md';

async function openTermHome(files = termVault('zh')): Promise<void> {
  host = await openHost({ plugin: true, files, now: NOW, timezone: ZONE, language: 'zh', data: settingsOf('zh') });
  await host.open(homePathOf('zh'));
}
const titles = (): (string | null)[] => host.$$('.rh-source-title').map((el) => el.textContent);

describe('the home page, open', () => {
  it('takes in a reading that is logged', async () => {
    await openTermHome();
    await host.cli('research-handbook:log', { source: MAE, min: '35', note: '第 4 节' });
    await host.settle();
    expect(host.text('.rh-pace-done')).toBe('7小时');
    expect(host.$('.rh-ring').getAttribute('aria-valuenow')).toBe('70');
  });

  it('takes in a source that is begun; one that is finished stays for the two weeks after its last entry', async () => {
    await openTermHome();
    expect(titles()).toContain('Masked Autoencoders Are Scalable Vision Learners');
    await host.external.write(MAE, host.read(MAE).replace('status: reading', 'status: read'));
    const queued = '文献/Queued 1.md';
    await host.external.write(queued, host.read(queued).replace('status: queued', 'status: reading'));
    await host.settle();
    expect(titles()).toContain('Masked Autoencoders Are Scalable Vision Learners');
    expect(titles()).toContain('Queued 1');
    await host.external.write(MAE, host.read(MAE).replaceAll(/^- 2026-1[01]-\d\d/gm, '- 2026-09-01'));
    await host.settle();
    expect(titles()).not.toContain('Masked Autoencoders Are Scalable Vision Learners');
  });

  it('says that the log has gone on since the report was filled in, and brings it up to date', async () => {
    const { [REPORT]: _none, ...files } = termVault('zh');
    await openTermHome(files);
    await host.cli('research-handbook:weekly', {});
    await host.settle();
    expect(host.$$('.rh-missed')).toEqual([]);
    const before = host.read(REPORT);
    await host.cli('research-handbook:log', { source: MAE, min: '35', note: '第 4 节的新公式' });
    await host.settle();
    expect(host.text('.rh-missed')).toBe('周报填好之后，又有新的内容。刷新');
    expect(host.read(REPORT)).toBe(before); // it is said, not done
    await host.click('.rh-missed button');
    await host.settle();
    expect(host.read(REPORT)).toContain('第 4 节的新公式');
    expect(host.$$('.rh-missed')).toEqual([]);

    await host.external.write(REPORT, host.read(REPORT).replace('status: draft', 'status: sent'));
    await host.cli('research-handbook:log', { source: MAE, min: '5' });
    await host.settle();
    expect(host.text('.rh-missed')).toBe('周报填好之后，又有新的内容。刷新');
    await host.click('.rh-missed button');
    await host.settle();
    expect(host.notices().join()).toContain('之前发送的是刷新前的内容');
    await host.external.write(REPORT, host.read(REPORT).replace('status: sent', 'status: reviewed'));
    await host.cli('research-handbook:log', { source: MAE, min: '5' });
    await host.settle();
    expect(host.$$('.rh-missed')).toEqual([]); // the advisor has read it
  });

  it('says nothing of a part that the student keeps as edited, and reads no notes for marks to tell', async () => {
    const { [REPORT]: _none, ...files } = termVault('zh');
    const asking = Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`n/${String(at)}.md`, '提问：x\n']));
    await openTermHome({ ...files, ...asking });
    await host.external.write(REPORT, REPORT_OF_ANOTHER_DEVICE);
    await host.settle();
    expect(host.text('.rh-missed')).toContain('刷新');
    expect(host.reads.filter((path) => path.startsWith('n/'))).toEqual([]);

    await host.cli('research-handbook:weekly', { refresh: 'true' });
    await host.settle();
    expect(host.$$('.rh-missed')).toEqual([]);
    await host.external.write(REPORT, host.read(REPORT).replace(/^本周 \d+ 次/m, '本周读了很多，$&'));
    await host.settle();
    expect(host.read(REPORT)).toContain('本周读了很多');
    expect(host.$$('.rh-missed')).toEqual([]);
  });

  it('tells how much of what was read is finished, until a setting says no', async () => {
    await openTermHome();
    const told = (): string[] => host.$$('.rh-waiting').map((one) => one.textContent ?? '');
    const said = (): string | undefined => told().find((one) => one.startsWith('最近四周'));
    const counted = /^最近四周读了 (\d+) 篇，读完 (\d+) 篇。$/.exec(said() ?? '');
    expect(Number(counted?.[1])).toBeGreaterThan(2);
    await host.cli('research-handbook:log', { source: MAE, min: '35', status: 'read' });
    await host.settle();
    expect(said()).toBe(`最近四周读了 ${counted?.[1] ?? ''} 篇，读完 ${String(Number(counted?.[2]) + 1)} 篇。`);
    const settings = { ...settingsOf('zh'), showDepth: false };
    await host.external.write('.obsidian/plugins/research-handbook/data.json', JSON.stringify(settings));
    await host.settle();
    expect(said()).toBeUndefined();
  });

  it('follows the report from none to sent', async () => {
    const { [REPORT]: _none, ...files } = termVault('zh');
    await openTermHome(files);
    expect(host.text('.rh-report .rh-state')).toBe('周报未写');
    expect(host.text('.rh-report button')).toBe('新建周报');
    await host.cli('research-handbook:weekly', {});
    await host.settle();
    expect(host.text('.rh-report .rh-state')).toBe('周报草稿');
    const words = host.read(REPORT);
    await host.click('.rh-report [data-key="sent"]');
    const yes = host.$$<HTMLButtonElement>('.modal button').find(({ textContent }) => textContent === '标为已发送');
    expect(host.read(REPORT)).toBe(words); // it is asked first
    yes?.click();
    await host.settle();
    expect(host.read(REPORT)).toBe(words.replace('status: draft', 'status: sent'));
    expect(host.text('.rh-report .rh-state')).toBe('周报已发送');
    expect(host.$('.rh-report .rh-state').getAttribute('data-report')).toBe('sent');
    expect(host.$$('.rh-report button').map((one) => one.textContent)).toEqual(['复制', '打开']); // it may go out again
    await host.external.remove(REPORT);
    await host.settle();
    expect(host.text('.rh-report button')).toBe('新建周报');
  });

  it('follows the plan as it is edited elsewhere', async () => {
    await openTermHome();
    await host.external.write(
      PLAN_NOTE,
      host.read(PLAN_NOTE).replace('- [ ] 整理', '- [x] 整理').replace('提纲', '初稿'),
    );
    await host.settle();
    expect(host.$$('.rh-plan .rh-link').map((el) => el.textContent)).toEqual([
      '复现 MAE 在 ImageNet-100 上的预训练',
      '给导师发论文初稿',
    ]);
    expect(host.text('.rh-plan .rh-aside')).toBe('2 / 4');
  });

  it('turns to the next day, and the next week with its own plan', async () => {
    await openTermHome();
    await host.clock.jump('2026-11-06T00:00:01');
    await host.settle();
    expect(host.text('.rh-date')).toBe('11 月 6 日 周五');
    expect(host.text('.rh-source-side')).toContain('昨天');
    await host.clock.jump('2026-11-09T08:00:00');
    await host.settle();
    expect(host.text('.rh-week-head')).toBe('本周2026-W46');
    expect(host.text('.rh-pace-done')).toBe('0小时');
    expect(host.text('.rh-report .rh-state')).toBe('周报未写');
    await host.external.write(REPORT, host.read(REPORT).replace('整理消融实验表格', '写引言'));
    await host.settle();
    expect(host.text('.rh-plan')).toContain('写引言');
  });

  it('lets a line of a day to come go from the problems once that day is here', async () => {
    const files = termVault('zh');
    await openTermHome({ ...files, [MAE]: (files[MAE] ?? '').replace(/\n*$/, '\n- 2026-11-06 明天 [min:: 5]\n') });
    expect(host.text('.rh-home')).toContain('2026-11-06');
    await host.clock.jump('2026-11-06T00:00:01');
    await host.settle();
    expect(host.text('.rh-home')).not.toContain('2026-11-06');
  });

  it('moves its mark as the week goes on, though nothing is read', async () => {
    await openTermHome();
    // 88.4 of 168 hours at 16:24 are 52.6 %, 89.25 at 17:15 are 53.1 %; the mark goes by half percents.
    expect(host.$('.rh-ring').getAttribute('data-pace')).toBe('52.5');
    await host.clock.advance(51 * 60_000);
    expect(host.$('.rh-ring').getAttribute('data-pace')).toBe('53');
  });

  it('follows the settings: terms, the first day of the week, goal, days off', async () => {
    const { [PLAN_NOTE]: _missing, ...files } = termVault('zh');
    const settings = settingsOf('zh');
    const now = '2026-11-08T10:00:00'; // a Sunday
    host = await openHost({ plugin: true, files, now, timezone: ZONE, language: 'zh', data: settings });
    await host.open(homePathOf('zh'));
    const set = async (more: Record<string, unknown>): Promise<void> => {
      Object.assign(settings, more);
      await host.external.write('.obsidian/plugins/research-handbook/data.json', JSON.stringify(settings));
      await host.settle();
    };
    // The term began on Monday 2026-08-17: 77 days before Monday 11-02, 84 days before Sunday 11-08’s week from Sunday.
    expect(host.text('.rh-date-sub')).toBe('2026-W45 · 秋季学期第 12 周');
    await set({ weekStart: 'sunday' });
    expect(host.text('.rh-date-sub')).toBe('2026-W45 · 秋季学期第 13 周');
    await set({ spans: '秋学期: 2026-08-17..2026-12-20' });
    expect(host.text('.rh-date-sub')).toBe('2026-W45 · 秋学期第 13 周');
    const spans = (): boolean | undefined =>
      host.$$('[data-section=time-progress] > div')[1]?.classList.contains('is-absent');
    expect(spans()).toBe(false);
    await set({ spans: '' });
    expect([host.text('.rh-date-sub'), spans()]).toEqual(['2026-W45', true]);
    await set({ spans: '# my terms\n\n' });
    expect(spans()).toBe(true); // a remark is no span, and no mistake
    await set({ spans: '# my terms\nnot a span' });
    expect(spans()).toBe(false); // which it says
    await set({ weeklyGoalMinutes: 385 });
    expect(host.text('.rh-pace')).toContain('目标 6 小时 25 分');
    expect(host.$$('.rh-missed')).toHaveLength(1);
    await set({ holidays: '2026-10-26..2026-11-01' });
    expect(host.$$('.rh-missed')).toEqual([]);
  });

  it('shows lines that cannot be read as they come, and lets them go', async () => {
    await openTermHome();
    const problems = (): HTMLElement => host.$('[data-section=log-problems]');
    await host.external.write(MAE, `${host.read(MAE)}- 2026-02-30 x\n`);
    await host.settle();
    expect([problems().textContent?.includes('2026-02-30'), problems().classList.contains('is-absent')]).toEqual([
      true,
      false,
    ]);
    await host.external.write(MAE, host.read(MAE).replace('2026-02-30', '2026-03-01'));
    await host.settle();
    expect(problems().classList.contains('is-absent')).toBe(true);
  });

  it('draws nothing anew where nothing it shows has changed', async () => {
    await openTermHome();
    let changes = 0;
    const observer = new host.window.MutationObserver((records) => {
      changes += records.length;
    });
    for (const name of ['this-week', 'reading-now', 'handbook-steps', 'log-problems']) {
      observer.observe(host.$(`[data-section='${name}']`), { subtree: true, childList: true, characterData: true });
    }
    await host.external.write('别的.md', '与主页无关\n');
    await host.external.write(PLAN_NOTE, host.read(PLAN_NOTE).replace('status: sent', 'status: reviewed'));
    await host.settle();
    expect(changes).toBe(0);
  });

  it('keeps the focus on a box that was ticked by the keyboard', async () => {
    await openTermHome();
    const box = host.$$<HTMLInputElement>('.rh-plan .rh-check')[1];
    box?.focus();
    await host.click(box ?? '');
    await host.settle();
    expect(host.document.activeElement).toBe(host.$$('.rh-plan .rh-check')[1]);
  });

  it('stops when its note is left, and leaves nothing behind', async () => {
    await openTermHome();
    await host.open('别的.md').catch(() => undefined);
    await host.unload();
    const left = host.leftovers();
    expect(Object.values(left).flat().filter(Boolean)).toEqual([]);
    expect(host.errors).toEqual([]);
  });
});

describe('the home page while the vault is still being read', () => {
  it('keeps the room and claims nothing', async () => {
    host = await openHost({
      plugin: true,
      files: termVault('zh'),
      now: NOW,
      timezone: ZONE,
      language: 'zh',
      data: settingsOf('zh'),
      cache: 'late',
      before: ({ window }) => {
        const { app } = window as Window & { app?: App };
        app?.saveLocalStorage('research-handbook-home-rows', { plan: 3, reading: 4, steps: 0 });
      },
    });
    void host.app.workspace.openLinkText(homePathOf('zh'), '');
    await host.settle();
    expect(host.$('[data-section=this-week]').classList.contains('is-pending')).toBe(true);
    expect(host.$$('.rh-plan [role=listitem]')).toHaveLength(3);
    expect(host.$$('.rh-list [role=listitem]')).toHaveLength(4);
    await host.settleCache();
    await host.settle();
    expect(host.$$('.is-pending')).toEqual([]);
    expect(host.text('.rh-pace-done')).toBe('6小时25分');
    expect(host.$$('.rh-plan [role=listitem]')).toHaveLength(3);
  });
});
