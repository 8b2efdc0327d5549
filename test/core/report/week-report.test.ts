import { describe, expect, it } from 'vitest';
import type { LogEntry, ReadingIndexView, Source } from '../../../src/core/reading/types';
import { reportBlocks } from '../../../src/core/report/markdown';
import { readOften, weekReport, type WeekFacts } from '../../../src/core/report/week-report';
import { en } from '../../../src/i18n/en';
import { zh } from '../../../src/i18n/zh';

const nothing: WeekFacts = {
  plan: null,
  feedback: [],
  done: null,
  experiments: null,
  questions: null,
  unthought: new Map(),
};

function entry(source: string, date: string, more: Partial<LogEntry> = {}): LogEntry {
  const bare = { text: '', minutes: null, pass: null, pages: null, status: null, deep: false, private: false };
  return { source, path: source, line: 1, date, ...bare, ...more };
}

function indexOf(entries: readonly LogEntry[], titles: Readonly<Record<string, string>> = {}): ReadingIndexView {
  const sorted = [...entries].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    entriesBetween: (from, to) => sorted.filter(({ date }) => from <= date && date <= to),
    entriesOf: (source) => sorted.filter((one) => one.source === source),
    source: (path) => (path in titles ? ({ path, title: titles[path] } as Source) : null),
    sources: () => [],
    problems: () => [],
    bounds: () => {
      const [first, last] = [sorted[0], sorted.at(-1)];
      return first === undefined || last === undefined ? null : { first: first.date, last: last.date };
    },
  };
}

function blocksOf(
  index: ReadingIndexView,
  facts: Partial<WeekFacts> = {},
  words = en.report.note,
  showDepth = true,
): ReadonlyMap<string, string> {
  const report = weekReport('2026-W32', index, { ...nothing, ...facts });
  return reportBlocks(report, { words, showMinutes: true, showDepth, linkPath: (path) => path.replace(/\.md$/, '') });
}

