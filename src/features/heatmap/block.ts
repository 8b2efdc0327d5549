import { MarkdownRenderChild } from 'obsidian';
import { namedRanges } from '../../core/heatmap/named-ranges';
import { readHeatmapOptions } from '../../core/heatmap/options';
import type { BlockHandler } from '../../platform/code-blocks';
import type { Context } from '../context';
import { colourProblems } from './paint';
import { drawHeatmapProblems } from './problems';
import { sourceFor } from './sources';
import { HeatmapWidget } from './widget';

/** Draws a `calendar-heatmap` block; the promise resolves once it stands, so that a PDF is not blank. */
export function heatmapBlock(ctx: Context): BlockHandler {
  return async (text, el, block) => {
    const { options, problems } = readHeatmapOptions(text, ctx.yaml, namedRanges(ctx.settings.values.spans));
    colourProblems(options.palette, problems, el.win);
    if (problems.all.length > 0) {
      drawHeatmapProblems(el, ctx, problems.all, text);
      return;
    }
    const child = new MarkdownRenderChild(el);
    const widget = child.addChild(new HeatmapWidget(ctx, el, options, sourceFor(ctx, options)));
    block.addChild(child);
    await widget.ready();
  };
}
