import { Modal } from 'obsidian';
import { noteName } from '../../../core/vault/path';
import { drawChoiceField } from '../../../ui/form/choice-field';
import { drawField, type Field } from '../../../ui/form/field';
import { drawFormButtons } from '../../../ui/form/form-buttons';
import { drawFormHead } from '../../../ui/form/form-head';
import { drawTextField, type TextField } from '../../../ui/form/text-field';
import type { Context } from '../../context';
import { BIB_NAME, exportBib, sourcesOf, stateOfFile, type ExportScope } from './run';

type Kind = ExportScope['kind'];

/** The form that writes a `.bib` file: which sources, and where to. */
export class ExportModal extends Modal {
  private kind: Kind = 'all';
  private folder: string;
  private path = BIB_NAME;
  private scopePlace: HTMLElement | null = null;
  private file: TextField | null = null;
  private summary: HTMLElement | null = null;
  private submit: HTMLButtonElement | null = null;
  private busy = false;
  /** Counts the looks, so that a late one does not show over a newer. */
  private look = 0;

  constructor(
    private readonly ctx: Context,
    /** The note that was open, or null. */
    private readonly note: string | null,
  ) {
    super(ctx.app);
    this.folder = ctx.places.folders().sources;
  }

  override onOpen(): void {
    const { bibliography: t, common } = this.ctx.i18n.ui;
    const form = drawFormHead(this, { title: t.exportTitle, langTag: common.langTag });
    const kinds: readonly Kind[] = this.note === null ? ['all', 'folder'] : ['all', 'folder', 'cited'];
    drawChoiceField(form, {
      name: 'rh-export-scope',
      label: t.scopeLabel,
      segments: kinds.map((value) => ({ value, label: t.scopes[value] })),
      value: this.kind,
      onChange: (kind) => {
        this.kind = kind;
        this.drawScope();
        void this.refresh();
      },
    });
    this.scopePlace = form.createDiv();
    this.file = drawTextField(form, {
      id: 'rh-export-file',
      label: t.fileLabel,
      value: this.path,
      onInput: (path) => {
        this.path = path;
        this.file?.setProblem(null);
        void this.refresh();
      },
    });
    this.summary = form.createDiv({ cls: 'rh-hint', attr: { 'aria-live': 'polite' } });
    this.submit = drawFormButtons(this, { cancel: common.cancel, submit: t.export }, () => void this.run()).submit;
    this.drawScope();
    void this.refresh();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private get wanted(): ExportScope {
    if (this.kind === 'folder') return { kind: 'folder', path: this.folder };
    return this.kind === 'cited' && this.note !== null ? { kind: 'cited', path: this.note } : { kind: 'all' };
  }

  /** What the scope needs beside: which folder, or which note is meant. */
  private drawScope(): void {
    const { scopePlace: place, ctx, note } = this;
    const t = ctx.i18n.ui.bibliography;
    if (place === null) return;
    place.empty();
    place.toggle(this.kind !== 'all'); // an empty row would leave a gap
    if (this.kind === 'cited' && note !== null) place.createDiv({ cls: 'rh-hint', text: t.citedHint(noteName(note)) });
    if (this.kind === 'folder')
      this.drawFolders(drawField(place, { label: t.folderLabel, controlId: 'rh-export-folder' }));
  }

  private drawFolders(field: Field): void {
    const folders = new Set<string>();
    for (const { path } of this.ctx.reading.index.sources()) {
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) folders.add(path.slice(0, at));
    }
    const select = field.el.createEl('select', { cls: 'dropdown', attr: { id: 'rh-export-folder' } });
    const names = [...folders].sort((a, b) => a.localeCompare(b));
    if (!folders.has(this.folder)) this.folder = names[0] ?? this.folder;
    for (const name of names) select.createEl('option', { value: name, text: name });
    select.value = this.folder;
    select.addEventListener('change', () => {
      this.folder = select.value;
      void this.refresh();
    });
  }

  /** Says how many entries there will be, and what becomes of the file. */
  private async refresh(): Promise<void> {
    const look = ++this.look;
    const t = this.ctx.i18n.ui.bibliography;
    const chosen = await sourcesOf(this.ctx, this.wanted);
    const state = await stateOfFile(this.ctx, this.path.trim());
    if (look !== this.look || this.summary === null) return;
    const count = chosen?.sources.length ?? 0;
    const hidden = chosen?.privateOnes ?? 0;
    const words = [
      count === 0 ? t.nothingToExport : t.willExport(count),
      hidden > 0 ? t.privateLeftOut(hidden) : '',
    ].filter((part) => part !== '');
    this.summary.setText(words.join(' · '));
    this.file?.setHint(state === 'none' ? t.willMake : state === 'ours' ? t.willRenew : null);
    if (state === 'foreign') this.file?.setProblem(t.exportFailures.foreign(this.path.trim()));
    if (this.submit !== null) this.submit.disabled = count === 0 || state === 'foreign';
  }

  private async run(): Promise<void> {
    if (this.busy || this.submit?.disabled === true) return;
    this.busy = true;
    const { ctx } = this;
    const t = ctx.i18n.ui.bibliography;
    const result = await exportBib(ctx, this.wanted, this.path);
    this.busy = false;
    if (!result.ok) {
      this.file?.setProblem(t.exportFailures[result.reason](result.path, result.message));
      this.file?.input.focus();
      return;
    }
    ctx.notify.info(result.written ? t.exported(result.path, result.entries) : t.exportUnchanged(result.path));
    this.close();
    const problems = result.problems.map((one) => t.exportProblems[one.code](one.path, one.key));
    if (problems.length > 0)
      ctx.notify.warn(
        [t.exportNotes(problems.length), ...problems.slice(0, 5), ...(problems.length > 5 ? ['…'] : [])].join('\n'),
      );
  }
}
