import type { Component } from 'obsidian';
import { plainDate } from '../../core/options/script-values';
import type { IsoDate } from '../../core/ports';
import { openEntry } from '../../core/reading/log-entries';
import type { Widget, WidgetOptions } from '../../offers/widget';
import { ScriptPlaces } from '../../ui/script-places';
import type { ResearchHandbookApi } from '../api';
import type { Feature } from '../feature';

/** The API for other plugins: what the features do already, under stable names. */
export const pluginApi: Feature<ResearchHandbookApi, 'heatmap' | 'timeProgress' | 'reports'> = {
  register(ctx) {
    const { offers, plugin, reading } = ctx;
    const places = plugin.addChild(new ScriptPlaces());
    const drawIn = (widget: Widget, el: HTMLElement, options: WidgetOptions, owner?: Component): void => {
      places.draw(
        el,
        (place, life) => {
          widget.draw(place, options, life);
        },
        owner,
      );
    };
    return {
      version: plugin.manifest.version,
      ready: () => reading.ready(),
      renderHeatmap: (el, options = {}, owner) => {
        drawIn(offers.heatmap, el, options, owner);
      },
      renderTimeProgress: (el, options = {}, owner) => {
        drawIn(offers.timeProgress, el, options, owner);
      },
      readingEntries: ({ from, to }) => reading.index.entriesBetween(dayOf(from), dayOf(to)).map(openEntry),
      weeklyReport: (week) => offers.reports.of(week),
    };
  },
};

/** The day that a script asks for, which may be a date of Dataview's or JavaScript's rather than text. */
function dayOf(given: unknown): IsoDate {
  const plain = plainDate(given);
  return typeof plain === 'string' ? plain.slice(0, 10) : '';
}
