import type { TFile } from 'obsidian';
import { zoteroPlace } from '../../../core/bibliography/zotero/read-items';
import { isPrivateText } from '../../../core/private/private-note';
import { openZotero } from '../../../platform/zotero-link';
import type { ImportContext } from '../import/run';
import type { ImportStore } from '../import/undo-store';
import { registerZoteroCli } from './cli';
import { keptFile } from './connection';
import { ZoteroModal } from './zotero-modal';

export function registerZotero(ctx: ImportContext, store: ImportStore): void {
  const t = ctx.i18n.ui.zotero;
  const { plugin, app, dialogs } = ctx;
  const open = (mode: ConstructorParameters<typeof ZoteroModal>[2]): void => {
    dialogs.open(new ZoteroModal(ctx, store, mode));
  };
  plugin.addCommand({
    id: 'import-from-zotero',
    name: t.commandImport,
    callback: () => {
      open('import');
    },
  });
  plugin.addCommand({
    id: 'check-zotero',
    name: t.commandCheck,
    callback: () => {
      open('check');
    },
  });
  const ofNote = (id: string, name: string, act: (file: TFile) => Promise<void>): void => {
    plugin.addCommand({
      id,
      name,
      checkCallback: (checking) => {
        const file = app.workspace.getActiveFile();
        if (file?.extension !== 'md') return false;
        if (!checking) void act(file);
        return true;
      },
    });
  };
  ofNote('update-from-zotero', t.commandUpdate, async ({ path }) => {
    await ctx.reading.flush();
    const place = zoteroPlace(ctx.reading.index.source(path)?.zotero ?? '');
    const isFile = keptFile(ctx) !== null;
    if (place === null && !isFile) ctx.notify.warn(t.noLink);
    else if (!isFile && isPrivateText((await ctx.notes.read(path)) ?? '', ctx.yaml)) ctx.notify.warn(t.privateNote);
    else open({ path, place });
  });
  ofNote('open-in-zotero', t.commandOpen, async ({ path }) => {
    await ctx.reading.flush();
    const place = zoteroPlace(ctx.reading.index.source(path)?.zotero ?? '');
    if (place === null) ctx.notify.warn(t.noLink);
    else openZotero(activeWindow, place);
  });
  registerZoteroCli(ctx, store);
}
