import { withPageClass, type PageClass } from '../../../core/home/page-class';
import type { HomeContext } from '../context';
import { findHome, openHome, sayNoHome } from './open-home';

/**
 * Lets a home note that the student made, or had before, look as the page does: adds a class to its properties, and
 * nothing else. Notes made by a set-up have it.
 */
export async function givePageLook(ctx: HomeContext): Promise<void> {
  const t = ctx.i18n.ui.home.pageLook;
  const path = await findHome(ctx, ctx.places.language());
  if (path === null) {
    sayNoHome(ctx);
    return;
  }
  let found: PageClass | null = null;
  const written = await ctx.notes.change(path, (text) => {
    found = withPageClass(text, ctx.yaml);
    return found.kind === 'added' ? found.text : null;
  });
  const kind = (found as PageClass | null)?.kind ?? null;
  if (kind === 'unreadable') ctx.notify.warn(t.unreadable(path));
  else if (kind === 'there') ctx.notify.info(t.there(path));
  else if (written.ok) ctx.notify.info(t.given(path));
  else ctx.notify.warn(t.failed(path, written.message));
  if (kind === 'there' || written.ok) await openHome(ctx, { asView: false });
}
