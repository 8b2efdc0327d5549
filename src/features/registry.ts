import { diagnostics } from './diagnostics/feature';
import type { Feature } from './feature';
import { pluginApi } from './plugin-api/feature';
import { handbook } from './handbook/feature';
import { heatmap } from './heatmap/feature';
import { home } from './home/feature';
import { readingLog } from './reading-log/feature';
import { settingsTab } from './settings-tab/feature';
import { sources } from './sources/feature';
import { timeProgress } from './time-progress/feature';
import { weeklyReport } from './weekly-report/feature';

/** The features, in the order in which they register. */
export const FEATURES: readonly Feature[] = [
  handbook,
  sources,
  readingLog,
  settingsTab,
  diagnostics,
  pluginApi,
  heatmap,
  timeProgress,
  weeklyReport,
  home,
];
