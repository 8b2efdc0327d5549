import type { Widget } from '../../offers/widget';
import type { Feature } from '../feature';
import { insertBlock } from '../../ui/insert-block';
import { ScriptPlaces } from '../../ui/script-places';
import { registerBasesHeatmap } from './widget/bases-view';
import { liveHeatmap } from './widget/live-heatmap';
import { HeatmapBuilder } from './builder';
import type { HeatmapAsks } from './context';
import { offerScriptCalendar } from './widget/script-calendar';
import { HOVER_SOURCE } from './day/hover-source';

/** The calendar heatmap: days as tiles that fill. */
export const heatmap: Feature<Widget, HeatmapAsks> = {
  register(ctx) {
    offerScriptCalendar(ctx, ctx.plugin.addChild(new ScriptPlaces()));
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
    ctx.codeBlocks.register('calendar-heatmap', (text, el, note) =>
      liveHeatmap(ctx, el, { text, path: note.sourcePath }).showIn(note),
    );
    return {
      draw: (el, options, owner) => {
        owner.addChild(liveHeatmap(ctx, el, { values: () => options }));
      },
    };
  },
};
