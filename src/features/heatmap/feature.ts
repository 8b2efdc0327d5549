import type { Widget } from '../../offers/widget';
import type { Feature } from '../feature';
import { insertBlock } from '../../ui/insert-block';
import { renderHeatmap } from './widget/script-options';
import { registerBasesHeatmap } from './widget/bases-view';
import { heatmapBlock } from './widget/block';
import { HeatmapBuilder } from './builder';
import type { HeatmapAsks } from './context';
import { offerScriptCalendar, ScriptWidgets } from './widget/script-calendar';
import { weekStartOf } from './calendar/week-start';
import { HOVER_SOURCE } from './day/hover-source';

/** The calendar heatmap: days as tiles that fill. */
export const heatmap: Feature<Widget, HeatmapAsks> = {
  register(ctx) {
    const widgets = ctx.plugin.addChild(new ScriptWidgets());
    offerScriptCalendar(ctx, widgets, () => weekStartOf(ctx.settings.values));
    ctx.plugin.addCommand({
      id: 'insert-heatmap',
      name: ctx.i18n.ui.heatmap.builder.command,
      editorCallback: (editor) => {
        ctx.dialogs.open(
          new HeatmapBuilder(ctx, (text) => {
            insertBlock(editor, text);
          }),
        );
      },
    });
    registerBasesHeatmap(ctx);
    ctx.plugin.registerHoverLinkSource(HOVER_SOURCE, { display: ctx.i18n.ui.heatmap.hoverSource, defaultMod: true });
    ctx.codeBlocks.register('calendar-heatmap', heatmapBlock(ctx));
    return {
      draw: (el, options, owner) => {
        renderHeatmap(ctx, el, options, owner, widgets);
      },
    };
  },
};
