import { Modal } from 'obsidian';
import { IDEA_PARTS, type IdeaPart } from '../../core/ideas/gate';
import { asItem } from '../../core/markdown/as-item';
import { plainLine } from '../../core/markdown/plain-line';
import { fileNamesFor } from '../../core/vault/file-name';
import { joinPath } from '../../core/vault/path';
import { spelledAsThere } from '../../platform/spelling';
import { drawFormButtons } from '../../ui/form/form-buttons';
import { drawFormHead } from '../../ui/form/form-head';
import { drawPreviewBox } from '../../ui/form/preview-box';
import { drawTextArea, drawTextField, type TextFieldOptions } from '../../ui/form/text-field';
import { newId } from '../../ui/new-id';
import { openNote } from '../../ui/open-note';
import type { Context } from '../context';

/** What the form asks for; each may be empty, since the note is there for the rest. */
type IdeaInput = Record<'name' | 'sentence' | 'test', string>;

/** The form for a new idea: three fields, none of which has to be filled in. */
export class NewIdeaModal extends Modal {
  private readonly input: IdeaInput = { name: '', sentence: '', test: '' };
  private busy = false;

  constructor(private readonly ctx: Context) {
    super(ctx.app);
  }

  override onOpen(): void {
    const { common, ideas: t, sources } = this.ctx.i18n.ui;
    const form = drawFormHead(this, { title: t.newIdea, langTag: common.langTag });
    const field = (key: keyof IdeaInput, label: string, placeholder: string): TextFieldOptions => ({
      id: newId(),
      label,
      placeholder,
      onInput: (value) => {
        this.input[key] = value;
        show();
      },
    });
    drawTextField(form, field('name', t.form.name, t.form.placeholder)).input.focus();
    drawTextArea(form, { ...field('sentence', t.parts.sentence, t.hints.sentence), rows: 2 });
    drawTextArea(form, { ...field('test', t.parts.test, t.hints.test), rows: 2 });
    const preview = drawPreviewBox(this.modalEl);
    const show = (): void => {
      const path = [...freePaths(this.ctx, this.input.name, 1)];
      preview.set(sources.willCreate, path);
    };
    show();
    drawFormButtons(this, { cancel: common.cancel, submit: t.form.submit }, () => void this.submit());
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private async submit(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const { ctx, input } = this;
    await ctx.notes.settled();
    const text = ideaText(ctx, input);
    for (const path of freePaths(ctx, input.name)) {
      const written = await ctx.notes.create(path, text);
      if (!written.ok && written.reason === 'exists') continue;
      this.busy = false;
      if (written.ok) {
        this.close();
        await openNote(ctx.app, written.path);
      } else {
        ctx.notify.warn(ctx.i18n.ui.sources.writeFailed(path, written.message));
      }
      return;
    }
  }
}

/** Where it may go, as far as is known without asking the disk. */
function* freePaths(ctx: Context, name: string, most = Infinity): Generator<string> {
  const { content, ideas } = ctx.i18n.in(ctx.places.language());
  const { vault } = ctx.app;
  let left = most;
  for (const file of fileNamesFor(name, null, ideas.newIdea)) {
    if (left === 0) return;
    const path = joinPath(spelledAsThere(vault, content.ideasFolder), `${file}.md`);
    if (vault.getAbstractFileByPath(path) !== null) continue;
    left -= 1;
    yield path;
  }
}

/** The note of a new idea: what was typed, a hint where nothing was, the gate, and a log at the end. */
function ideaText(ctx: Context, input: IdeaInput): string {
  const { ideas: t } = ctx.i18n.in(ctx.places.language());
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const table = row(t.columns) + row(t.columns.map(() => '---')) + row(t.columns.map(() => ' '));
  const section = (part: IdeaPart): string => {
    const typed = part === 'sentence' || part === 'test' ? asItem(plainLine(input[part])) : '';
    const rest = part === 'parts' ? `\n${table}` : part === 'test' ? `\n${t.stop}\n` : '';
    return `## ${t.parts[part]}\n\n${typed === '' ? `%% ${t.hints[part]} %%` : typed}\n${rest}\n`;
  };
  return [
    `---\n${ctx.yaml.stringify({ type: 'idea', status: 'seed' })}---\n\n`,
    `# ${plainLine(input.name) || t.newIdea}\n\n\`\`\`idea-gate\n\`\`\`\n\n`,
    ...IDEA_PARTS.map(section),
    `## ${t.log}\n`,
  ].join('');
}
