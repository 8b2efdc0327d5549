import type { Sources } from '../../offers/sources';
import type { Feature } from '../feature';
import { AddSourceModal } from './add-modal';
import { registerAddCli } from './cli';
import { createSources, likelyPath } from './create';
import { fillSources } from './fill';
import { registerLookUpCli } from './look-up';

/** Sources: what is read, one note each. */
export const sources: Feature<Sources> = {
  register(ctx) {
    const openForm: Sources['openForm'] = (prefill = {}, whenDone) => {
      ctx.dialogs.open(new AddSourceModal(ctx, prefill, whenDone));
    };
    ctx.plugin.addCommand({
      id: 'add-source',
      name: ctx.i18n.ui.sources.commandAdd,
      callback: () => {
        openForm();
      },
    });
    registerAddCli(ctx);
    registerLookUpCli(ctx);
    return {
      openForm,
      create: (drafts, batch) => createSources(ctx, drafts, batch),
      fill: (fillings, batch) => fillSources(ctx, fillings, batch),
      pathFor: (draft) => likelyPath(ctx, draft),
    };
  },
};
