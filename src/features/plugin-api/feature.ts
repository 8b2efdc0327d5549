import type { LogEntry } from '../../core/reading/types';
import type { ResearchHandbookApi } from '../api';
import type { Feature } from '../feature';

/** The API for other plugins: what the features do already, under stable names. */
export const pluginApi: Feature<ResearchHandbookApi, 'heatmap' | 'timeProgress' | 'reports'> = {
  register(ctx) {
    const { offers, plugin, reading } = ctx;
    return {
      version: plugin.manifest.version,
      ready: () => reading.ready(),
      renderHeatmap: (el, options = {}, owner = plugin) => {
        offers.heatmap.draw(el, options, owner);
      },
      renderTimeProgress: (el, options = {}, owner = plugin) => {
        offers.timeProgress.draw(el, options, owner);
      },
      readingEntries: ({ from, to }) => reading.index.entriesBetween(from, to).map(withoutPrivateText),
      weeklyReport: (week) => offers.reports.of(week),
    };
  },
};

function withoutPrivateText(entry: LogEntry): LogEntry {
  return entry.private ? { ...entry, text: '' } : { ...entry };
}
