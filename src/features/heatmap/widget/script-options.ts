import type { Component } from 'obsidian';
import { namedRanges } from '../../../core/heatmap/named-ranges';
import { readHeatmapScriptOptions } from '../../../core/heatmap/options';
import type { WidgetOptions } from '../../../offers/widget';
import type { HeatmapContext } from '../context';
import { drawProblems } from '../../../ui/option-problem';
import { colourProblems } from '../calendar/paint';
import { problemTexts } from './problems';
import type { ScriptWidgets } from './script-calendar';
import { sourceFor } from '../days/source-for';
import { HeatmapWidget } from './widget';

/**
 * Draws a heatmap into an element, for other features, other plugins and scripts; wrong options are drawn as error boxes.
 *
 * @param el - emptied first
 * @param owner - the heatmap stops when this component unloads
 */
export function renderHeatmap(
  ctx: HeatmapContext,
  el: HTMLElement,
  given: WidgetOptions,
  owner: Component,
  widgets: ScriptWidgets,
): void {
  el.empty();
  const { options, problems } = readHeatmapScriptOptions(given, namedRanges(ctx.settings.values.spans));
  colourProblems(options.palette, problems, el.win);
  if (problems.all.length > 0) {
    drawProblems(el, problems.all, problemTexts(ctx.i18n.ui), null);
    return;
  }
  const widget = new HeatmapWidget(ctx, el, options, sourceFor(ctx, options));
  // A script that names no owner draws again and again; its old widgets go with their elements.
  if (owner === ctx.plugin) widgets.keep(widget, el);
  else owner.addChild(widget);
  void widget.ready();
}
