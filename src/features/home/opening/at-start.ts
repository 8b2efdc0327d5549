import type { App } from 'obsidian';
import type { HomeContext } from '../context';
import { openHome } from './open-home';

/** Opens home when the app starts, if the student wants that and no other plugin sees to it. */
export function openHomeAtStart(ctx: HomeContext): void {
  const { workspace } = ctx.app;
  if (workspace.layoutReady) return; // switched on by hand: the app started long ago
  workspace.onLayoutReady(() => {
    if (ctx.settings.values.openHomeAtStart && !hasHomepagePlugin(ctx.app)) void openHome(ctx, { quietly: true });
  });
}

/** Two plugins that open a note at start would fight; the one made for it goes first. */
function hasHomepagePlugin(app: App): boolean {
  const { plugins } = app as App & { readonly plugins?: { readonly enabledPlugins?: ReadonlySet<string> } };
  return plugins?.enabledPlugins?.has('homepage') === true;
}