describe('a week’s reading', () => {
  it('belongs to it from Monday to Sunday by the date of the line', () => {
    const index = indexOf(['2026-08-02', '2026-08-03', '2026-08-09', '2026-08-10'].map((date) => entry('a.md', date)));
    expect(weekReport('2026-W32', index, nothing).reading[0]?.sessions).toBe(2);
  });

  it('knows the weeks around New Year', () => {
    const index = indexOf(['2026-12-27', '2026-12-28', '2027-01-03', '2027-01-04'].map((date) => entry('a.md', date)));
    expect(weekReport('2026-W53', index, nothing).reading[0]?.sessions).toBe(2);
    expect(weekReport('2027-W01', index, nothing).reading[0]?.sessions).toBe(1);
    expect(() => weekReport('2025-W53', index, nothing)).toThrow(RangeError);
  });

  it('tells passes and changes of status on a line a source, and what was learned on lines of its own below', () => {
    const index = indexOf(
      [
        entry('文献/a.md', '2026-08-03', { minutes: 30, pass: 2, text: '第一 %%内心%% 天 ^abc123', status: 'reading' }),
        entry('文献/a.md', '2026-08-04', { minutes: 15, pass: 1 }),
        entry('文献/a.md', '2026-08-05', { text: '第三天', status: 'read' }),
      ],
      { '文献/a.md': 'A [[B]] | %%C' },
    );
    expect(blocksOf(index, {}, zh.report.note).get('reading')).toBe(
      ['- [[文献/a|A [ [B] ] | % %C]] · 3 次 · 45 分钟 · 第 1、2 遍 · 开始读 · 读完', '  - 第一 天', '  - 第三天'].join(
        '\n',
      ),
    );
  });

  it('lets no words of the log begin a list, a heading or a box of their own', () => {
    const lines = ['# 标题', '- [ ] 再读', '> 引文', '```'].map((text, at) =>
      entry('a.md', `2026-08-0${String(at + 3)}`, { text }),
    );
    expect(blocksOf(indexOf(lines)).get('reading')).toBe(
      ['- [[a]] · 4 sessions', '  - \\# 标题', '  - \\- [ ] 再读', '  - \\> 引文', '  - \\```'].join('\n'),
    );
  });

  it('tells lengths of time as everywhere else in the report, in hours and minutes', () => {
    const index = indexOf([entry('a.md', '2026-08-03', { minutes: 95 })]);
    expect(blocksOf(index).get('reading')).toBe('- [[a]] · 1 session · 1 h 35 min');
    expect(blocksOf(index).get('numbers')).toContain('1 h 35 min');
  });

  it('counts private lines and lets nothing of them show', () => {
    const hidden = { private: true, text: 'SECRET', status: 'dropped', pass: 3 } as const;
    const index = indexOf(
      [
        entry('a.md', '2026-08-03', { minutes: 30, text: 'open' }),
        entry('a.md', '2026-08-04', { minutes: 20, ...hidden }),
        entry('secret.md', '2026-08-04', { minutes: 10, ...hidden }),
      ],
      { 'a.md': 'A', 'secret.md': 'SECRET TITLE' },
    );
    const blocks = blocksOf(index);
    expect([...blocks.values()].join('\n')).not.toMatch(/SECRET|secret|dropped|pass/);
    expect(blocks.get('reading')).toBe('- [[a|A]] · 2 sessions · 50 min\n  - open');
    expect(blocks.get('numbers')).toContain('3 sessions, 1 h, 1 source.');
  });

  it('mentions a source that is read for the third time without a thought', () => {
    const index = indexOf([
      ...['2026-07-01', '2026-07-08', '2026-08-04'].map((date) => entry('a.md', date)),
      ...['2026-08-03', '2026-08-03', '2026-08-04'].map((date) => entry('b.md', date)), // two days
      entry('c.md', '2026-08-03', { pass: 3 }),
      ...['2026-07-01', '2026-07-08', '2026-08-11'].map((date) => entry('d.md', date)), // the third comes later
    ]);
    expect([...readOften('2026-W32', index)]).toEqual([
      ['c.md', 3],
      ['a.md', 3],
    ]);
    const course: ReadingIndexView = { ...index, source: (path) => ({ path, kind: 'course' }) as Source };
    expect(readOften('2026-W32', course).size).toBe(0); // many sittings are one reading of a course
    expect(blocksOf(index, { unthought: new Map([['a.md', 3]]) }).get('reading')).toMatch(
      /^- \[\[a\]\] · 1 session\n {2}%% Read 3 times.* %%$/m,
    );
  });
});

describe('how deep the reading went', () => {
  // Four weeks end on Sunday 2026-08-09: they begin on Monday 2026-07-13.
  const four = [
    entry('a.md', '2026-07-13', { status: 'read' }),
    entry('b.md', '2026-07-20'),
    entry('b.md', '2026-08-04', { private: true }),
    entry('c.md', '2026-08-09'),
  ];

  it('is said of the four weeks up to its end, to the student alone', () => {
    const beyond = [entry('d.md', '2026-07-12', { status: 'read' }), entry('e.md', '2026-08-10', { status: 'read' })];
    expect(
      blocksOf(indexOf([...four, ...beyond]))
        .get('numbers')
        ?.split('\n')
        .at(-1),
    ).toBe('%% Read in the last four weeks: 3 sources, 1 finished. %%');
    expect(blocksOf(indexOf(four), {}, zh.report.note).get('numbers')).toContain(
      '%% 最近四周读了 3 篇，读完 1 篇。 %%',
    );
  });

  it('is not said of two sources, or where the student wants none of it', () => {
    expect(blocksOf(indexOf(four.slice(0, 3))).get('numbers')).not.toContain('%%');
    const index = indexOf([...four, entry('a.md', '2026-08-05')]);
    const off = blocksOf(index, { unthought: new Map([['a.md', 3]]) }, en.report.note, false);
    expect([...off.values()].join('\n')).not.toMatch(/four weeks|limitation/);
  });
});

