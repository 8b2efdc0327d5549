import { namedRanges } from '../../../core/heatmap/named-ranges';
import { readHeatmapOptions, readHeatmapScriptOptions, type HeatmapOptions } from '../../../core/heatmap/options';
import type { HeatmapProblemCode } from '../../../core/heatmap/problem-code';
import type { WidgetOptions } from '../../../offers/widget';
import type { SettingKey } from '../../../settings/schema';
import { LiveBlock, type Drawing, type LiveBlockParts } from '../../../ui/live-block';
import { drawProblems } from '../../../ui/option-problem';
import { colourProblems } from '../calendar/paint';
import type { HeatmapContext } from '../context';
import { sourceFor } from '../days/source-for';
import { problemTexts } from './problems';
import { RowsWidget } from './rows-widget';
import { HeatmapWidget } from './widget';

export type LiveHeatmap = LiveBlock<HeatmapOptions, HeatmapProblemCode, SettingKey>;
type Parts = LiveBlockParts<HeatmapOptions, HeatmapProblemCode, SettingKey>;

/** Where a heatmap's options come from: a block's text, or values that a script or a form hands over. */
export type GivenOptions = { readonly text: string; readonly path: string } | { readonly values: () => WidgetOptions };

function drawingOf(ctx: HeatmapContext, el: HTMLElement, options: HeatmapOptions, path: string | null): Drawing {
  if (options.rows.length > 0) return new RowsWidget(ctx, el, options, path);
  return new HeatmapWidget(ctx, el, options, sourceFor(ctx, options, path));
}

/**
 * A heatmap that is drawn from options, or what is wrong with them instead.
 *
 * @param el - for the heatmap alone
 * @param other - what is drawn otherwise here
 */
export function liveHeatmap(
  ctx: HeatmapContext,
  el: HTMLElement,
  given: GivenOptions,
  other: Partial<Pick<Parts, 'draw' | 'drawProblems'>> = {},
): LiveHeatmap {
  return new LiveBlock(el, {
    settings: ctx.settings,
    follow: ['spans'], // the rest a heatmap follows by itself, without losing the page that was turned to
    read: () => {
      const spans = namedRanges(ctx.settings.values.spans);
      const { options, problems } =
        'text' in given
          ? readHeatmapOptions(given.text, ctx.yaml, spans)
          : readHeatmapScriptOptions(given.values(), spans);
      for (const one of [options, ...options.rows]) colourProblems(one, problems, el.win);
      return { options, problems: problems.all };
    },
    drawProblems: (parent, problems) => {
      drawProblems(parent, problems, problemTexts(ctx.i18n.ui), 'text' in given ? given.text : null);
    },
    draw: (parent, { options, problems }) =>
      problems.length > 0 ? null : drawingOf(ctx, parent, options, 'path' in given ? given.path : null),
    ...other,
  });
}
