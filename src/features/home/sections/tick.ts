import { setChecked, type ChecklistItem } from '../../../core/home/checklist';
import type { SectionContext } from './section-context';

/** Sets an item's checkbox in its note and nothing else there; answers whether it was written. */
export async function tick(ctx: SectionContext, path: string, item: ChecklistItem, checked: boolean): Promise<boolean> {
  const result = await ctx.notes.change(path, (text) => setChecked(text, item, checked));
  if (!result.ok) ctx.notify.warn(ctx.words.home.thisWeek.tickFailed(item.words));
  return result.ok;
}
