import type { App, PaneType, WorkspaceLeaf } from 'obsidian';
import type { Language } from '../../../core/ports';
import { openNote, showReading } from '../../../ui/open-note';
import type { HomeContext } from '../context';
import { homeNotePath } from './home-note';
import { HOME_VIEW } from '../page/home-view';

/** How home is to be opened. */
export interface OpenHome {
  /** As a page of its own instead of the note; left out, as the settings say. */
  readonly asView?: boolean;
  readonly language?: Language;
  readonly pane?: PaneType | boolean;
  /** Says nothing where there is no home note; for what the student did not ask for just now. */
  readonly quietly?: boolean;
}

/** Opens home, or shows it where it is open already. The note is never made or written to here. */
export async function openHome(ctx: HomeContext, how: OpenHome = {}): Promise<void> {
  const { asView = ctx.settings.values.homeAsView, pane = false } = how;
  if (asView) {
    await openView(ctx.app, pane);
    return;
  }
  const path = await findHome(ctx, how.language ?? ctx.places.language());
  if (path === null) {
    if (how.quietly !== true) sayNoHome(ctx);
    return;
  }
  await revealNote(ctx, path, pane);
}

/** There is no home note: names it where the vault is set up, else offers to set it up. */
export function sayNoHome(ctx: HomeContext): void {
  const t = ctx.i18n.ui.home;
  const isSetUp = ctx.places.record() !== null;
  ctx.notify.warn(isSetUp ? t.noHome(ctx.places.folders().home) : t.notSetUp);
  if (!isSetUp) ctx.offers.handbook.setUp();
}

/** Where the note is known already it opens at once; only then is the vault's cache waited for. */
export async function findHome(ctx: HomeContext, language: Language): Promise<string | null> {
  const known = homeNotePath(ctx, language);
  if (known !== null) return known;
  await ctx.notes.settled();
  return homeNotePath(ctx, language);
}

/** In reading view, unless the student wants it as the app opens notes: it is a page to look at, not a text to edit. */
async function revealNote(ctx: HomeContext, path: string, pane: PaneType | boolean): Promise<void> {
  const { app, settings } = ctx;
  const reading = settings.values.homeReading;
  const open = pane === false ? leafWith(app, path) : null;
  if (open === null) {
    await openNote(app, path, { pane, reading });
    return;
  }
  await app.workspace.revealLeaf(open);
  if (reading) await showReading(open);
  app.workspace.setActiveLeaf(open, { focus: true });
}

/** A tab that shows the note, whether or not the app has loaded it yet. */
function leafWith(app: App, path: string): WorkspaceLeaf | null {
  return app.workspace.getLeavesOfType('markdown').find((leaf) => leaf.getViewState().state?.['file'] === path) ?? null;
}

async function openView(app: App, pane: PaneType | boolean): Promise<void> {
  const { workspace } = app;
  const [open] = workspace.getLeavesOfType(HOME_VIEW);
  const leaf = pane === false && open !== undefined ? open : workspace.getLeaf(pane);
  if (leaf !== open) await leaf.setViewState({ type: HOME_VIEW, active: true });
  await workspace.revealLeaf(leaf);
}
