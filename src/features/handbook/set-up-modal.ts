import { Modal } from 'obsidian';
import type { Plan } from '../../core/handbook/plan';
import { HOME_ID, TEMPLATE_PREFIX } from '../../core/handbook/pack';
import { folderOf } from '../../core/vault/path';
import type { VaultState } from '../../core/handbook/vault-state';
import type { Language } from '../../core/ports';
import { addIcon } from '../../ui/result-list';
import { drawChoiceField } from '../../ui/form/choice-field';
import type { Context } from '../context';
import { LANGUAGES, type Handbook } from './handbook';

export interface SetUpForm {
  readonly language: Language;
  /** Offered without a choice: the other language is there already. */
  readonly languageFixed: boolean;
  /** What happens when the student says yes; resolves once it is done. */
  readonly run: (language: Language, root: string, onProgress: (done: number, total: number) => void) => Promise<void>;
}

/** Asks for language, root and, where it is not known yet, the student's name; shows all along what would be made. */
export class SetUpModal extends Modal {
  private language: Language;
  private root = '';
  private author = '';
  private state: VaultState | null = null;
  private busy = false;
  private lead: HTMLElement | null = null;
  private preview: HTMLElement | null = null;
  private rootField: HTMLElement | null = null;
  private button: HTMLButtonElement | null = null;

  constructor(
    private readonly ctx: Context,
    private readonly handbook: Handbook,
    private readonly form: SetUpForm,
  ) {
    super(ctx.app);
    this.language = form.language;
  }

  override onOpen(): void {
    const { ui } = this.ctx.i18n;
    const t = ui.handbook;
    this.modalEl.setAttribute('lang', ui.common.langTag);
    this.setTitle(this.form.languageFixed ? t.secondTitle(t.languageNames[this.language]) : t.setUpTitle);
    const box = this.contentEl.createDiv({ cls: 'rh-setup' });
    this.lead = box.createDiv({ cls: 'rh-lead', text: this.form.languageFixed ? t.secondLead : t.setUpLead });
    if (!this.form.languageFixed) this.drawLanguage(box);
    this.rootField = this.drawRoot(box);
    if (!this.form.languageFixed && this.ctx.settings.values.reportAuthor.trim() === '') this.drawName(box);
    this.preview = box.createDiv({ cls: 'rh-setup' });
    const buttons = this.modalEl.createDiv({ cls: 'modal-button-container rh-form-buttons' });
    buttons.createEl('button', { text: t.later }).addEventListener('click', () => {
      this.close();
    });
    this.button = buttons.createEl('button', { cls: 'mod-cta', text: t.looking });
    this.button.addEventListener('click', () => void this.submit());
    this.refresh();
    box.querySelector<HTMLInputElement>('input:checked, input[type="text"]')?.focus();
    void this.handbook.state(this.language).then((state) => {
      this.state = state;
      this.refresh();
    });
  }

  override onClose(): void {
    this.contentEl.empty();
    if (!this.busy && this.ctx.places.record() === null) this.ctx.notify.info(this.ctx.i18n.ui.handbook.laterHint);
  }

  private drawLanguage(box: HTMLElement): void {
    const t = this.ctx.i18n.ui.handbook;
    drawChoiceField(box, {
      name: 'rh-content-language',
      label: t.languageLabel,
      segments: LANGUAGES.map((value) => ({ value, label: t.languageNames[value] })),
      value: this.language,
      onChange: (language) => {
        this.language = language;
        this.refresh();
      },
    });
  }

  private drawRoot(box: HTMLElement): HTMLElement {
    const t = this.ctx.i18n.ui.handbook;
    return this.drawLine(box, { label: t.rootLabel, hint: t.rootHint, placeholder: t.rootPlaceholder }, (text) => {
      this.root = text;
      this.refresh();
    });
  }

  private drawName(box: HTMLElement): void {
    const t = this.ctx.i18n.ui.handbook;
    this.drawLine(box, { label: t.nameLabel, hint: t.nameHint, placeholder: '' }, (text) => {
      this.author = text;
    });
  }