describe('the numbers', () => {
  it('say of a week without minutes how often something was read in it', () => {
    const index = indexOf([entry('a.md', '2026-08-03', { minutes: 25 }), entry('a.md', '2026-07-28')]);
    expect(blocksOf(index).get('numbers')).toContain('Last week 1 session');
    expect(blocksOf(index, {}, zh.report.note).get('numbers')).toContain('上周 1 次');
  });

  it('stand against last week and the average of the four weeks before', () => {
    const index = indexOf([
      entry('a.md', '2026-08-03', { minutes: 125 }),
      entry('a.md', '2026-07-27', { minutes: 60 }),
      entry('a.md', '2026-07-21', { minutes: 100 }),
      entry('a.md', '2026-07-06', { minutes: 40 }), // W28, the fourth week before
      entry('a.md', '2026-07-05', { minutes: 999 }), // W27
    ]);
    // (60 + 100 + 0 + 40) / 4 = 50
    expect(blocksOf(index).get('numbers')).toBe(
      'This week 1 session, 2 h 5 min, 1 source. Last week 1 h; four-week average 50 min.',
    );
  });

  it('say no average before there are two weeks to average, and nothing of the time before the log', () => {
    const of = (...days: string[]): string | undefined =>
      blocksOf(indexOf(days.map((day) => entry('a.md', day, { minutes: 60 })))).get('numbers');
    expect(of('2026-08-03')).toBe('This week 1 session, 1 h, 1 source.');
    expect(of('2026-08-03', '2026-07-27')).toBe('This week 1 session, 1 h, 1 source. Last week 1 h.');
    // An hour in the two weeks before
    expect(of('2026-08-03', '2026-07-26')).toBe(
      'This week 1 session, 1 h, 1 source. Last week 0 min; four-week average 30 min.',
    );
  });

  it('speak of sessions where nobody writes minutes', () => {
    const index = indexOf([entry('a.md', '2026-08-03'), entry('a.md', '2026-07-28'), entry('a.md', '2026-07-29')]);
    expect(blocksOf(index).get('numbers')).toBe('This week 1 session, 1 source. Last week 2 sessions.');
  });
});

describe('last week’s plan', () => {
  const place = { path: '周报/2026-W31.md', heading: '下周 | 计划' };

  it('stands as plain bullets that lead to their place', () => {
    const items = [
      { text: '读完', done: true, reason: 'never shown' },
      { text: '复现', done: false, reason: '排队' },
    ];
    const feedback = [{ week: '2026-W30', place: { path: 'r.md', heading: null }, text: '补消融' }];
    const plan = { week: '2026-W31', place, items };
    expect(blocksOf(indexOf([]), { plan, feedback }, zh.report.note).get('plan-review')).toBe(
      [
        '- ✓ 读完 · [[周报/2026-W31#下周 计划|2026-W31]]',
        '- ○ 复现（排队） · [[周报/2026-W31#下周 计划|2026-W31]]',
        '- 导师：补消融 · [[r|2026-W30]]',
      ].join('\n'),
    );
  });

  it('says where there is none', () => {
    const plan = { week: '2026-W31', place: { path: 'r.md', heading: null }, items: [] };
    expect(blocksOf(indexOf([]), { plan }).get('plan-review')).toMatch(
      /^- No plan was written in \[\[r\|2026-W31\]\]\.\n {2}%% .+ %%$/,
    );
    expect(blocksOf(indexOf([])).get('plan-review')).toContain('no earlier report');
  });
});

// Templater can be set to run what stands in `<% %>` of every new note, and a report is one.
it('holds no program, whoever wrote the words that come into it', () => {
  const evil = '<%* run() %%> <%%= x %>';
  const place = { path: 'r.md', heading: evil };
  const blocks = blocksOf(indexOf([entry('a.md', '2026-08-04', { text: evil })], { 'a.md': evil }), {
    plan: { week: '2026-W31', place, items: [{ text: evil, done: false, reason: evil }] },
    feedback: [{ week: '2026-W31', place, text: evil }],
    done: [{ path: 'b.md', line: 0, date: '2026-08-04', text: evil }],
  });
  const all = [...blocks.values()].join('\n');
  expect(all.split('run()').length - 1).toBeGreaterThanOrEqual(6);
  expect(all).not.toContain('<%');
});
