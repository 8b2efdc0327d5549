import type { Feature } from '../feature';
import { registerFindCli } from './cli';
import { FindModal } from './find-modal';

/** Finds passages by their words, on this device. */
export const search: Feature = {
  register(ctx) {
    ctx.plugin.addCommand({
      id: 'find-in-vault',
      name: ctx.i18n.ui.search.command,
      callback: () => {
        ctx.dialogs.open(new FindModal(ctx));
      },
    });
    registerFindCli(ctx);
  },
};
