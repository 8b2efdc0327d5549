import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { missingWeeks } from '../../../src/core/report/missing-weeks';
import { dayOf } from '../../../src/core/time/calendar-day';

const none = (): boolean => false;
const missing = (
  firstEntry: string | null,
  reported: string[],
  today: string,
  isDayOff = none as (d: string) => boolean,
): string[] => missingWeeks({ firstEntry, reported: new Set(reported), today, isDayOff });

describe('weeks without a report', () => {
  it('run from the first entry or report to the last week that is over', () => {
    // 2026-08-06 lies in W32, which is not over; 2026-07-15 in W29.
    expect(missing('2026-07-15', ['2026-W30'], '2026-08-06')).toEqual(['2026-W29', '2026-W31']);
    expect(missing('2026-07-29', ['2026-W29'], '2026-08-06')).toEqual(['2026-W30', '2026-W31']);
    expect(missing(null, [], '2026-08-06')).toEqual([]);
    expect(missing('2026-08-04', [], '2026-08-06')).toEqual([]);
  });

  it('are none of the years that a slip of the pen lies back', () => {
    expect(missing('2026-07-29', ['0026-W30'], '2026-08-06')).toEqual(['2026-W31']);
    expect(missing(null, ['0026-W30'], '2026-08-06')).toEqual([]);
  });

  it('cross the year with its week 53', () => {
    // 2026 has 53 ISO weeks: 1 January 2026 is a Thursday.
    expect(missing('2026-12-23', [], '2027-01-12')).toEqual(['2026-W52', '2026-W53', '2027-W01']);
    expect(missing('2025-12-20', [], '2026-01-06')).toEqual(['2025-W51', '2025-W52', '2026-W01']);
  });

  it('are not missed where Monday to Friday are days off', () => {
    const off = (day: string): boolean => '2026-07-20' <= day && day <= '2026-07-24';
    expect(missing('2026-07-15', [], '2026-08-06', off)).toEqual(['2026-W29', '2026-W31']);
    const fourDays = (day: string): boolean => off(day) && day !== '2026-07-22';
    expect(missing('2026-07-15', [], '2026-08-06', fourDays)).toEqual(['2026-W29', '2026-W30', '2026-W31']);
  });

  it('agree with a calendar of its own, in every zone', () => {
    const instant = fc.date({ min: new Date('2015-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.nat(120), (first, weeks) => {
        const from = DateTime.fromJSDate(first);
        const to = from.plus({ weeks });
        const expected = Array.from({ length: weeks }, (_, at) => from.plus({ weeks: at }).toFormat("kkkk-'W'WW"));
        expect(missing(dayOf(from), [], dayOf(to))).toEqual(expected);
      }),
    );
  });
});
