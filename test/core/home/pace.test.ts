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
    // Thursday 16:24 is 88.4 of 168 hours, 52.6 %: 105 of 200 steps, which of ten hours asks for 5 h 15 min.
    const { week: period, now } = week('2026-11-05T16:24:00');
    expect(paceOf(385, 600, period, now)).toEqual({
      goal: 600,
      percent: 64,
      elapsed: 52.5,
      standing: { is: 'ahead', by: 70 },
    });
  });

  it('is level within half a day’s worth, and behind beyond it', () => {
    // Thursday noon is half of the week; half a day of ten hours a week is 42.9 minutes.
    const { week: period, now } = week('2026-11-05T12:00:00');
    expect(paceOf(300, 600, period, now).standing).toEqual({ is: 'on-pace' });
    expect(paceOf(258, 600, period, now).standing).toEqual({ is: 'on-pace' });
    expect(paceOf(255, 600, period, now).standing).toEqual({ is: 'behind', by: 45 });
  });

  it('is reached once the goal is, and goes on counting', () => {
    const { week: period, now } = week('2026-11-08T23:59:00');
    expect(paceOf(599, 600, period, now)).toMatchObject({ percent: 99, standing: { is: 'on-pace' } });
    expect(paceOf(600, 600, period, now)).toMatchObject({ percent: 100, standing: { is: 'reached' } });
    expect(paceOf(750, 600, period, now)).toMatchObject({ percent: 125, standing: { is: 'reached' } });
  });

  it('goes by instants: a week with a 25-hour Sunday asks for less by Sunday’s start', () => {
    // 2026-11-01 has 25 hours in Los Angeles: by its midnight 144 of 169 hours have gone, 170 of 200 steps.
    const { week: period, now } = week('2026-11-01T00:00:00', 'America/Los_Angeles');
    expect(paceOf(0, 1_690, period, now)).toMatchObject({ elapsed: 85, standing: { is: 'behind', by: 1_435 } });
  });

  it('changes no earlier than it says, and then it does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 604_799_999 }), (into) => {
        const { week: period } = week('2026-11-05T12:00:00');
        const now = period.start + into;
        const next = nextPaceChange(period, now);
        if (next === null) throw new Error('the week is not over');
        const elapsed = (at: number): number => paceOf(0, 600, period, at).elapsed;
        expect(next).toBeGreaterThan(now);
        expect(elapsed(next - 1)).toBe(elapsed(now));
        expect(elapsed(next)).toBe(elapsed(now) + 0.5);
      }),
    );
  });
});
