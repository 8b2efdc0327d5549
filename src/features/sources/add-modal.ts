import { Modal } from 'obsidian';
import { duplicateFinder, type DuplicateFinder } from '../../core/reading/known-sources';
import {
  filledUp,
  identifiersIn,
  readInput,
  takenApart,
  type InputProblem,
  type ReadInput,
  type SourceInput,
} from '../../core/reading/source-draft';
import { countEntries, readPastedEntry } from '../../core/reading/pasted-source';
import { splitAuthors } from '../../core/reading/source';
import { SOURCE_KINDS, SOURCE_STATUSES } from '../../core/reading/types';
import { drawChoiceField } from '../../ui/form/choice-field';
import { drawFolded } from '../../ui/form/folded';
import { drawFormButtons } from '../../ui/form/form-buttons';
import { drawFormHead } from '../../ui/form/form-head';
import { drawNameList, type NameList } from '../../ui/form/name-list';
import { drawPreviewBox, type PreviewBox } from '../../ui/form/preview-box';
import { drawTextField, type TextField, type TextFieldOptions } from '../../ui/form/text-field';
import { openNote } from '../../ui/open-note';
import { addIcon } from '../../ui/result-list';
import type { Context } from '../context';
import { createSource, likelyPath } from './create';
import { fillSource, knownAs, type Known } from './fill';
import { addLookUp } from './look-up';

type TextKey = Exclude<keyof SourceInput, 'kind' | 'status'>;

const EMPTY: SourceInput = {
  kind: 'paper',
  status: 'inbox',
  title: '',
  authors: '',
  year: '',
  venue: '',
  arxiv: '',
  doi: '',
  url: '',
  citekey: '',
  zotero: '',
};

/** The form that adds a source, or leads to the note where it is here already. */
export class AddSourceModal extends Modal {
  private input: SourceInput;
  private readonly fields = new Map<TextKey, TextField>();
  private readonly labels = new Map<TextKey, string>();
  /** Fields that were left once, so that what is wrong with them may be said. */
  private readonly left = new Set<TextKey>();
  private known: Known | null = null;
  /** Null until the vault has been read. */
  private finder: DuplicateFinder | null = null;
  private busy = false;
  /** The note that was made, or was here already. */
  private found: string | null = null;
  /** Where the link stands: in view, or among what is folded. */
  private linkPlace: HTMLElement | null = null;
  private foldedLinkPlace: HTMLElement | null = null;
  /** What was taken out of an address or an entry, as it is said below the title. */
  private taken: ((hasTitle: boolean) => string) | null = null;
  private names: NameList | null = null;
  private notice: HTMLElement | null = null;
  private preview: PreviewBox | null = null;
  private submitButton: HTMLButtonElement | null = null;

  constructor(
    private readonly ctx: Context,
    prefill: Partial<SourceInput>,
    private readonly whenDone?: (path: string | null) => void,
  ) {
    super(ctx.app);
    this.input = { ...EMPTY, ...prefill };
  }

  override onOpen(): void {
    const { common, sources: t } = this.ctx.i18n.ui;
    const form = drawFormHead(this, { title: t.title, langTag: common.langTag });
    drawChoiceField(form, {
      name: 'rh-source-kind',
      label: t.kindLabel,
      segments: SOURCE_KINDS.map((value) => ({ value, label: t.kinds[value] })),
      value: this.input.kind,
      onChange: (kind) => {
        this.change({ kind });
        this.placeLink();
      },
    });
    const title = this.addField(form, 'title', { label: t.titleLabel, placeholder: t.titlePlaceholder });
    title.input.addEventListener('paste', (event) => {
      this.paste(event);
    });
    this.linkPlace = form.createDiv();
    const authors = this.addField(form, 'authors', { label: t.authorsLabel, remark: t.authorsRemark });
    this.names = drawNameList(authors.el);
    const row = form.createDiv({ cls: 'rh-fields' });
    this.addField(row, 'year', { label: t.yearLabel, inputMode: 'numeric' });
    this.addField(row, 'venue', { label: t.venueLabel, placeholder: t.venuePlaceholder });
    this.addLookUp(this.addField(form, 'arxiv', { label: t.arxivLabel }));
    drawChoiceField(form, {
      name: 'rh-source-status',
      label: t.statusLabel,
      remark: t.statusRemark,
      segments: SOURCE_STATUSES.filter((status) => status !== 'dropped').map((value) => ({
        value,
        label: t.statuses[value],
      })),
      value: this.input.status,
      onChange: (status) => {
        this.change({ status });
      },
    });
    const { doi, citekey, zotero } = this.input;
    const more = drawFolded(
      form,
      t.more,
      [doi, citekey, zotero].some((text) => text !== ''),
    );
    this.addLookUp(this.addField(more, 'doi', { label: t.doiLabel }));
    this.foldedLinkPlace = more.createDiv();
    this.addField(this.foldedLinkPlace, 'url', { label: t.urlLabel, inputMode: 'url' });
    this.placeLink();
    this.addField(more, 'citekey', { label: t.citekeyLabel });
    this.addField(more, 'zotero', { label: t.zoteroLabel, placeholder: t.zoteroPlaceholder });
    this.notice = form.createDiv({ cls: 'rh-hint', attr: { 'aria-live': 'polite' } });
    this.preview = drawPreviewBox(this.modalEl);
    const labels = { cancel: common.cancel, submit: t.submit };
    this.submitButton = drawFormButtons(this, labels, () => void this.submit()).submit;
    this.refresh();
    this.fields.get('title')?.input.focus();
    void this.ctx.reading.flush().then(() => {
      this.finder = duplicateFinder(this.ctx.reading.index.sources());
      this.refresh();
    });
  }

