import type { ProgressRow } from '../../core/progress/row';
import { partsOf, weekdayOf } from '../../core/time/calendar-day';
import { writeTime, writeWhen } from '../../core/time/when';
import type { GoalMetric } from '../../core/progress/options';
import type { Wordings } from '../../i18n';

/** Everything a row says. */
export interface RowWords {
  readonly name: string;
  readonly elapsed: string;
  /** Stands behind `elapsed`, and is left out where the total follows at once. */
  readonly unit: string;
  readonly total: string | null;
  readonly percent: string;
  readonly now: string;
  /** For a screen reader: the name and when it is, then how far it has gone. */
  readonly label: string;
  readonly spoken: string;
}

export function wordRow(row: ProgressRow, t: Wordings): RowWords {
  const name = nameOf(row, t);
  const percent = row.percent === null ? '—' : `${String(row.percent)}%`;
  const detail = detailOf(row, t);
  const now = labelOf(row, t);
  const said = `${detail.elapsed}${detail.unit}`;
  return {
    name,
    percent,
    now,
    ...detail,
    label: row.extent === null ? name : t.progress.tooltip(name, extentOf(row.extent, t)),
    spoken: t.progress.spoken(
      row.percent === null ? '' : percent,
      detail.total === null ? said : t.progress.spokenOf(said, detail.total),
      now,
    ),
  };
}

function nameOf({ name }: ProgressRow, { progress: t }: Wordings): string {
  if (name.of === 'text') return name.text;
  return name.of === 'goal' ? t.goalName : t.period(name.unit);
}

type DetailWords = Pick<RowWords, 'elapsed' | 'unit' | 'total'>;

function detailOf({ detail }: ProgressRow, t: Wordings): DetailWords {
  const { progress } = t;
  const alone = (elapsed: string): DetailWords => ({ elapsed, unit: '', total: null });
  switch (detail.says) {
    case 'of':
      return {
        elapsed: String(detail.elapsed),
        unit: progress.unitAfter(detail.elapsed, detail.unit),
        total: progress.amount(detail.total, detail.unit),
      };
    case 'ordinal':
      return {
        elapsed: progress.ordinal(detail.unit, detail.at),
        unit: '',
        total: progress.ordinalTotal(detail.unit, detail.total),
      };
    case 'left':
      return alone(progress.left(detail.count, detail.unit));
    case 'starts':
      return alone(progress.starts(detail.count, detail.unit));
    case 'since':
      return alone(progress.since(detail.count, detail.unit));
    case 'ended':
      return alone(progress.ended(detail.count));
    case 'closed':
      return alone(progress.closed(detail.count));
    case 'read':
      return {
        elapsed: readAmount(detail.done, detail.metric, t),
        unit: '',
        total: readAmount(detail.target, detail.metric, t),
      };
    case 'waiting':
      return alone(progress.waiting);
  }
}

/** Minutes as a length of time; log lines and sources by their number. */
function readAmount(amount: number, metric: GoalMetric, t: Wordings): string {
  if (metric === 'sessions') return t.progress.sessions(amount);
  if (metric === 'sources') return t.progress.sources(amount);
  return t.common.duration(amount);
}

function labelOf({ label }: ProgressRow, t: Wordings): string {
  const { progress, common } = t;
  switch (label.says) {
    case 'nothing':
      return '';
    case 'week':
      return label.week;
    case 'day': {
      const { month, day } = partsOf(label.day);
      return common.dayAndWeekday(month, day, weekdayOf(label.day));
    }
    case 'month':
    case 'quarter':
    case 'year': {
      const { year, month } = partsOf(label.day);
      if (label.says === 'year') return progress.year(year);
      return label.says === 'month' ? progress.month(year, month) : progress.quarter(year, Math.ceil(month / 3));
    }
    case 'pace': {
      const { pace } = label;
      if (pace.is === 'reached') return progress.reached;
      if (!('by' in pace)) return progress.onPace;
      const by = readAmount(pace.by, label.metric, t);
      return pace.is === 'ahead' ? progress.ahead(by) : progress.behind(by);
    }
    case 'begins':
    case 'ends':
    case 'due':
    case 'since':
    case 'was': {
      const { year, month, day } = partsOf(label.day);
      if (label.precision === 'month') return progress.month(year, month);
      const date = label.precision === 'day' ? common.day(month, day) : common.dayAndYear(year, month, day);
      const when = label.time === null ? date : progress.withTime(date, writeTime(label.time));
      if (label.says === 'ends') return progress.ends(when);
      if (label.says === 'since') return progress.sinceWhen(when);
      return label.says === 'due' ? progress.due(when) : when.trim();
    }
  }
}

/** Dates as they were written, in the zone they name. */
function extentOf({ from, to }: NonNullable<ProgressRow['extent']>, { progress: t }: Wordings): string {
  if (from === null) return t.until(writeWhen(to));
  return from.day === to.day && from.time === null && to.time === null
    ? from.day
    : t.extent(writeWhen(from), writeWhen(to));
}
