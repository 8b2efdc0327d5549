import { asItem } from '../../core/markdown/as-item';
import { plainLine } from '../../core/markdown/plain-line';
import { noteKind } from '../../core/vault/note-kind';
import { spelledAsThere } from '../../platform/spelling';
import { FieldsModal } from '../../ui/form/fields-modal';
import { makeNote } from '../../ui/new-note';
import type { Context } from '../context';

/** Opens the form for a new experiment, which tests the idea that is open, if one is. */
export function openExperimentForm(ctx: Context): void {
  const { experiments: t } = ctx.i18n.ui;
  const { metadataCache, workspace } = ctx.app;
  const open = workspace.getActiveFile();
  const isIdea = open !== null && noteKind(metadataCache.getFileCache(open)?.frontmatter) === 'idea';
  ctx.dialogs.open(
    new FieldsModal(ctx, {
      id: 'experiment',
      title: t.newExperiment,
      submit: t.form.submit,
      fields: {
        name: { label: t.form.name },
        idea: { label: t.form.idea, value: isIdea ? metadataCache.fileToLinktext(open, '', true) : '' },
        hypothesis: { label: t.form.hypothesis, placeholder: t.hint },
      },
      run: ({ name, idea, hypothesis }) => {
        const link = idea.replace(/[[\]]/g, '').trim();
        return makeNote(ctx, {
          folder: experimentsFolder(ctx),
          title: name,
          fallback: ctx.i18n.in(ctx.places.language()).experiments.newExperiment,
          text: experimentText(ctx, name, { idea: link === '' ? '' : `[[${link}]]` }, hypothesis),
        });
      },
    }),
  );
}

export function experimentsFolder(ctx: Context): string {
  return spelledAsThere(ctx.app.vault, ctx.i18n.in(ctx.places.language()).content.experimentsFolder);
}

/** The note of a new experiment. @param properties - those that are known */
export function experimentText(
  ctx: Context,
  title: string,
  properties: Readonly<Record<string, string>>,
  hypothesis = '',
): string {
  const { experiments: t } = ctx.i18n.in(ctx.places.language());
  const all = { type: 'experiment', status: 'planned', ...EMPTY, ...properties };
  const body = t.note(plainLine(title) || t.newExperiment, asItem(plainLine(hypothesis)) || `%% ${t.hint} %%`);
  return `---\n${ctx.yaml.stringify(all)}---\n\n${body}`;
}

const EMPTY = { idea: '', repo: '', commit: '', config: '', 'run-url': '', data: '', seed: '' };
