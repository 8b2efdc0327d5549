import type { Feature } from '../feature';
import { AddSourceModal } from './add-modal';
import { registerAddCli } from './cli';

/** Sources: what is read, one note each. */
export const sources: Feature = {
  register(ctx) {
    ctx.actions.addSource = (prefill = {}) => {
      ctx.dialogs.open(new AddSourceModal(ctx, prefill));
    };
    ctx.plugin.addCommand({
      id: 'add-source',
      name: ctx.i18n.ui.sources.commandAdd,
      callback: () => {
        ctx.actions.addSource();
      },
    });
    registerAddCli(ctx);
  },
};
