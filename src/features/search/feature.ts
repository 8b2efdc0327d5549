import type { Feature } from '../feature';
import { AskView, ASK_VIEW } from './ask/ask-view';
import { registerAskCli } from './ask/cli';
import { indexVault } from './ask/index-modal';
import { openAsk } from './ask/open-ask';
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
    const { ask: t } = ctx.i18n.ui;
    ctx.plugin.registerView(ASK_VIEW, (leaf) => new AskView(leaf, ctx));
    ctx.plugin.addCommand({ id: 'ask-vault', name: t.command, callback: () => openAsk(ctx) });
    ctx.plugin.addCommand({ id: 'index-vault', name: t.commandIndex, callback: () => indexVault(ctx) });
    registerAskCli(ctx);
  },
};
