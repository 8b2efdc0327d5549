import type { Home } from '../offers/home';
import type { Offers } from '../offers/offers';
import type { ResearchHandbookApi } from './api';
import type { Context, ContextWith } from './context';
import { blockRules as blockRulesFeature } from './block-rules/feature';
import { bibliography } from './bibliography/feature';
import { convert } from './convert/feature';
import { courses as coursesFeature } from './courses/feature';
import { diagnostics as diagnosticsFeature } from './diagnostics/feature';
import { experiments as experimentsFeature } from './experiments/feature';
import { group } from './group/feature';
import { handbook as handbookFeature } from './handbook/feature';
import { heatmap as heatmapFeature } from './heatmap/feature';
import { home as homeFeature } from './home/feature';
import { ideas as ideasFeature } from './ideas/feature';
import { marks } from './marks/feature';
import { pluginApi } from './plugin-api/feature';
import { readingGroup } from './reading-group/feature';
import { readingLog } from './reading-log/feature';
import { search } from './search/feature';
import { sessions as sessionsFeature } from './sessions/feature';
import { settingsTab } from './settings-tab/feature';
import { sources as sourcesFeature } from './sources/feature';
import { timeProgress as timeProgressFeature } from './time-progress/feature';
import { weeklyReport } from './weekly-report/feature';

/** What the plugin itself asks of its features. */
export interface Features {
  /** What other plugins and scripts may call. */
  readonly api: ResearchHandbookApi;
  readonly offers: Offers;
}

/**
 * Registers the features in their order: each after those whose offers it asks for. Handbook and home ask for one
 * another; so the handbook gets home late, which it needs only once the student has set a vault up.
 */
export function registerFeatures(ctx: Context): Features {
  const asking = <Asked extends keyof Offers>(offers: Pick<Offers, Asked>): ContextWith<Asked> => ({ ...ctx, offers });

  const handbook = handbookFeature.register(
    asking({
      get home(): Home {
        return home;
      },
    }),
  );
  const sources = sourcesFeature.register(asking({}));
  marks.register(asking({ sources }));
  const alerts = bibliography.register(asking({ sources }));
  const log = readingLog.register(asking({ sources }));
  const courses = coursesFeature.register(asking({ sources, log }));
  readingGroup.register(asking({ log }));
  const sessions = sessionsFeature.register(asking({ log }));
  const diagnostics = diagnosticsFeature.register(asking({}));
  search.register(asking({}));
  const blockRules = blockRulesFeature.register(asking({}));
  const experiments = experimentsFeature.register(asking({ log }));
  const reports = weeklyReport.register(asking({ blockRules, experiments }));
  group.register(asking({ reports }));
  const ideas = ideasFeature.register(asking({ reports }));
  const heatmap = heatmapFeature.register(asking({ log, reports }));
  const timeProgress = timeProgressFeature.register(asking({}));
  convert.register(asking({ heatmap, timeProgress }));
  const home = homeFeature.register(
    asking({ sources, courses, ideas, alerts, log, reports, sessions, heatmap, timeProgress, handbook }),
  );
  settingsTab.register(asking({ handbook, home, diagnostics }));
  const api = pluginApi.register(asking({ heatmap, timeProgress, reports }));

  return {
    api,
    offers: {
      blockRules,
      courses,
      sources,
      ideas,
      alerts,
      experiments,
      log,
      reports,
      sessions,
      heatmap,
      timeProgress,
      handbook,
      home,
      diagnostics,
    },
  };
}