  override onClose(): void {
    this.contentEl.empty();
    this.whenDone?.(this.found);
  }

  private addField(
    parent: HTMLElement,
    key: TextKey,
    options: Pick<TextFieldOptions, 'label' | 'remark' | 'placeholder' | 'inputMode'>,
  ): TextField {
    const field = drawTextField(parent, {
      ...options,
      id: `rh-source-${key}`,
      value: this.input[key],
      onInput: (value) => {
        this.change({ [key]: value });
      },
      onLeave: () => {
        if (key === 'title' && this.takeApart(this.input.title)) return;
        if (this.input[key] !== '') this.left.add(key);
        this.refresh();
      },
    });
    this.fields.set(key, field);
    this.labels.set(key, options.label);
    return field;
  }

  /** What is pasted into an empty title may be an address or an id: then the fields that it fills are filled. */
  private paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (this.input.title.trim() !== '') return;
    const entries = countEntries(text);
    if (entries < 2 && !this.takeApart(text)) return;
    event.preventDefault();
    if (entries > 1) this.fields.get('title')?.setHint(this.ctx.i18n.ui.sources.manyEntries(entries));
  }

  /** Fills fields from an address or an id in the title's place; false where the text is none. */
  private takeApart(text: string): boolean {
    const apart = takenApart({ ...this.input, title: text });
    if (apart === null) return false;
    const t = this.ctx.i18n.ui.sources;
    const isEntry = readPastedEntry(text) !== null;
    const labels = this.put(apart).filter((label) => label !== t.titleLabel);
    this.taken = isEntry ? () => t.entryTaken(labels) : (hasTitle) => t.takenApart(labels, hasTitle);
    this.refresh();
    return true;
  }

  /** Shows a source in the form; answers the labels of the fields that say something else now. */
  private put(input: SourceInput): string[] {
    const changed = [...this.fields.keys()].filter((key) => input[key] !== this.input[key]);
    this.input = input;
    for (const [key, field] of this.fields) field.input.value = input[key];
    if (changed.includes('doi')) this.fields.get('doi')?.el.closest('details')?.setAttribute('open', '');
    for (const radio of this.contentEl.querySelectorAll<HTMLInputElement>('[name="rh-source-kind"]')) {
      radio.checked = radio.value === input.kind;
    }
    this.placeLink();
    return changed.map((key) => this.labels.get(key) ?? key);
  }

  /** What is looked up fills what is empty; what was typed stays. */
  private addLookUp(field: TextField): void {
    addLookUp(this.ctx, field, (found, host) => {
      const labels = this.put(filledUp(this.input, found));
      this.refresh();
      field.setHint(this.ctx.i18n.ui.sources.lookUp.taken(host, labels));
    });
  }

  /** The link is in view where it is what one goes by: of a course, a video, an article, and where an address was given. */
  private placeLink(): void {
    const { kind, url } = this.input;
    const isInView = (kind !== 'paper' && kind !== 'book') || url !== '';
    const place = isInView ? this.linkPlace : this.foldedLinkPlace;
    const field = this.fields.get('url');
    if (field !== undefined && field.el.parentElement !== place) place?.append(field.el);
  }

  /** Says as whom the authors were read, where that does not go without saying. */
  private showAuthors(): void {
    const typed = this.input.authors.trim();
    const names = splitAuthors(typed);
    this.names?.show(names.length === 1 && names[0] === typed && !/[,，、]/.test(typed) ? [] : names);
  }

  /** What was typed; a source that is here need not be named again. */
  private read(): ReadInput {
    const { title: typed } = this.input;
    const title = typed.trim() === '' ? (this.finder?.(identifiersIn(this.input))?.source.title ?? '') : typed;
    return readInput({ ...this.input, title });
  }

  private change(more: Partial<SourceInput>): void {
    this.input = { ...this.input, ...more };
    this.refresh();
  }

  /** Shows what is wrong, what is here already, and what would be written. */
  private refresh(): void {
    const { submitButton, preview, notice } = this;
    if (submitButton === null || preview === null || notice === null || this.busy) return;
    const t = this.ctx.i18n.ui.sources;
    this.showAuthors();
    if (this.taken !== null) this.fields.get('title')?.setHint(this.taken(this.input.title.trim() !== ''));
    const read = this.read();
    this.showProblems(read.ok ? {} : read.problems);
    const duplicate = this.finder?.(identifiersIn(this.input)) ?? null;
    this.known = duplicate === null ? null : knownAs(this.ctx, duplicate, read.ok ? read.draft : null);
    this.drawKnown(notice);
    const shown = [...this.fields.values()].some((field) => field.el.hasAttribute('data-invalid'));
    submitButton.disabled = shown;
    const fills = this.known?.filling.fills ?? {};
    if (this.known !== null) {
      const filled = Object.keys(fills).length > 0;
      const lines = filled ? this.ctx.yaml.stringify(fills).trimEnd().split('\n') : [];
      preview.set(t.willFill(this.known.source.title), lines);
      submitButton.setText(filled ? t.submitFill : t.submitOpen);
      return;
    }
    submitButton.setText(t.submit);
    preview.set(t.willCreate, read.ok ? [likelyPath(this.ctx, read.draft)] : []);
  }

  private showProblems(problems: Readonly<Partial<Record<keyof SourceInput, InputProblem>>>): void {
    const t = this.ctx.i18n.ui.sources;
    for (const [key, field] of this.fields) {
      const problem = this.left.has(key) ? problems[key] : undefined;
      const isAfterAddress = problem === 'no-title' && this.taken !== null;
      field.setProblem(problem === undefined ? null : t.problems[isAfterAddress ? 'address-for-title' : problem]);
    }
  }

  private drawKnown(notice: HTMLElement): void {
    const t = this.ctx.i18n.ui.sources;
    notice.empty();
    notice.toggle(this.known !== null);
    if (this.known === null) return;
    const { by, source, filling } = this.known;
    addIcon(notice, 'info');
    const words = notice.createSpan({ text: t.known[by] });
    const link = words.createEl('a', { cls: 'rh-link rh-strong', text: source.title, href: '#' });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void this.openNote(source.path);
    });
    words.appendText(`${t.fullStop}${t.knownOpens}`);
    if (filling.differing.length > 0) words.appendText(` ${t.knownKeeps(filling.differing.map(({ key }) => key))}`);
  }

  private async submit(): Promise<void> {
    if (this.busy) return;
    if (this.takeApart(this.input.title)) {
      // Enter came before the field was left: what it filled in is to be seen first.
      this.left.add('title');
      this.refresh();
      return;
    }
    const read = this.read();
    if (!read.ok) {
      for (const key of Object.keys(read.problems) as TextKey[]) this.left.add(key);
      this.refresh();
      const first = [...this.fields].find(([key]) => read.problems[key] !== undefined)?.[1].input;
      first?.closest('details')?.setAttribute('open', '');
      first?.focus();
      return;
    }
    this.busy = true;
    this.submitButton?.toggleAttribute('disabled', true);
    if (this.finder === null) this.submitButton?.setText(this.ctx.i18n.ui.sources.looking);
    const shown = this.known;
    const result = shown === null ? await createSource(this.ctx, read.draft) : await fillSource(this.ctx, shown);
    this.busy = false;
    if (result.outcome === 'stopped') return;
    if (result.outcome === 'failed') {
      this.ctx.notify.warn(result.message);
      this.refresh();
      return;
    }
    // It came in while the form was open: what would be filled in has not been shown, so nothing was.
    if (shown === null && result.outcome === 'existing')
      this.ctx.notify.info(this.ctx.i18n.ui.sources.opened(result.path));
    await this.openNote(result.path);
  }

  private async openNote(path: string): Promise<void> {
    this.found = path;
    this.close();
    if (this.whenDone === undefined) await openNote(this.ctx.app, path);
  }
}
