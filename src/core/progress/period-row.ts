import type { DateTime } from 'luxon';
import { addDays, dayOf } from '../time/calendar-day';
import { BAR_STEPS, nextStep, percentGone, stepsGone } from '../time/fraction';
import { weekOf } from '../time/iso-week';
import { daysLived } from '../time/local-day';
import { periodAt, type Period, type PeriodUnit, type WeekStart } from '../time/period';
import type { Detail, Label, ProgressRow } from './row';

const MILLISECONDS_AN_HOUR = 3_600_000;
const PARTS: Readonly<Record<PeriodUnit, number | null>> = { day: null, week: 7, month: null, quarter: 3, year: 12 };

/** Today, this week, month, quarter or year. */
export function periodRow(unit: PeriodUnit, now: DateTime, weekStart: WeekStart): ProgressRow {
  const period = periodAt(now, unit, weekStart);
  const { start, end } = period;
  const at = now.toMillis();
  const hour = start + (Math.floor((at - start) / MILLISECONDS_AN_HOUR) + 1) * MILLISECONDS_AN_HOUR;
  const step = nextStep(start, end, at, BAR_STEPS) ?? end;
  return {
    kind: 'period',
    period: unit,
    state: 'running',
    name: { of: 'period', unit },
    steps: stepsGone(start, end, at, BAR_STEPS),
    percent: percentGone(start, end, at),
    units: PARTS[unit],
    left: null,
    pace: null,
    detail: periodDetail(period, now),
    label: periodLabel(period, now),
    extent: {
      from: { day: period.firstDay, time: null, zone: null },
      to: { day: addDays(period.nextDay, -1), time: null, zone: null },
    },
    next: unit === 'day' ? Math.min(step, hour) : step,
  };
}

function periodDetail(period: Period, now: DateTime): Detail {
  const { unit, firstDay, nextDay, start, end } = period;
  if (unit === 'day') {
    const elapsed = Math.floor((now.toMillis() - start) / MILLISECONDS_AN_HOUR);
    return { says: 'of', elapsed, total: (end - start) / MILLISECONDS_AN_HOUR, unit: 'hours' };
  }
  const elapsed = daysLived(firstDay, dayOf(now), now.zone);
  return { says: 'of', elapsed, total: daysLived(firstDay, nextDay, now.zone), unit: 'days' };
}

function periodLabel({ unit, firstDay }: Period, now: DateTime): Label {
  if (unit === 'day') return { says: 'day', day: firstDay };
  if (unit === 'week') return { says: 'week', week: weekOf(dayOf(now)) };
  return { says: unit, day: firstDay };
}
