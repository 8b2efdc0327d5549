import type { Home } from '../../offers/home';
import { paneOf } from '../../ui/open-note';
import type { Feature } from '../feature';
import type { HomeAsks } from './context';
import { openHomeAtStart } from './opening/at-start';
import { registerBlocks } from './page/blocks';
import { HOME_ICON, HOME_VIEW, HomeView } from './page/home-view';
import { HOVER_SOURCE } from '../../ui/note-link';
import { openHome } from './opening/open-home';
import { givePageLook } from './opening/page-look';

/** The page worth opening every morning: as a block in the home note, or as a view. */
export const home: Feature<Home, HomeAsks> = {
  register(ctx) {
    const { plugin } = ctx;
    const t = ctx.i18n.ui.home;
    registerBlocks(ctx);
    plugin.registerView(HOME_VIEW, (leaf) => new HomeView(leaf, ctx));
    plugin.registerHoverLinkSource(HOVER_SOURCE, { display: t.hoverSource, defaultMod: true });
    plugin.addCommand({ id: 'open-home', name: t.open, callback: () => openHome(ctx) });
    plugin.addCommand({ id: 'open-home-view', name: t.openView, callback: () => openHome(ctx, { asView: true }) });
    plugin.addCommand({ id: 'home-page-look', name: t.pageLook.command, callback: () => givePageLook(ctx) });
    plugin.addRibbonIcon(HOME_ICON, t.open, (event) => {
      void openHome(ctx, paneOf(event) === false ? {} : { asView: true });
    });
    openHomeAtStart(ctx);
    return {
      open: (language = ctx.places.language()) => openHome(ctx, { asView: false, language }),
      givePageLook: () => givePageLook(ctx),
    };
  },
};