  private drawLine(
    box: HTMLElement,
    words: { readonly label: string; readonly hint: string; readonly placeholder: string },
    onInput: (text: string) => void,
  ): HTMLElement {
    const field = box.createEl('label', { cls: 'rh-field' });
    const label = field.createSpan({ cls: 'rh-label', text: `${words.label} ` });
    label.createSpan({ text: words.hint });
    const input = field.createEl('input', { type: 'text', placeholder: words.placeholder });
    input.addEventListener('input', () => {
      onInput(input.value);
    });
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      void this.submit();
    });
    return field;
  }

  /** Draws what would be made now, and lets the button say so. */
  private refresh(): void {
    if (this.preview === null || this.rootField === null || this.button === null || this.busy) return;
    const t = this.ctx.i18n.ui.handbook;
    this.preview.empty();
    this.showProblem(null);
    this.button.disabled = true;
    if (this.state === null) {
      this.button.setText(t.looking);
      return;
    }
    const planned = this.handbook.planSetUp(this.language, this.root, this.state);
    if (!planned.ok) {
      this.showProblem(planned.error);
      this.button.setText(t.createNotes);
      return;
    }
    const created = planned.plan.steps.filter((step) => step.kind === 'create').length;
    const isSecond = planned.plan.beside && planned.plan.record === null;
    this.lead?.setText(isSecond ? t.secondLead : t.setUpLead);
    drawPreview(this.preview, planned.plan, t);
    const others = this.state.files.filter((path) => /\.md$/i.test(path)).length - this.state.notes.length;
    const promise = this.preview.createDiv({ cls: 'rh-promise' });
    addIcon(promise, 'lock');
    promise.createSpan({ text: others > 0 ? t.promise(others) : t.promiseEmpty });
    this.button.disabled = false;
    this.button.setText(created > 0 ? t.create(created) : t.finish);
  }

  private showProblem(message: string | null): void {
    if (this.rootField === null) return;
    this.rootField.toggleAttribute('data-invalid', message !== null);
    this.rootField.querySelector('.rh-hint')?.remove();
    const input = this.rootField.querySelector('input');
    input?.setAttribute('aria-invalid', String(message !== null));
    if (message === null) return;
    const hint = this.rootField.createSpan({ cls: 'rh-hint', attr: { role: 'alert' } });
    addIcon(hint, 'circle-alert');
    hint.querySelector('.svg-icon')?.addClass('rh-icon-bad');
    hint.appendText(message);
  }

  private async submit(): Promise<void> {
    if (this.busy || this.button === null || this.button.disabled) return;
    const { button } = this;
    const t = this.ctx.i18n.ui.handbook;
    this.busy = true;
    button.disabled = true;
    try {
      await this.form.run(this.language, this.root, (done, total) => {
        button.setText(t.progress(done, total));
      });
      // Last, since settings that cannot be written are no reason to make no notes.
      if (this.author.trim() !== '') await this.ctx.settings.set('reportAuthor', this.author.trim());
    } catch (error) {
      this.ctx.notify.warn(error instanceof Error ? error.message : String(error));
    }
    this.close();
  }
}

type Words = Context['i18n']['ui']['handbook'];

function drawPreview(parent: HTMLElement, plan: Plan, t: Words): void {
  const { folders, pack, steps } = plan;
  const created = steps.flatMap((step) => (step.kind === 'create' ? [step] : []));
  const home = created.find((step) => step.id === HOME_ID);
  const templates = created.filter((step) => step.id.startsWith(TEMPLATE_PREFIX));
  const notes = created.filter((step) => step.id !== HOME_ID && !step.id.startsWith(TEMPLATE_PREFIX));
  const parts = new Set(
    pack.notes.flatMap((note) => {
      const names = folderOf(note.path).split('/');
      return note.id.startsWith(TEMPLATE_PREFIX) || names[1] === undefined ? [] : [names[1]];
    }),
  );
  const tree = parent.createDiv({ cls: 'rh-tree', attr: { role: 'list' } });
  const row = (icon: string, path: string, text: string): void => {
    const line = tree.createDiv({ attr: { role: 'listitem' } });
    addIcon(line, icon);
    const name = line.createSpan();
    for (const part of path.match(/[^/]*\/?/g) ?? []) {
      name.appendText(part);
      if (part.endsWith('/')) name.createEl('wbr'); // a long path breaks between its folders
    }
    line.createSpan({ cls: 'rh-muted', text });
  };
  row('book-open', `${folders.handbook}/`, notes.length > 0 ? t.treeHandbook(notes.length, [...parts]) : t.treeThere);
  row('compass', home?.path ?? folders.home, home === undefined ? t.treeThere : t.treeHome);
  row('file-text', `${folders.sources}/`, t.treeSources);
  row('notebook-pen', `${folders.weekly}/`, t.treeWeekly);
  row('copy', `${folders.templates}/`, templates.length > 0 ? t.treeTemplates : t.treeThere);
}
