import { DateTime, type Zone } from 'luxon';
import type { IsoDate } from '../ports';
import { addDays, dayOf, daysBetween, partsOf } from '../time/calendar-day';
import { BAR_STEPS, nextStep, percentGone, stepsGone } from '../time/fraction';
import { daysLived, nextMidnight } from '../time/local-day';
import type { WeekStart } from '../time/period';
import type { When } from '../time/when';
import { countDown, wholeDays, type Countdown } from './countdown';
import { ordinalOf } from './ordinal';
import type { Detail, Label, ProgressRow } from './row';
import type { SpanUnit } from './span-options';
import type { Span } from './span';
import { wholeUnits } from './units';
import { workShare, type IsDayOff, type WorkShare } from './workdays';

const MILLISECONDS_AN_HOUR = 3_600_000;
const MOST_PARTS = 24; // more gaps than that are a blur
const NEAR_DAYS = 14;

type State = ProgressRow['state'];

/** A term, a degree, a deadline: whatever has a beginning and an end of its own. */
export function spanRow(span: Span, now: DateTime, weekStart: WeekStart, isDayOff: IsDayOff): ProgressRow {
  const { start, end } = span;
  const at = now.toMillis();
  if (span.kind === 'since') return sinceRow(span, now, isDayOff);
  const work = workOf(span, now, isDayOff);
  const state = stateOf(span, at);
  const { detail, next } = detailOf(span, now, weekStart, work, isDayOff);
  const running = state === 'running' || state === 'near';
  return {
    kind: span.kind,
    period: 'span',
    state,
    name: { of: 'text', text: span.name, link: span.link },
    steps: work?.steps(BAR_STEPS) ?? stepsGone(start, end, at, BAR_STEPS),
    percent: at < start ? null : (work?.steps(100) ?? percentGone(start, end, at)),
    units: span.kind === 'period' && running ? partsIn(detail) : null,
    left: state === 'near' ? Math.max(1, wholeDays(at, end - 1, span.zone)) : null,
    pace: null,
    detail,
    label: labelOf(span, now),
    extent: { from: span.from, to: span.to },
    next: Math.min(next, work?.next(BAR_STEPS) ?? nextStep(start, end, at, BAR_STEPS) ?? next),
  };
}

/** A span that is told in working days moves on these alone, while it runs; null for any other. */
function workOf(span: Span, now: DateTime, isDayOff: IsDayOff): WorkShare | null {
  const { kind, unit, start, end, zone } = span;
  const at = now.toMillis();
  if (kind !== 'period' || unit !== 'workdays' || at < start || at >= end) return null;
  const today = dayOf(now.setZone(zone));
  const work = workShare(dayOf(fromMillis(start, span)), lastDayOf(span), today, at, zone, isDayOff);
  return work.total === 0 ? null : work;
}

/** How long it is since a day: it has no end to fill a bar towards. */
function sinceRow(span: Span, now: DateTime, isDayOff: IsDayOff): ProgressRow {
  const { start, zone, from, to } = span;
  const at = now.toMillis();
  const { next: change, detail } =
    at < start ? startsIn(span, now) : sinceDetail(span, at, isDayOff, nextMidnight(now.setZone(zone)));
  return {
    kind: 'since',
    period: 'span',
    state: at < start ? 'before' : 'running',
    name: { of: 'text', text: span.name, link: span.link },
    ...{ steps: 0, percent: null, units: null, left: null, pace: null },
    detail,
    label: dated('since', span, to, start, now),
    extent: { from, to },
    next: change,
  };
}

function sinceDetail(
  { start, zone, unit: asked, from }: Span,
  at: number,
  isDayOff: IsDayOff,
  midnight: number,
): { readonly detail: Detail; readonly next: number } {
  const unit = asked ?? 'days';
  const hour = start + (Math.floor((at - start) / MILLISECONDS_AN_HOUR) + 1) * MILLISECONDS_AN_HOUR;
  const sameTime = from?.time === null ? midnight : Math.min(midnight, hour); // a day of its own begins at its time
  const detail: Detail = { says: 'since', count: wholeUnits(unit, start, at, zone, isDayOff), unit };
  return { detail, next: unit === 'hours' ? hour : sameTime };
}

function startsIn(span: Span, now: DateTime): { readonly detail: Detail; readonly next: number } {
  const { from, start, zone } = span;
  const at = now.toMillis();
  if (from?.time === null) {
    const count = daysBetween(dayOf(now.setZone(zone)), from.day);
    return { detail: { says: 'starts', count, unit: 'days' }, next: nextMidnight(now.setZone(zone)) };
  }
  const { next, ...left } = countDown(at, start, zone);
  return { detail: { says: 'starts', ...left }, next };
}

/** What is left of a deadline in the unit that was asked for, as long as there is a whole one. */
function leftOf({ unit, end, zone }: Span, at: number, isDayOff: IsDayOff): Countdown {
  const usual = countDown(at, end, zone);
  const count = unit === null ? 0 : wholeUnits(unit, at, unit === 'hours' ? end : end - 1, zone, isDayOff);
  if (unit === null || count === 0) return usual;
  const next = unit === 'hours' ? end - count * MILLISECONDS_AN_HOUR + 1 : countDown(at, end, zone).next;
  return { count, unit, next };
}

function stateOf({ kind, start, end, zone }: Span, at: number): State {
  if (at >= end) return 'after';
  if (at < start) return 'before';
  return kind === 'deadline' && wholeDays(at, end - 1, zone) <= NEAR_DAYS ? 'near' : 'running';
}

function detailOf(
  span: Span,
  now: DateTime,
  weekStart: WeekStart,
  work: WorkShare | null,
  isDayOff: IsDayOff,
): { readonly detail: Detail; readonly next: number } {
  const { kind, start, end, zone } = span;
  const at = now.toMillis();
  const today = dayOf(now.setZone(zone));
  const midnight = nextMidnight(now.setZone(zone));
  if (at >= end) {
    const count = Math.max(0, daysBetween(lastDayOf(span), today));
    return { detail: { says: kind === 'deadline' ? 'closed' : 'ended', count, unit: 'days' }, next: midnight };
  }
  if (kind === 'deadline') {
    const { next, ...left } = leftOf(span, at, isDayOff);
    return { detail: { says: 'left', ...left }, next };
  }
  if (at < start) return startsIn(span, now);
  if (work !== null) {
    return { detail: { says: 'of', elapsed: work.elapsed, total: work.total, unit: 'workdays' }, next: midnight };
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
  if (unit === 'days' || unit === 'workdays') {
    const days = (until: IsoDate): number => daysLived(first, until, zone);
    return { says: 'of', elapsed: days(today), total: days(addDays(last, 1)), unit: 'days' };
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
