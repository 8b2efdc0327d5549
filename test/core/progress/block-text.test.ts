import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import {
  FIRST_CHOICES,
  optionsFor,
  progressBlockText,
  type ProgressChoices,
} from '../../../src/core/progress/block-text';
import { PROGRESS_STYLES, readProgressOptions } from '../../../src/core/progress/options';
import { readNamedSpans } from '../../../src/core/time/named-spans';
import { PERIOD_UNITS } from '../../../src/core/time/period';

const yaml = { parse: (text: string) => parse(text) as unknown, stringify: (value: unknown) => stringify(value) };
const text = (choices: Partial<ProgressChoices>, weeklyGoal = 0): string =>
  progressBlockText(optionsFor({ ...FIRST_CHOICES, ...choices }, weeklyGoal), yaml);

describe('the block that the form writes', () => {
  it('is empty where nothing was changed', () => {
    expect(text({})).toBe('```time-progress\n```');
  });

  it('counts up, repeats and counts in a unit where that was chosen', () => {
    const spans = 'In the group: 2025-09-01\nTerm: 2026-09-07..2027-01-15';
    expect(text({ periods: [], spans, countsUp: true, unit: 'weeks', repeat: 'year' })).toBe(
      [
        '```time-progress',
        'periods: []',
        'spans:',
        '  - name: In the group',
        '    from: 2025-09-01',
        '    unit: weeks',
        '  - name: Term',
        '    from: 2026-09-07',
        '    to: 2027-01-15',
        '    unit: weeks',
        '    repeat: year',
        '```',
      ].join('\n'),
    );
    expect(text({ spans: 'Report: 2026-03-31', repeat: 'year' })).toContain('to: 2026-03-31\n    repeat: year');
  });

  it('says only what is not usual', () => {
    expect(text({ style: 'bars', periods: ['week', 'year'], spans: 'CVPR: 2026-11-17 23:59 AoE', goal: '300' })).toBe(
      [
        '```time-progress',
        'style: bars',
        'periods:',
        '  - week',
        '  - year',
        'spans:',
        '  - name: CVPR',
        '    to: 2026-11-17 23:59 AoE',
        'goal:',
        '  minutes: 300',
        '```',
      ].join('\n'),
    );
  });

  it('follows the setting’s goal where it is the same', () => {
    expect(optionsFor({ ...FIRST_CHOICES, goal: ' 300 ' }, 300)).toEqual({ goal: 'reading' });
  });

  it('is fenced by more backticks than a name holds', () => {
    expect(text({ spans: 'a ```` b: 2026-11-17' })).toMatch(/^`{5}time-progress\n[^]*\n`{5}$/);
  });

  it('reads back as it was chosen, whatever the names', () => {
    const name = fc.string({ minLength: 1, maxLength: 12 }).map((raw) => raw.replace(/[\s:：#]+/g, 'x').trim() || 'x');
    const choices = fc.record({
      style: fc.constantFrom(...PROGRESS_STYLES),
      periods: fc.subarray([...PERIOD_UNITS]),
      named: fc.constant([]),
      names: fc.array(name, { maxLength: 3 }),
      goal: fc.constantFrom('', '120', '300'),
      language: fc.constantFrom('auto', 'zh', 'en'),
    });
    fc.assert(
      fc.property(choices, ({ names, ...rest }) => {
        const spans = names.map((one) => `${one}: 2026-09-07..2027-01-15`).join('\n');
        const block = text({ ...rest, spans } as Partial<ProgressChoices>, 300);
        const inside = block.split('\n').slice(1, -1).join('\n');
        const read = readProgressOptions(inside, yaml, { named: readNamedSpans(''), weeklyGoalMinutes: 300 });
        expect(read.problems).toEqual([]);
        expect(read.style).toBe(rest.style);
        expect(read.language).toBe(rest.language === 'auto' ? null : rest.language);
        expect(
          read.rows.map((row) =>
            row.kind === 'period'
              ? row.unit
              : row.kind === 'span'
                ? row.span.name
                : row.kind === 'goal'
                  ? row.goal.target
                  : row,
          ),
        ).toEqual([...rest.periods, ...names, ...(rest.goal === '' ? [] : [Number(rest.goal)])]);
      }),
    );
  });
});
