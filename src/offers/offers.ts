import type { Alerts } from './alerts';
import type { BlockRules } from './block-rules';
import type { Courses } from './courses';
import type { Diagnostics } from './diagnostics';
import type { Experiments } from './experiments';
import type { Handbook } from './handbook';
import type { Home } from './home';
import type { Ideas } from './ideas';
import type { Log } from './log';
import type { Reports } from './reports';
import type { Sessions } from './sessions';
import type { Sources } from './sources';
import type { Widget } from './widget';

/**
 * What features offer one another, by the name under which it is asked for. A feature gets those that it names in its
 * `register`, as `ctx.offers`; the registry hands them over, and where one is missing it does not compile.
 */
export interface Offers {
  readonly blockRules: BlockRules;
  readonly sources: Sources;
  readonly alerts: Alerts;
  readonly experiments: Experiments;
  readonly ideas: Ideas;
  readonly log: Log;
  readonly reports: Reports;
  readonly sessions: Sessions;
  /** The calendar heatmap; options as in a `calendar-heatmap` block. */
  readonly heatmap: Widget;
  /** Time progress; options as in a `time-progress` block. */
  readonly timeProgress: Widget;
  readonly handbook: Handbook;
  readonly home: Home;
  readonly courses: Courses;
  readonly diagnostics: Diagnostics;
}
