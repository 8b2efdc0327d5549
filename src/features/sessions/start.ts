import { FuzzySuggestModal } from 'obsidian';
import { readSource } from '../../core/reading/source';
import type { Source } from '../../core/reading/types';
import { hasWorkLog, noteKind } from '../../core/vault/note-kind';
import { noteName } from '../../core/vault/path';
import { namePrompt } from '../../ui/name-prompt';
import type { SessionContext } from './log';
import type { Tracker } from './tracker';

/** Notes on which work can be logged: the one that is open first, then what is being read, ideas and experiments, the rest. */
export async function workNotes(ctx: SessionContext): Promise<Source[]> {
  await ctx.reading.flush();
  const open = ctx.app.workspace.getActiveFile()?.path;
  const own = [...ctx.vaultIndex.known()].flatMap(({ path, frontmatter }) =>
    hasWorkLog(noteKind(frontmatter)) ? [readSource(path, frontmatter)] : [],
  );
  const sources = ctx.reading.index.sources();
  const isRead = ({ status }: Source): boolean => status === 'reading';
  return [...sources.filter(isRead), ...own, ...sources.filter((one) => !isRead(one))].sort(
    (a, b) => Number(b.path === open) - Number(a.path === open),
  );
}

/** Asks on what, and starts a session there. */
export async function askAndStart(ctx: SessionContext, tracker: Tracker): Promise<void> {
  const notes = await workNotes(ctx);
  if (notes.length === 0) ctx.notify.info(ctx.i18n.ui.readingLog.noSources);
  else ctx.dialogs.open(new StartModal(ctx, tracker, notes));
}

class StartModal extends FuzzySuggestModal<Source> {
  constructor(
    private readonly ctx: SessionContext,
    private readonly tracker: Tracker,
    private readonly notes: readonly Source[],
  ) {
    super(ctx.app);
    const t = ctx.i18n.ui.sessions;
    this.setPlaceholder(t.pick);
    namePrompt(this, t.startCommand);
  }

  override getItems(): Source[] {
    return [...this.notes];
  }

  override getItemText({ title, path }: Source): string {
    return title === noteName(path) ? title : `${title} · ${noteName(path)}`;
  }

  override onChooseItem({ path, title }: Source): void {
    if (this.tracker.session !== null) return; // one was started meanwhile
    this.tracker.start(path);
    this.ctx.notify.info(this.ctx.i18n.ui.sessions.runs(title));
  }
}
