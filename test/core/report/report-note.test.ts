import { describe, expect, it } from 'vitest';
import { chooseReport, reportFacts, reportPath, type ReportNote } from '../../../src/core/report/report-note';

describe('a report’s frontmatter', () => {
  it('is read leniently where it can be', () => {
    expect(reportFacts({ type: 'weekly-report', week: '2026-W32', author: ' 李雷 ', status: 'sent' })).toEqual({
      week: '2026-W32',
      author: '李雷',
      status: 'sent',
    });
    expect(reportFacts({ type: 'weekly-report', week: '2026-W53', author: ['A', 'B'], status: '?' })).toEqual({
      week: '2026-W53',
      author: 'A, B',
      status: 'draft',
    });
  });

  it.each([
    [undefined],
    [{ type: 'source', week: '2026-W32' }],
    [{ type: 'weekly-report', week: '2025-W53' }],
    [{ type: 'weekly-report', week: '{{week}}' }],
    [{ type: 'weekly-report', week: 32 }],
    [{ type: 'weekly-report', week: '2026-W32', 'handbook-id': 'template/weekly-report' }],
  ])('is none: %o', (frontmatter) => {
    expect(reportFacts(frontmatter)).toBeNull();
  });
});

describe('which report counts', () => {
  const note = (path: string, author = ''): ReportNote => ({ path, author, week: '2026-W32', status: 'draft' });

  it('is the student’s own, else one without an author, never another’s', () => {
    expect(chooseReport([note('b.md', '韩'), note('a.md', '李')], '李', () => 'x.md')?.report.path).toBe('a.md');
    expect(chooseReport([note('b.md', '韩'), note('a.md')], '李', () => 'x.md')?.report.path).toBe('a.md');
    expect(chooseReport([note('b.md', '韩')], '李', () => 'b.md')).toBeNull();
    expect(chooseReport([note('b.md', '韩')], '', () => 'b.md')).toBeNull();
  });

  it('is the one at its own path, else the shortest, else the first; the others are doubles', () => {
    const all = [note('bb.md'), note('a.md'), note('b.md')];
    expect(chooseReport(all, '', () => 'bb.md')?.report.path).toBe('bb.md');
    expect(chooseReport(all, '', () => 'x.md')?.report.path).toBe('a.md');
    expect(chooseReport(all, '', () => 'x.md')?.doubles.map(({ path }) => path)).toEqual(['b.md', 'bb.md']);
  });
});

describe('the path of a report', () => {
  it.each([
    ['{week}', '', 'W/2026-W32.md'],
    ['{week} {author}', '李雷', 'W/2026-W32 李雷.md'],
    ['{week} {author}', '', 'W/2026-W32.md'],
    ['{author}/{week}', 'a/b', 'W/a-b/2026-W32.md'],
    ['Report', '', 'W/Report 2026-W32.md'],
    ['{author}: {week}?', '<X>', 'W/X-- 2026-W32.md'],
  ])('%s by %s is %s', (pattern, author, path) => {
    expect(reportPath('W', pattern, '2026-W32', author)).toBe(path);
  });

  it('has no folder where none is set', () => {
    expect(reportPath('', '{week}', '2026-W32', '')).toBe('2026-W32.md');
  });
});
