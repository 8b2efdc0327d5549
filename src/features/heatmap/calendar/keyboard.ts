import type { IsoDate } from '../../../core/ports';
import { addDays, addMonths, daysBetween, weekdayOf } from '../../../core/time/calendar-day';
import type { DayRange } from '../../../core/heatmap/range';
import type { WeekStart } from '../../../core/heatmap/grid';

/** What of a key press matters. */
export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly rtl: boolean;
  /** Whether weeks are rows rather than columns. */
  readonly turned?: boolean;
}

/**
 * Where a key leads from a day: up and down by days, left and right by weeks (the columns; the other way round where weeks
 * are rows), Home and End to the ends of
 * the week and with Ctrl to those of the range, PageUp and PageDown by months; after the grid and date-picker patterns
 * of the ARIA Authoring Practices. Null for a key that moves nowhere.
 */
export function dayAfterKey(press: KeyPress, from: IsoDate, range: DayRange, weekStart: WeekStart): IsoDate | null {
  const target = moved(press, from, range, weekStart);
  if (target === null) return null;
  return isBefore(target, range.from) ? range.from : isBefore(range.to, target) ? range.to : target;
}

function moved(press: KeyPress, from: IsoDate, range: DayRange, weekStart: WeekStart): IsoDate | null {
  const { key, ctrl, turned = false } = press;
  const onwards = press.rtl ? -1 : 1;
  const [down, right] = turned ? [7, onwards] : [1, 7 * onwards];
  const inWeek = (weekdayOf(from) - weekStart + 7) % 7;
  switch (key) {
    case 'ArrowUp':
      return within(from, -down, range);
    case 'ArrowDown':
      return within(from, down, range);
    case 'ArrowLeft':
      return within(from, -right, range);
    case 'ArrowRight':
      return within(from, right, range);
    case 'Home':
      return ctrl ? range.from : addDays(from, -inWeek);
    case 'End':
      return ctrl ? range.to : addDays(from, 6 - inWeek);
    case 'PageUp':
      return addMonths(from, -1);
    case 'PageDown':
      return addMonths(from, 1);
    default:
      return null;
  }
}

/** A step to a week that does not hold this weekday, or out of the range, stays where it is. */
function within(from: IsoDate, days: number, range: DayRange): IsoDate {
  const target = addDays(from, days);
  return isBefore(target, range.from) || isBefore(range.to, target) ? from : target;
}

/** A step from the calendar's last day is none that sorts as a text. */
function isBefore(a: IsoDate, b: IsoDate): boolean {
  return daysBetween(a, b) > 0;
}
