import type { Alerts } from '../../offers/alerts';
import type { Feature } from '../feature';
import { registerAlerts } from './alerts/commands';
import { registerBibCli } from './export/cli';
import { ExportModal } from './export/export-modal';
import { registerImportCli } from './import/cli';
import { ImportModal } from './import/import-modal';
import { ImportStore } from './import/undo-store';
import { registerZotero } from './zotero/commands';

/** Bibliographies: sources come in from BibTeX and its like, and go out as BibTeX; alerts bring new ones. */
export const bibliography: Feature<Alerts, 'sources'> = {
  register(ctx) {
    const store = new ImportStore(ctx.device);
    ctx.plugin.addCommand({
      id: 'import-sources',
      name: ctx.i18n.ui.bibliography.commandImport,
      callback: () => {
        ctx.dialogs.open(new ImportModal(ctx, store));
      },
    });
    registerImportCli(ctx, store);
    registerZotero(ctx, store);
    ctx.plugin.addCommand({
      id: 'export-bib',
      name: ctx.i18n.ui.bibliography.commandExport,
      callback: () => {
        const file = ctx.app.workspace.getActiveFile();
        ctx.dialogs.open(new ExportModal(ctx, file?.extension === 'md' ? file.path : null));
      },
    });
    registerBibCli(ctx);
    return registerAlerts(ctx, store);
  },
};
