import type { StoredRoom } from '../../platform/vault-index/collector';
import type { Context } from '../context';

/** Empties what this device keeps of the vault's notes, says what it held, and has everything read anew. */
export async function clearIndex(ctx: Context): Promise<void> {
  const t = ctx.i18n.ui.settings;
  const rooms: Readonly<Record<StoredRoom, string>> = {
    reading: t.indexReading,
    'ticked-tasks': t.indexTickedTasks,
    fields: t.indexFields,
    texts: t.indexTexts,
    passages: t.indexPassages,
    marks: ctx.i18n.ui.marks.title,
    work: ctx.i18n.ui.sessions.title,
  };
  const words = new Map(Object.entries({ ...rooms, vectors: t.indexVectors, asked: t.indexAsked })); // another version may have left other rooms
  const held = await ctx.vaultIndex.startOver(() => ctx.database.clear());
  ctx.vectors.forget();
  if (held === null) {
    ctx.notify.warn(t.indexNotCleared);
    return;
  }
  ctx.notify.info(t.indexCleared(held.map(({ room, bytes }) => ({ room: words.get(room) ?? room, bytes }))));
}
