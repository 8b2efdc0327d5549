import { EXPERIMENT_STATUSES } from '../../core/experiments/experiment-note';
import type { ExperimentContext } from './context';
import { fileRun, type RunFlag } from './file-run';

/** `research-handbook:experiment`: files a run, for the script that trains. */
export function registerExperimentCli(ctx: ExperimentContext): void {
  const { experiments: t } = ctx.i18n.ui;
  // One after the other: of several that begin at once, each finds the note that another has made.
  let last: Promise<unknown> = Promise.resolve(null);
  ctx.cli.register<RunFlag>({
    name: 'experiment',
    description: t.cli.experiment,
    flags: {
      title: { value: '<text>', description: t.cli.title, required: true },
      repo: { value: '<text>', description: t.cli.repo },
      commit: { value: '<text>', description: t.cli.commit },
      config: { value: '<text>', description: t.cli.config },
      url: { value: '<text>', description: t.cli.url },
      metric: { value: '<text>', description: t.cli.metric },
      note: { value: '<text>', description: t.cli.note },
      status: { value: `<${EXPERIMENT_STATUSES.join('|')}>`, description: t.cli.status },
    },
    run: (flags) => {
      const filed = last.then(() => fileRun(ctx, flags));
      last = filed.catch(() => null);
      return filed;
    },
  });
}
