import type { ChecklistItem } from '../../../core/home/checklist';
import type { IsoWeek } from '../../../core/ports';
import { drawCheck, type OnTick } from '../../../ui/check-row';
import type { SectionContext } from './section-context';
import { drawHead } from './section-head';
import { drawNoteLink } from '../../../ui/note-link';

export interface PlanModel {
  /** Path of the report that planned it, or should have; null where there is none. */
  readonly path: string | null;
  /** The report's week; null where there is none. */
  readonly week: IsoWeek | null;
  /** Whether that is another week than the last. */
  readonly isOlder: boolean;
  /** Whether this week's report plans the next one already. */
  readonly isNextWritten: boolean;
  /** What is shown: the open items, and those ticked here. */
  readonly items: readonly ChecklistItem[];
  /** How many more are open. */
  readonly more: number;
  readonly done: number;
  readonly total: number;
}

/** What this week was meant to bring. */
export function drawPlan(parent: HTMLElement, ctx: SectionContext, plan: PlanModel, onTick: OnTick): void {
  const t = ctx.words.home.thisWeek;
  const { path, week, items, more, done, total } = plan;
  drawHead(parent, t.plan, total > 0 ? t.done(done, total) : null);
  if (path !== null && items.length > 0) {
    const list = parent.createDiv({ cls: 'rh-checks', attr: { role: 'list' } });
    for (const item of items) drawCheck(list, ctx, { path, item }, onTick);
    if (more > 0) drawNoteLink(ctx.app, parent, { path, text: t.more(more), cls: 'rh-quiet-link' });
  } else {
    const none = plan.isNextWritten ? t.nextPlanned : t.noPlan;
    parent.createDiv({ cls: 'rh-muted', text: total > 0 ? t.allDone : none });
    if (path !== null && week !== null && total === 0) {
      drawNoteLink(ctx.app, parent, { path, text: t.notPlanned(week), cls: 'rh-quiet-link' });
    }
  }
  if (plan.isOlder && week !== null && total > 0) parent.createDiv({ cls: 'rh-aside', text: t.planFrom(week) });
}
