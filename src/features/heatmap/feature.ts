import type { Context } from '../context';
import type { Feature } from '../feature';
import { renderHeatmap } from './api';
import { heatmapBlock } from './block';
import { HOVER_SOURCE } from './open-note';

/** The calendar heatmap: days as tiles that fill. */
export const heatmap: Feature = {
  register(ctx: Context) {
    ctx.actions.drawHeatmap = (el, options, owner) => {
      renderHeatmap(ctx, el, options, owner);
    };
    ctx.plugin.registerHoverLinkSource(HOVER_SOURCE, { display: ctx.i18n.ui.heatmap.hoverSource, defaultMod: true });
    ctx.codeBlocks.register('calendar-heatmap', heatmapBlock(ctx));
  },
};
