import type { Kept, Outcome } from '../../core/handbook/apply';
import type { ResultGroup, ResultItem } from '../../ui/result-list';
import type { Wordings } from '../../i18n';
import { failReason, keepReason } from './texts';

type Words = Wordings['handbook'];

export interface GroupOptions {
  /** Whether it is still to be done. */
  readonly planned?: boolean;
  /** What can be done about a note that was left alone. */
  readonly actionFor?: (path: string) => ResultItem['action'];
}

/** An outcome as groups: what failed and what was kept first and open, the rest folded. */
export function resultGroups(
  outcomes: readonly Outcome[],
  t: Words,
  { planned = false, actionFor = () => undefined }: GroupOptions = {},
): ResultGroup[] {
  const all = <T>(pick: (outcome: Outcome) => readonly T[]): T[] => outcomes.flatMap(pick);
  const kept = (outdated: boolean): Kept[] =>
    all((outcome) => outcome.kept).filter(({ reason }) => (reason === 'outdated') === outdated);
  const plain = (path: string): ResultItem => ({ path, exists: true, text: '' });
  return [
    {
      outcome: 'failed',
      title: t.groupFailed,
      hint: '',
      open: true,
      items: all((outcome) => outcome.failed).map((failed) => ({
        path: failed.path,
        exists: failed.reason !== 'failed' && failed.reason !== 'missing',
        text: t.after(failReason(failed, t)),
      })),
    },
    {
      outcome: 'kept',
      title: t.groupKept,
      hint: '',
      open: true,
      items: kept(false).map(({ path, reason }) => {
        const action = actionFor(path);
        return {
          path,
          exists: true,
          text: t.after(keepReason(reason, t)) + (action === undefined ? '' : t.beforeAction),
          ...(action === undefined ? {} : { action }),
        };
      }),
    },
    {
      outcome: 'outdated',
      title: t.groupOutdated,
      hint: t.groupOutdatedHint,
      open: true,
      items: kept(true).map(({ path }) => plain(path)),
    },
    {
      outcome: 'merged',
      title: planned ? t.plannedMerged : t.groupMerged,
      hint: t.groupMergedHint,
      open: false,
      items: all((outcome) => outcome.merged).map(plain),
    },
    {
      outcome: 'updated',
      title: planned ? t.plannedUpdated : t.groupUpdated,
      hint: t.groupUpdatedHint,
      open: false,
      items: all((outcome) => outcome.updated).map(plain),
    },
    {
      outcome: 'created',
      title: planned ? t.plannedCreated : t.groupCreated,
      hint: '',
      open: false,
      items: all((outcome) => outcome.created).map((path) => ({ path, exists: !planned, text: '' })),
    },
    {
      outcome: 'unchanged',
      title: t.groupUnchanged,
      hint: '',
      open: false,
      items: all((outcome) => outcome.unchanged).map(plain),
    },
  ];
}

/** Notes by their paths alone; those that are gone lead nowhere. */
export function pathGroup(
  outcome: ResultGroup['outcome'],
  title: string,
  paths: readonly string[],
  open = false,
): ResultGroup {
  const exists = outcome !== 'removed' || open;
  return { outcome, title, hint: '', open, items: paths.map((path) => ({ path, exists, text: '' })) };
}
