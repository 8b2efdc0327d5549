import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLogLine } from '../../../src/core/reading/log-line';
import type { LogEntry } from '../../../src/core/reading/types';
import {
  holdsLine,
  movedWritten,
  readWritten,
  shownLine,
  withoutWritten,
  withWritten,
} from '../../../src/core/reading/written-lines';

const PATH = 'Sources/a.md';

/** The entries that lines of a log give. */
function logOf(...lines: readonly string[]): LogEntry[] {
  return lines.map((text, line) => {
    const read = parseLogLine(text);
    if (read?.date == null) throw new Error(`${text} is no log line`);
    const { date, minutes, pass, pages, status } = read;
    const own = { date, text: read.text, minutes, pass, pages, status, deep: read.deep, private: read.private };
    return { source: PATH, path: PATH, line, ...own };
  });
}

const written = (line: string) => ({ path: PATH, line });

describe('whether a log still holds a line', () => {
  const LINE = '- 2026-08-04 skip connections [min:: 45] [pass:: 1]';
  const holds = (...log: readonly string[]): boolean => holdsLine(logOf(...log), written(LINE), '2026-08-10');

  it.each([
    ['as it was', LINE],
    ['with other minutes', '- 2026-08-04 skip connections [min:: 50]'],
    ['on another day', '- 2026-08-03 skip connections [min:: 45]'],
    ['with words at its end', '- 2026-08-04 skip connections, and why they help [min:: 45]'],
    ['with a slip mended', '- 2026-08-04 skip conections [min:: 45]'],
    ['with words before', '- 2026-08-04 on skip connections [min:: 45]'],
    ['made private', '- 2026-08-04 skip connections [min:: 45] [private:: true]'],
  ])('it does %s', (_how, line) => {
    expect(holds('- 2026-08-01 x', line)).toBe(true);
  });

  it.each([
    ['an empty log', []],
    ['another line of that day', ['- 2026-08-04 training data [min:: 45] [pass:: 1]']],
    ['the other days', ['- 2026-08-03 data [min:: 45]', '- 2026-08-05 skipping it [min:: 45]']],
  ])('it does not in %s', (_what, log) => {
    expect(holds(...log)).toBe(false);
  });

  it('knows a line without words by what it counts', () => {
    const bare = written('- 2026-08-04 [min:: 45]');
    expect(holdsLine(logOf('- 2026-08-04 now with words [min:: 45]'), bare, '2026-08-10')).toBe(true);
    expect(holdsLine(logOf('- 2026-08-04 [min:: 20]'), bare, '2026-08-10')).toBe(false);
  });

  it('says nothing of a day to come, which is no entry yet', () => {
    expect(holdsLine([], written('- 2026-08-11 x'), '2026-08-10')).toBe(true);
    expect(holdsLine([], written('- 2026-08-11 x'), '2026-08-11')).toBe(false);
  });
});

describe('the lines that a device remembers', () => {
  const lines = fc.array(fc.record({ path: fc.constantFrom('a.md', 'b.md'), line: fc.stringMatching(/^- [a-e]$/) }));

  it('are each there once, the latest last, a hundred at most', () => {
    fc.assert(
      fc.property(lines, lines, (old, added) => {
        const all = withWritten(withWritten([], old), added);
        expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(all.length);
        const last = added.at(-1);
        if (last !== undefined) expect(all.at(-1)).toEqual(last);
      }),
    );
    const many = Array.from({ length: 150 }, (_, at) => written(`- ${String(at)}`));
    expect(withWritten([], many)).toEqual(many.slice(50));
    expect(withWritten([], [written(`- ${'x'.repeat(3000)}`)])).toEqual([]);
  });

  it('come back from what the device kept, whatever that is', () => {
    const kept = withWritten([], [written('- x'), { path: 'b.md', line: '- y' }]);
    expect(readWritten(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    for (const other of [null, undefined, 'x', 7, {}, { length: 2 }]) expect(readWritten(other)).toEqual([]);
    expect(readWritten([null, 'x', { path: 'a.md' }, { path: 1, line: '- x' }, kept[0], [kept[0]]])).toEqual([kept[0]]);
  });

  it('move with their note, and are forgotten one by one', () => {
    const kept = [written('- x'), { path: 'b.md', line: '- x' }];
    expect(movedWritten(kept, 'b.md', 'c.md')).toEqual([written('- x'), { path: 'c.md', line: '- x' }]);
    expect(movedWritten(kept, 'c.md', 'd.md')).toBe(kept);
    expect(withoutWritten(kept, { path: 'b.md', line: '- x' })).toEqual([written('- x')]);
  });

  it('show nothing of a private one', () => {
    expect(shownLine(written('- 2026-08-04 open'))).toBe('- 2026-08-04 open');
    expect(shownLine(written('- 2026-08-04 secret [private:: true]'))).toBe('…');
    expect(shownLine(written('no log line'))).toBe('…');
  });
});
