import { widgetCodeIn } from '../../core/convert/note';
import type { Feature } from '../feature';
import { ConvertModal, type ConvertAsks } from './convert-modal';
import { vaultFacts } from './vault-facts';

/** Code of other plugins that draws heatmaps or time progress, turned into blocks of ours once the student has seen them. */
export const convert: Feature<void, ConvertAsks> = {
  register(ctx) {
    const t = ctx.i18n.ui.convert;
    ctx.plugin.addCommand({
      id: 'convert-widget-code',
      name: t.command,
      checkCallback: (checking) => {
        const file = ctx.app.workspace.getActiveFile();
        if (file?.extension !== 'md') return false;
        if (!checking) void open(file.path);
        return true;
      },
    });

    async function open(path: string): Promise<void> {
      await Promise.all([ctx.notes.settled(), ctx.fields.ready()]);
      const text = await ctx.notes.read(path);
      if (text === null) {
        ctx.notify.warn(t.unreadable(path));
        return;
      }
      const found = widgetCodeIn(text, ctx.yaml, vaultFacts(ctx));
      if (found.length === 0) ctx.notify.info(t.nothing);
      else ctx.dialogs.open(new ConvertModal(ctx, path, found));
    }
  },
};
