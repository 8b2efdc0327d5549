import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { nextPaceChange, paceOf } from '../../../src/core/home/pace';
import { periodAt } from '../../../src/core/time/period';

const week = (iso: string, zone = 'Asia/Shanghai') => {
  const now = DateTime.fromISO(iso, { zone });
  return { week: periodAt(now, 'week'), now: now.toMillis() };
};

describe('the pace of a week', () => {
  it('is ahead by what was read beyond the week’s own share', () => {
    // Thursday 16:24 is 88.4 of 168 hours; of ten hours that asks for 5 h 15.71 min.
    const { week: period, now } = week('2026-11-05T16:24:00');
    expect(paceOf(385, 600, period, now)).toEqual({
      goal: 600,
      percent: 64,
      elapsed: 52.6,
      lead: 70,
      standing: 'ahead',
    });
  });

  it('is level within a quarter of an hour, and behind beyond it', () => {
    // Thursday noon is half of the week.
    const { week: period, now } = week('2026-11-05T12:00:00');
    expect(paceOf(300, 600, period, now)).toMatchObject({ lead: 0, standing: 'level' });
    expect(paceOf(286, 600, period, now)).toMatchObject({ lead: -14, standing: 'level' });
    expect(paceOf(285, 600, period, now)).toMatchObject({ lead: -15, standing: 'behind' });
    expect(paceOf(315, 600, period, now)).toMatchObject({ lead: 15, standing: 'ahead' });
  });

  it('is reached once the goal is, and goes on counting', () => {
    const { week: period, now } = week('2026-11-08T23:59:00');
    expect(paceOf(599, 600, period, now)).toMatchObject({ percent: 99, standing: 'level' });
    expect(paceOf(600, 600, period, now)).toMatchObject({ percent: 100, standing: 'reached' });
    expect(paceOf(750, 600, period, now)).toMatchObject({ percent: 125, standing: 'reached' });
  });

  it('goes by instants: a week with a 25-hour Sunday asks for less by Sunday’s start', () => {
    // 2026-11-01 has 25 hours in Los Angeles: 144 of 169 hours have gone by its midnight.
    const { week: period, now } = week('2026-11-01T00:00:00', 'America/Los_Angeles');
    expect(paceOf(0, 1_690, period, now).lead).toBe(-1_440);
  });

  it('changes exactly when it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_080 }), fc.integer({ min: 0, max: 604_799_999 }), (goal, into) => {
        const { week: period } = week('2026-11-05T12:00:00');
        const now = period.start + into;
        const next = nextPaceChange(goal, period, now);
        if (next === null) throw new Error('the week is not over');
        const lead = (at: number): number => paceOf(0, goal, period, at).lead;
        expect(next).toBeGreaterThan(now);
        expect(lead(next - 1)).toBe(lead(now));
        expect(lead(next)).toBe(lead(now) - 1);
      }),
    );
  });
});
