import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';
import { logged, source } from './vault';

let host: Host | null = null;
afterEach(async () => {
  await host?.close();
  host = null;
  process.env['TZ'] = 'UTC';
});

async function weekAt(timezone: string, now: string, files: Record<string, string> = {}): Promise<string> {
  await host?.close();
  host = await openHost({ plugin: true, files, now, timezone, language: 'zh', data: { contentLanguage: 'zh' } });
  return JSON.parse(await host.cli('research-handbook:weekly', { format: 'json' })).week as string;
}

const ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Apia'];

describe.each(ZONES)('this week in %s', (zone) => {
  it.each([
    ['2027-01-03T23:59:30', '2026-W53'], // the last Sunday of a year of 53 weeks
    ['2027-01-04T00:00:30', '2027-W01'],
    ['2026-01-01T12:00:00', '2026-W01'], // a Thursday
    ['2024-12-30T08:00:00', '2025-W01'], // a Monday before New Year
    ['2026-03-08T23:30:00', '2026-W10'], // the clock went forward in Los Angeles that morning
    ['2026-11-01T23:30:00', '2026-W44'], // and back that one
  ])('at %s it is %s', async (now, week) => {
    expect(await weekAt(zone, now)).toBe(week);
  });
});

describe('travel', () => {
  const files = { '文献/a.md': source('A', [logged('2026-08-09', '周日读的', { min: 30 })]) };

  it('leaves a line in the week of its written day, wherever the report is made', async () => {
    // One instant: Monday morning in Shanghai, still Sunday in Los Angeles.
    expect(await weekAt('Asia/Shanghai', '2026-08-10T09:00:00', files)).toBe('2026-W33');
    expect(host?.read('周报/2026-W33.md')).toContain('本周没有阅读记录。');
    expect(await weekAt('America/Los_Angeles', '2026-08-09T18:00:00', files)).toBe('2026-W32');
    expect(host?.read('周报/2026-W32.md')).toContain('周日读的');
  });

  it('makes a late report from its own week', async () => {
    await weekAt('Pacific/Apia', '2026-08-20T09:00:00', files);
    await host?.cli('research-handbook:weekly', { week: '2026-W32' });
    expect(host?.read('周报/2026-W32.md')).toContain('1 次 · 30 分钟\n  - 周日读的');
  });
});
