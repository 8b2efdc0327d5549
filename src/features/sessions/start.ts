import { SuggestModal } from 'obsidian';
import { findSource, type FoundSource } from '../../core/reading/find-source';
import { readSource } from '../../core/reading/source';
import type { Source } from '../../core/reading/types';
import { hasWorkLog, noteKind } from '../../core/vault/note-kind';
import { namePrompt } from '../../ui/name-prompt';
import type { SessionContext } from './log';
import type { Tracker } from './tracker';

/** Notes on which work can be logged: the one that is open first, then what is being read, ideas and experiments, the rest. */
async function workNotes(ctx: SessionContext): Promise<Source[]> {
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

export async function findWorkNote(ctx: SessionContext, name: string): Promise<FoundSource> {
  return findSource(name, await workNotes(ctx));
}

/** Asks on what, and starts a session there. */
export async function askAndStart(ctx: SessionContext, tracker: Tracker): Promise<void> {
  const notes = await workNotes(ctx);
  if (notes.length === 0) ctx.notify.info(ctx.i18n.ui.sessions.noNote);
  else ctx.dialogs.open(new StartModal(ctx, tracker, notes));
}

class StartModal extends SuggestModal<Source> {
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

  override getSuggestions(text: string): Source[] {
    const words = text.toLowerCase().split(/\s+/);
    return this.notes.filter(({ title, path }) => {
      const known = `${title} ${path}`.toLowerCase();
      return words.every((word) => known.includes(word));
    });
  }

  override renderSuggestion({ title, path }: Source, el: HTMLElement): void {
    el.addClass('mod-complex');
    const words = el.createDiv('suggestion-content');
    words.createDiv({ cls: 'suggestion-title', text: title });
    words.createDiv({ cls: 'suggestion-note', text: path });
  }

  override onChooseSuggestion({ path, title }: Source): void {
    if (this.tracker.session !== null) return; // one was started meanwhile
    this.tracker.start(path);
    this.ctx.notify.info(this.ctx.i18n.ui.sessions.started(title));
  }
}
