import { closingOf, withClosed, type Closing } from '../../core/marks/close-mark';
import type { ListedMark } from '../../core/marks/listing';
import type { Context } from '../context';

/** How the mark would be closed, by its note as it is now; null, and said, where the mark is not there any more. */
export async function plannedClosing(ctx: Context, mark: ListedMark): Promise<Closing | null> {
  const t = ctx.i18n.ui.marks;
  const text = await ctx.notes.read(mark.path);
  const closing = text === null ? null : closingOf(text, mark, ctx.marks.rules());
  if (closing === null) ctx.notify.warn(text === null ? ctx.i18n.ui.search.gone(mark.path) : t.changed(mark.path));
  return closing;
}

/** Writes what was shown, if the line is still the same, and says so where it is not. */
export async function writeClosing(ctx: Context, path: string, closing: Closing): Promise<void> {
  const t = ctx.i18n.ui.marks;
  const written = await ctx.notes.change(path, (text) => withClosed(text, closing, ctx.marks.rules()));
  if (!written.ok) ctx.notify.warn(written.reason === 'failed' ? t.failed(path, written.message) : t.changed(path));
}
