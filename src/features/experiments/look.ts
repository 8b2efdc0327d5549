import {
  experimentNote,
  readExperiment,
  type Experiment,
  type ExperimentNote,
} from '../../core/experiments/experiment-note';
import { propertiesOf } from '../../core/markdown/frontmatter';
import { workHeadings } from '../../platform/collectors/work-lines';
import { leadsToPrivate } from '../../platform/private-links';
import type { Context } from '../context';

const LANGUAGES = ['zh', 'en'] as const;

export type LookedExperiment = ExperimentNote & Experiment;

/** Looks at a note as the app has it at hand; null where it is no experiment. */
export async function lookAtFile(ctx: Context, path: string): Promise<LookedExperiment | null> {
  const text = await ctx.notes.glance(path);
  const note = experimentNote(path, propertiesOf(text, ctx.yaml));
  if (text === null || note === null) return null;
  const { i18n } = ctx;
  return {
    ...note,
    ...readExperiment(text, note.status, {
      headings: LANGUAGES.map((language) => i18n.in(language).report.note.experiments.parts),
      logHeadings: workHeadings(i18n),
      isPrivate: leadsToPrivate(ctx.app, path),
    }),
  };
}
