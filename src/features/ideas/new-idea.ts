import { asItem } from '../../core/markdown/as-item';
import { plainLine } from '../../core/markdown/plain-line';
import { spelledAsThere } from '../../platform/spelling';
import { FieldsModal } from '../../ui/form/fields-modal';
import { makeNote } from '../../ui/new-note';
import type { Context } from '../context';

/** Opens the form for a new idea: three fields, none of which has to be filled in, since the note is there for the rest. */
export function openIdeaForm(ctx: Context): void {
  const { ideas: t } = ctx.i18n.ui;
  const hinted = (part: 'sentence' | 'test'): { label: string; placeholder: string } => {
    return { label: t.parts[part], placeholder: t.hints[part] };
  };
  ctx.dialogs.open(
    new FieldsModal(ctx, {
      id: 'idea',
      title: t.newIdea,
      submit: t.form.submit,
      fields: { name: { label: t.form.name }, sentence: hinted('sentence'), test: hinted('test') },
      run: ({ name, sentence, test }) => {
        const { content, ideas: words } = ctx.i18n.in(ctx.places.language());
        // What was typed, a hint where nothing was.
        const typed = (text: string, hint: string): string => asItem(plainLine(text)) || `%% ${hint} %%`;
        const { hints, newIdea } = words;
        const title = plainLine(name) || newIdea;
        const body = words.note(title, typed(sentence, hints.sentence), typed(test, hints.test));
        return makeNote(ctx, {
          folder: spelledAsThere(ctx.app.vault, content.ideasFolder),
          title: name,
          fallback: newIdea,
          text: `---\n${ctx.yaml.stringify({ type: 'idea', status: 'seed' })}---\n\n${body}`,
        });
      },
    }),
  );
}
