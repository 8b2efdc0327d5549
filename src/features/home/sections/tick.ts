import { setChecked, type ChecklistItem } from '../../../core/home/checklist';
import type { Frame } from './section-frame';

/** Sets an item's checkbox in its note and nothing else there; answers whether it was written. */
export async function tick(frame: Frame, path: string, item: ChecklistItem, checked: boolean): Promise<boolean> {
  const { ctx, words } = frame;
  const result = await ctx.notes.change(path, (text) => setChecked(text, item, checked));
  if (!result.ok) ctx.notify.warn(words.home.thisWeek.tickFailed(item.words));
  return result.ok;
}
