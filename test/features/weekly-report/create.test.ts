import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';
import { DAY, LOG } from './vault';

let host: Host;
afterEach(() => host.close());

const open = async (files: Record<string, string>, data: Record<string, unknown> = {}): Promise<void> => {
  host = await openHost({ plugin: true, files, now: DAY, language: 'zh', data: { contentLanguage: 'zh', ...data } });
};
const weekly = async (flags: Record<string, string> = {}): Promise<Record<string, unknown>> =>
  JSON.parse(await host.cli('research-handbook:weekly', { format: 'json', ...flags })) as Record<string, unknown>;

describe('creating this week’s report', () => {
  it('makes one note from the week’s log, and answers what it wrote', async () => {
    await open(LOG);
    expect(host.faults.writes).toEqual([]);
    expect(await weekly()).toEqual({
      ok: true,
      path: '周报/2026-W32.md',
      week: '2026-W32',
      created: true,
      blocks: { 'plan-review': 'written', reading: 'written', done: 'written', numbers: 'written' },
    });
    const text = host.read('周报/2026-W32.md');
    expect(text).toMatch(/^---\ntype: weekly-report\nweek: "?2026-W32"?\nstart: "?2026-08-03"?\nend: "?2026-08-09"?\n/);
    expect(text).toContain('\nstatus: draft\n');
    expect(text).toContain('- [[resnet|Deep Residual Learning]] · 2 次 · 95 分钟 · 第 2 遍: 推导 3.2 节；对照代码');
    for (const heading of ['上周计划回顾', '本周阅读', '本周完成', '实验', '问题与阻塞', '请导师回答', '下周计划', '导师反馈']) {
      expect(text).toContain(`\n## ${heading}\n`);
    }
    expect(host.errors).toEqual([]);
  });
});
