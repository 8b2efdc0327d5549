import type { LogEntry } from '../../core/reading/types';
import type { Feature } from '../feature';

/** The API for other plugins: what the features do already, under stable names. */
export const pluginApi: Feature = {
  register(ctx) {
    const { actions, plugin, reading } = ctx;
    ctx.expose({
      version: plugin.manifest.version,
      ready: () => reading.ready(),
      renderHeatmap: (el, options = {}, owner = plugin) => {
        actions.drawHeatmap(el, options, owner);
      },
      renderTimeProgress: (el, options = {}, owner = plugin) => {
        actions.drawTimeProgress(el, options, owner);
      },
      readingEntries: ({ from, to }) => reading.index.entriesBetween(from, to).map(withoutPrivateText),
      weeklyReport: (week) => actions.reportOf(week),
    });
  },
};

function withoutPrivateText(entry: LogEntry): LogEntry {
  return entry.private ? { ...entry, text: '' } : { ...entry };
}
