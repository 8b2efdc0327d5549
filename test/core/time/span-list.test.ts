import fc from 'fast-check';
import { FixedOffsetZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import { readNamedSpans } from '../../../src/core/time/named-spans';
import {
  printSpan,
  readSpan,
  spanRows,
  withSpan,
  withSpanMoved,
  withoutSpan,
  type SpanInput,
} from '../../../src/core/time/span-list';

const TERMS = `# terms
Autumn term: 2026-09-07..2027-01-15
Spring term：2027年2月26日 至 2027年7月4日

# deadlines
CVPR 2027: 2026-11-17 23:59 AoE
Proposal: some day
`;
const zone = FixedOffsetZone.utcInstance;
const read = (input: Partial<SpanInput>, others: string[] = []) =>
  readSpan({ name: 'A', kind: 'span', from: '2026-09-07', to: '2027-01-15', ...input }, others, zone);

describe('the rows of the setting', () => {
  it('are its spans as they are written, and lines that mean to be', () => {
    expect(spanRows(TERMS).map(({ line, span }) => [line, span])).toEqual([
      [1, { name: 'Autumn term', from: '2026-09-07', to: '2027-01-15' }],
      [2, { name: 'Spring term', from: '2027年2月26日', to: '2027年7月4日' }],
      [5, { name: 'CVPR 2027', from: null, to: '2026-11-17 23:59 AoE' }],
      [6, null],
    ]);
    expect(spanRows('\n# none\n')).toEqual([]);
  });

  it('change one at a time, and every other line keeps its bytes', () => {
    const span = { name: 'ICCV', from: null, to: '2027-03-08' };
    const lines = TERMS.trimEnd().split('\n');
    const changed = (at: number, text: string): string =>
      lines.map((line, index) => (index === at ? text : line)).join('\n');
    expect(withSpan(TERMS, 2, span)).toBe(changed(5, 'ICCV: 2027-03-08'));
    expect(withSpan(TERMS, null, span)).toBe([...lines, 'ICCV: 2027-03-08'].join('\n'));
    expect(withSpan('', null, span)).toBe('ICCV: 2027-03-08');
    expect(withoutSpan(TERMS, 3)).toBe(lines.slice(0, 6).join('\n'));
    expect(withoutSpan('A: 2026-01-01', 0)).toBe('');
    expect(withoutSpan(TERMS, 9)).toBe(lines.join('\n'));
  });

  it('move before or behind another, remarks staying where they are', () => {
    const order = (setting: string): string[] => setting.split('\n').map((line) => line.slice(0, 4));
    expect(order(withSpanMoved(TERMS, 2, 0))).toEqual(['# te', 'CVPR', 'Autu', 'Spri', '', '# de', 'Prop']);
    expect(order(withSpanMoved(TERMS, 0, 2))).toEqual(['# te', 'Spri', '', '# de', 'CVPR', 'Autu', 'Prop']);
    expect(withSpanMoved(TERMS, 1, 1)).toBe(TERMS);
    expect(withSpanMoved(TERMS, 0, 9)).toBe(TERMS);
  });
});

describe('a form', () => {
  it.each([
    [{ name: ' ' }, { name: 'empty' }],
    [
      { from: '', to: '' },
      { from: 'empty', to: 'empty' },
    ],
    [
      { from: 'next week', to: '2026-02-30' },
      { from: 'no-date', to: 'no-date' },
    ],
    [{ from: '2027-01-16' }, { to: 'reversed' }],
    [{ from: '2026-09-07 12:00', to: '2026-09-07 12:00' }, { to: 'reversed' }],
    [{ name: '# A' }, { name: 'no-name' }],
    [{ name: 'A: 2026-01-01..2026-01-02', kind: 'deadline' as const, to: '2026-03-01' }, null],
    [{ name: 'A\nB' }, { name: 'no-name' }],
  ] as const)('with %j is refused as %j, where that is wrong', (input, problems) => {
    const result = read(input);
    if (problems === null) expect(result.ok).toBe(true);
    else expect(result).toEqual({ ok: false, problems });
  });

  it('asks for a beginning of a span alone, and for a name that no other has', () => {
    expect(read({ kind: 'deadline', from: 'whatever' })).toEqual({
      ok: true,
      span: { name: 'A', from: null, to: '2027-01-15' },
    });
    expect(read({}, ['A'])).toEqual({ ok: false, problems: { name: 'taken' } });
    expect(read({ from: '2026-09-07', to: '2026-09-07' }).ok).toBe(true); // a day is a span
  });

  it('that is taken is read back from the setting as it was typed, whatever the name', () => {
    const piece = fc.constantFrom(
      'a',
      '学期',
      ':',
      '：',
      ' ',
      '#',
      '2026-01-01',
      '..',
      '~',
      '至',
      '|',
      '[[x]]',
      '\n',
      '\r',
    );
    const name = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, fc.constantFrom('span', 'deadline'), (typed, kind) => {
        const result = read({ name: typed, kind });
        if (!result.ok) return;
        const { spans, unreadable } = readNamedSpans(withSpan(TERMS, null, result.span));
        expect(unreadable).toHaveLength(1); // “some day”
        expect(spans.at(-1)?.name).toBe(typed.trim());
        expect(printSpan(result.span)).not.toContain('\n');
      }),
    );
  });
});
