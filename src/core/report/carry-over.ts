import type { IsoWeek } from '../ports';
import { inlineFields, withoutRanges } from '../markdown/inline-fields';
import type { EarlierPlan, Feedback, PlanItem } from './model';
import { outlineOf, type OutlineItem } from './outline';
import { taskWords } from '../tasks/words';

/** An earlier report's note. */
export interface EarlierReport {
  readonly week: IsoWeek;
  readonly path: string;
  readonly text: string;
}

const REASON_KEYS = new Set(['reason', '原因']);
const BETWEEN_LINES = '; ';

/**
 * What an earlier report planned, beside what became of it: ticked or not, and why not, where a line below the item or
 * a field `[reason:: …]` says so. Empty boxes are left out, and what is private is not there (see `outlineOf`).
 *
 * @param headings - names of the plan's heading, in any language
 */
export function planOf(report: EarlierReport, headings: readonly string[]): EarlierPlan {
  const outline = outlineOf(report.text, headings);
  const items = (outline?.items ?? []).flatMap((item) => planItem(item) ?? []);
  return { week: report.week, place: { path: report.path, heading: outline?.heading ?? null }, items };
}

/**
 * What the advisor wrote under an earlier report and the student has not ticked off there: list items, or paragraphs.
 *
 * @param headings - names of the feedback's heading, in any language
 */
export function feedbackOf(report: EarlierReport, headings: readonly string[]): Feedback[] {
  const outline = outlineOf(report.text, headings);
  if (outline === null) return [];
  const place = { path: report.path, heading: outline.heading };
  return outline.items.flatMap((item) => {
    if (item.text === '' || isTicked(item)) return [];
    const text = [item.text, ...item.below].filter((line) => line !== '').join(BETWEEN_LINES);
    return [{ week: report.week, place, text }];
  });
}

function planItem(item: OutlineItem): PlanItem | null {
  const fields = inlineFields(item.text).filter(({ key }) => REASON_KEYS.has(key));
  const text = taskWords(withoutRanges(item.text, fields));
  if (text === '') return null;
  const reasons = [...fields.map(({ value }) => value), ...item.below].map(taskWords).filter((reason) => reason !== '');
  return { text, done: isTicked(item), reason: reasons.length === 0 ? null : reasons.join(BETWEEN_LINES) };
}

function isTicked(item: OutlineItem): boolean {
  return item.checkbox === 'x' || item.checkbox === 'X';
}
