import { Modal } from 'obsidian';
import { asItem } from '../../core/markdown/as-item';
import type { Yaml } from '../../core/ports';
import type { Wordings } from '../../i18n';
import { plainLine } from '../../core/markdown/plain-line';
import { fileNamesFor } from '../../core/vault/file-name';
import { joinPath } from '../../core/vault/path';
import { spelledAsThere } from '../../platform/spelling';
import { drawFormButtons } from '../../ui/form/form-buttons';
import { drawFormHead } from '../../ui/form/form-head';
import { drawTextField } from '../../ui/form/text-field';
import { openNote } from '../../ui/open-note';
import type { Context } from '../context';

/** What the form asks for; each may be empty, since the note is there for the rest. */
const FIELDS = ['name', 'sentence', 'test'] as const;
type IdeaInput = Record<(typeof FIELDS)[number], string>;

/** The form for a new idea: three fields, none of which has to be filled in. */
export class NewIdeaModal extends Modal {
  private readonly input: IdeaInput = { name: '', sentence: '', test: '' };
  private busy = false;

  constructor(private readonly ctx: Context) {
    super(ctx.app);
  }

  override onOpen(): void {
    const { common, ideas: t } = this.ctx.i18n.ui;
    const form = drawFormHead(this, { title: t.newIdea, langTag: common.langTag });
    for (const key of FIELDS) {
      const words = key === 'name' ? { label: t.form.name } : { label: t.parts[key], placeholder: t.hints[key] };
      const onInput = (value: string): void => {
        this.input[key] = value;
      };
      drawTextField(form, { id: `rh-idea-${key}`, ...words, onInput });
    }
    form.querySelector('input')?.focus();
    drawFormButtons(this, { cancel: common.cancel, submit: t.form.submit }, () => void this.submit());
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private async submit(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const { ctx, input } = this;
    const words = ctx.i18n.in(ctx.places.language());
    const folder = spelledAsThere(ctx.app.vault, words.content.ideasFolder);
    const text = ideaText(words, ctx.yaml, input);
    for (const name of fileNamesFor(input.name, null, words.ideas.newIdea)) {
      const path = joinPath(folder, `${name}.md`);
      const written = await ctx.notes.create(path, text);
      if (written.ok) {
        this.close();
        await openNote(ctx.app, written.path);
        return;
      }
      if (written.reason !== 'exists') {
        ctx.notify.warn(ctx.i18n.ui.sources.writeFailed(path, written.message));
        break;
      }
    }
    this.busy = false;
  }
}

/** The note of a new idea: what was typed, a hint where nothing was. */
function ideaText({ ideas: t }: Wordings, yaml: Yaml, { name, sentence, test }: IdeaInput): string {
  const typed = (text: string, hint: string): string => asItem(plainLine(text)) || `%% ${hint} %%`;
  const body = t.note(plainLine(name) || t.newIdea, typed(sentence, t.hints.sentence), typed(test, t.hints.test));
  return `---\n${yaml.stringify({ type: 'idea', status: 'seed' })}---\n\n${body}`;
}
