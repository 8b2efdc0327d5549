import type { Context } from '../context';
import type { Handbook } from './handbook';

const KEY = 'research-handbook-update-told';

/** Says once for each version, on each device, that an update of the handbook is waiting. Nothing is applied by itself. */
export function tellOfUpdate(ctx: Context, handbook: Handbook): void {
  ctx.app.workspace.onLayoutReady(async () => {
    await ctx.notes.settled();
    const record = ctx.places.record();
    if (ctx.unloaded.aborted || record === null) return;
    if (ctx.packs.name(record.language) !== record.pack) return; // of another pack the plugin brings no version
    const version = handbook.shippedVersion(record.language);
    if (version <= record.packVersion) return;
    const told = Number(ctx.device.read(KEY) ?? 0);
    if (told >= version) return;
    ctx.device.keep(KEY, String(version));
    ctx.notify.info(ctx.i18n.ui.handbook.updateWaiting(version));
  });
}
