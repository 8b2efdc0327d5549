import { readSource } from '../../core/reading/source';
import type { Source } from '../../core/reading/types';
import { hasWorkLog, noteKind } from '../../core/vault/note-kind';
import { noteName } from '../../core/vault/path';
import { PickModal } from '../../ui/pick';
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
  else {
    const { sessions: t } = ctx.i18n.ui;
    ctx.dialogs.open(
      new PickModal(ctx.app, {
        name: t.startCommand,
        placeholder: t.pick,
        items: notes,
        text: ({ title, path }) => (title === noteName(path) ? title : `${title} · ${noteName(path)}`),
        onPick: ({ path, title }) => {
          if (tracker.session !== null) return; // one was started meanwhile
          tracker.start(path);
          ctx.notify.info(t.runs(title));
        },
      }),
    );
  }
}
