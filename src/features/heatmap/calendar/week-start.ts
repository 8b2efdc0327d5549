import type { WeekStart } from '../../../core/heatmap/grid';
import type { Settings } from '../../../settings/schema';

const WEEK_STARTS = { monday: 1, sunday: 7, saturday: 6 } as const;

/** The weekday that calendars begin with, where a block does not say otherwise. */
export function weekStartOf({ weekStart }: Pick<Settings, 'weekStart'>): WeekStart {
  return WEEK_STARTS[weekStart];
}
