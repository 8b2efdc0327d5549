import { experimentNote } from '../../core/experiments/experiment-note';
import { experimentWeek } from '../../core/experiments/week';
import { compare } from '../../core/text/compare';
import type { Experiments } from '../../offers/experiments';
import { NoteList } from '../../platform/collectors/note-list';
import { noteDrawing, registerNoteBlock } from '../../ui/note-block';
import type { Feature } from '../feature';
import { registerExperimentCli } from './cli';
import type { ExperimentAsks } from './context';
import { lookAtFile } from './look';
import { openExperimentForm } from './new-experiment';
import { drawRuns } from './runs-view';

/** Experiments: a note each, whose log holds the runs; a script files them from the shell, and the report tells of them. */
export const experiments: Feature<Experiments, ExperimentAsks> = {
  register(ctx) {
    const { experiments: t } = ctx.i18n.ui;
    const notes = new NoteList(ctx.vaultIndex, experimentNote);
    ctx.plugin.addCommand({
      id: 'new-experiment',
      name: t.newExperiment,
      callback: () => {
        openExperimentForm(ctx);
      },
    });
    registerExperimentCli(ctx);
    registerNoteBlock(
      ctx,
      'experiment-runs',
      noteDrawing(ctx, {
        cls: 'rh-runs',
        label: t.title,
        subscribe: (listener) => {
          notes.all(); // follows the vault from the first time that it is asked
          return notes.subscribe(listener);
        },
        look: (path) => lookAtFile(ctx, path),
        draw: (parent, experiment) => {
          drawRuns(ctx.i18n.ui, parent, experiment);
        },
        isNone: t.notExperiment,
      }),
    );
    return {
      between: async (from, to) => {
        const { work } = ctx;
        await work.flush();
        const all = notes.all();
        const ran = all.filter(({ path }) => work.notes.get(path)?.some(({ date }) => from <= date && date <= to));
        const looked = await Promise.all(ran.map(({ path }) => lookAtFile(ctx, path)));
        const weeks = looked.flatMap((one) => (one && experimentWeek(one, from, to)) ?? []);
        return all.length === 0 ? null : weeks.sort((a, b) => compare(a.path, b.path));
      },
    };
  },
};
