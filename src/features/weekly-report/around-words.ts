import type { Context } from '../context';
import type { ReportOutcome } from './weekly-reports';

const KEY = 'research-handbook-words-between-told';

/**
 * What a sync may do to words between parts that were refreshed, and how to have none there. Said once on each device;
 * nothing where it was said, or where no words stood between.
 */
export function aroundWordsRemark(ctx: Context, { path, aroundWords }: ReportOutcome): string[] {
  if (!aroundWords || ctx.device.read(KEY) !== null) return [];
  try {
    ctx.device.keep(KEY, '1');
  } catch {
    // The device has no room: it is said again the next time, and the refresh is done all the same.
  }
  return [ctx.i18n.ui.report.aroundWords(path)];
}
