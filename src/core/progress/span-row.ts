import { DateTime, type Zone } from 'luxon';
import type { IsoDate } from '../ports';
import { addDays, dayOf, daysBetween, partsOf } from '../time/calendar-day';
import { BAR_STEPS, nextStep, percentGone, stepsGone } from '../time/fraction';
import { daysLived, nextMidnight } from '../time/local-day';
import type { WeekStart } from '../time/period';
import type { When } from '../time/when';
import { countDown, wholeDays } from './countdown';
import { ordinalOf } from './ordinal';
import type { Detail, Label, ProgressRow } from './row';
import type { SpanUnit } from './span-options';
import type { Span } from './span';

const MILLISECONDS_AN_HOUR = 3_600_000;
const MOST_PARTS = 24; // more gaps than that are a blur
const NEAR_DAYS = 14;

type State = ProgressRow['state'];

/** A term, a degree, a deadline: whatever has a beginning and an end of its own. */
export function spanRow(span: Span, now: DateTime, weekStart: WeekStart): ProgressRow {
  const { start, end } = span;
  const at = now.toMillis();
  const state = stateOf(span, at);
  const { detail, next } = detailOf(span, now, weekStart);
  const running = state === 'running' || state === 'near';
  return {
    kind: span.kind,
    period: 'span',
    state,
    name: { of: 'text', text: span.name, link: span.link },
    steps: stepsGone(start, end, at, BAR_STEPS),
    percent: at < start ? null : percentGone(start, end, at),
    units: span.kind === 'period' && running ? partsIn(detail) : null,
    left: state === 'near' ? Math.max(1, wholeDays(at, end - 1, span.zone)) : null,
    pace: null,
    detail,
    label: labelOf(span, now),
    extent: { from: span.from, to: span.to },
    next: Math.min(next, nextStep(start, end, at, BAR_STEPS) ?? next),
  };
}

function stateOf({ kind, start, end, zone }: Span, at: number): State {
  if (at >= end) return 'after';
  if (at < start) return 'before';
  return kind === 'deadline' && wholeDays(at, end - 1, zone) <= NEAR_DAYS ? 'near' : 'running';
}

function detailOf(span: Span, now: DateTime, weekStart: WeekStart): { readonly detail: Detail; readonly next: number } {
  const { kind, start, end, zone } = span;
  const at = now.toMillis();
  const today = dayOf(now.setZone(zone));
  const midnight = nextMidnight(now.setZone(zone));
  if (at >= end) {
    const count = Math.max(0, daysBetween(lastDayOf(span), today));
    return { detail: { says: kind === 'deadline' ? 'closed' : 'ended', count, unit: 'days' }, next: midnight };
  }
  if (kind === 'deadline') {
    const { next, ...left } = countDown(at, end, zone);
    return { detail: { says: 'left', ...left }, next };
  }
  if (at < start) {
    if (span.from?.time === null) {
      return { detail: { says: 'starts', count: daysBetween(today, span.from.day), unit: 'days' }, next: midnight };
    }
    const { next, ...left } = countDown(at, start, zone);
    return { detail: { says: 'starts', ...left }, next };
  }
  return { detail: goneOf(span, at, today, weekStart), next: Math.min(midnight, nextHour(span, at)) };
}

/** Elapsed and total in the span's own unit. */
function goneOf(span: Span, at: number, today: IsoDate, weekStart: WeekStart): Detail {
  const { start, end, zone } = span;
  const first = dayOf(fromMillis(start, span));
  const last = lastDayOf(span);
  const unit = span.unit ?? usualUnit(start, end, first, last);
  if (unit === 'hours') {
    const hours = (until: number): number => Math.floor((until - start) / MILLISECONDS_AN_HOUR);
    return { says: 'of', elapsed: hours(at), total: hours(end), unit };
  }
  if (unit === 'days') {
    const days = (until: IsoDate): number => daysLived(first, until, zone);
    return { says: 'of', elapsed: days(today), total: days(addDays(last, 1)), unit };
  }
  const ordinal = { weeks: 'week', months: 'month', years: 'year' } as const;
  return { says: 'ordinal', unit: ordinal[unit], ...ordinalOf(ordinal[unit], first, last, today, weekStart) };
}

/** A term is told in weeks, a grant in months, a degree in years. */
function usualUnit(start: number, end: number, first: IsoDate, last: IsoDate): SpanUnit {
  const days = daysBetween(first, last) + 1;
  if (days <= 2 && end - start <= 48 * MILLISECONDS_AN_HOUR) return 'hours';
  if (days <= 21) return 'days';
  if (days <= 280) return 'weeks';
  return days <= 731 ? 'months' : 'years';
}

function nextHour({ start, unit, end }: Span, at: number): number {
  if (unit !== 'hours' && end - start > 48 * MILLISECONDS_AN_HOUR) return Infinity;
  return start + (Math.floor((at - start) / MILLISECONDS_AN_HOUR) + 1) * MILLISECONDS_AN_HOUR;
}

function partsIn(detail: Detail): number | null {
  const total = 'total' in detail ? detail.total : 0;
  return total > 1 && total <= MOST_PARTS ? total : null;
}

/** The last day on which it still runs, by the clock of the span's zone. */
function lastDayOf(span: Span): IsoDate {
  return dayOf(fromMillis(span.end - 1, span));
}

function labelOf(span: Span, now: DateTime): Label {
  const { kind, start, end } = span;
  const at = now.toMillis();
  if (kind === 'period' && at < start && span.from) return dated('begins', span, span.from, start, now);
  const says = at >= end ? 'was' : kind === 'deadline' ? 'due' : 'ends';
  return dated(says, span, span.to, end, now);
}

type DatedLabel = Extract<Label, { readonly precision: string }>;

/** A date as it was written; as soon as a time or a zone is in play, the student's own clock says it. */
function dated(says: DatedLabel['says'], span: Span, when: When, instant: number, now: DateTime): Label {
  const { day, time } = shown(when, instant, span.zone, now.zone);
  const far = partsOf(day).year !== now.year;
  const precision = !far ? 'day' : says === 'ends' && isLong(span) ? 'month' : 'year-and-day';
  return { says, day, time: far ? null : time, precision };
}

function shown(
  when: When,
  instant: number,
  own: Zone,
  zone: Zone,
): { readonly day: IsoDate; readonly time: number | null } {
  if (when.time === null && zone.offset(instant) === own.offset(instant)) return { day: when.day, time: null };
  const local = DateTime.fromMillis(instant, { zone });
  return { day: dayOf(local), time: ((local.hour * 60 + local.minute) * 60 + local.second) * 1000 };
}

function isLong(span: Span): boolean {
  const first = dayOf(fromMillis(span.start, span));
  return (span.unit ?? usualUnit(span.start, span.end, first, lastDayOf(span))) === 'years';
}

function fromMillis(instant: number, { zone }: Span): DateTime {
  return DateTime.fromMillis(instant, { zone });
}
