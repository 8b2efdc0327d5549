import { Modal, type TFile } from 'obsidian';
import { readBibliography, type ReadBibliography } from '../../../core/bibliography/read';
import type { ImportChoices, ImportCounts } from '../../../core/import/choices';
import type { ImportOutcome } from '../../../core/import/outcome';
import type { ImportPlan } from '../../../core/import/plan';
import { undoImport, type ImportRecord } from '../../../core/import/undo';
import type { SourceStatus } from '../../../core/reading/types';
import { dayOf } from '../../../core/time/calendar-day';
import { AfterPause } from '../../../platform/pause';
import { drawChoiceField } from '../../../ui/form/choice-field';
import { openNote, paneOf } from '../../../ui/open-note';
import { drawBox, type BoxView } from './box-view';
import { decodedText } from './file-text';
import { PreviewView } from './preview-view';
import { drawProgress } from './progress-view';
import { drawResult, resultLead } from './result-view';
import { planFor, runImport, type ImportContext } from './run';
import type { ImportStore } from './undo-store';
import { VaultFilePicker } from './vault-file-picker';

const STATUSES = ['inbox', 'queued', 'read'] as const;
/** A longer text is not put into the field, which would take as long to lay out as all the rest. */
const LONGEST_SHOWN = 100_000;

/** Files that may hold what is taken in. */
export interface TakenFiles {
  /** Their endings, in lower case. */
  readonly endings: readonly string[];
  /** Whether several may come at once. */
  readonly many: boolean;
}

/** A file of the vault, or of the computer. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: () => Promise<ArrayBuffer>;
}

/** From what is pasted or dropped to the list of what will be done, to the list of what was. */
export class ImportModal extends Modal {
  protected text = '';
  private fileName: string | null = null;
  protected status: SourceStatus = 'inbox';
  private read: ReadBibliography | null = null;
  protected box: BoxView | null = null;
  protected submit: HTMLButtonElement | null = null;
  private buttons: HTMLElement | null = null;
  protected work: AbortController | null = null;
  protected readonly reading = new AfterPause(200, () => {
    this.recognise();
  });

  constructor(
    protected readonly ctx: ImportContext,
    private readonly store: ImportStore,
  ) {
    super(ctx.app);
  }

  override onOpen(): void {
    this.modalEl.setAttribute('lang', this.ctx.i18n.ui.common.langTag);
    this.modalEl.addClass('rh-import-modal');
    this.buttons = this.modalEl.createDiv({ cls: 'modal-button-container rh-form-buttons' });
    this.modalEl.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing || (!event.ctrlKey && !event.metaKey)) return;
      event.preventDefault();
      this.buttons?.querySelector<HTMLButtonElement>('.mod-cta')?.click();
    });
    this.showStart();
  }

  override onClose(): void {
    this.reading.stop();
    this.work?.abort(); // what is written stays
    this.contentEl.empty();
  }

  protected get t(): ImportContext['i18n']['ui']['bibliography'] {
    return this.ctx.i18n.ui.bibliography;
  }

  protected get files(): TakenFiles {
    return { endings: ['bib', 'bibtex', 'ris', 'enw', 'ciw', 'txt', 'json'], many: false };
  }

  protected get titleText(): string {
    return this.t.title;
  }

  protected begin(title: string): HTMLElement {
    this.setTitle(title);
    this.contentEl.empty();
    this.buttons?.empty();
    this.contentEl.scrollTop = 0;
    return this.contentEl.createDiv({ cls: 'rh-import' });
  }

  protected button(text: string, onClick: () => void, cls = ''): HTMLButtonElement | null {
    const button = this.buttons?.createEl('button', { text, cls, attr: { type: 'button' } }) ?? null;
    button?.addEventListener('click', onClick);
    return button;
  }

  /** Where it begins, and where the way back leads: the place for what is pasted. */
  protected showStart(): void {
    this.showBox();
  }

  private showBox(): void {
    const { t } = this;
    const { common } = this.ctx.i18n.ui;
    const place = this.begin(this.titleText);
    this.box = drawBox(place, {
      t,
      text: this.fileName === null ? this.text : '',
      fileName: this.fileName,
      accept: `${this.files.endings.map((ending) => `.${ending}`).join(',')},text/plain,application/json`,
      many: this.files.many,
      onText: (text) => {
        this.text = text;
        this.reading.call();
      },
      onFiles: (files) =>
        void this.takeFiles(files.map((file) => ({ name: file.name, bytes: () => file.arrayBuffer() }))),
      onPasteInstead: () => {
        this.text = '';
        this.fileName = null;
        this.showBox();
      },
      onChooseVaultFile: () => {
        this.chooseVaultFile();
      },
    });
    this.drawOptions(place);
    this.button(common.cancel, () => {
      this.close();
    });
    this.submit = this.button(t.show, () => void this.plan(), 'mod-cta');
    this.recognise();
    if (this.fileName === null) this.box.input.focus();
    else this.submit?.focus();
  }

  /** What is asked besides. */
  protected drawOptions(place: HTMLElement): void {
    const { sources } = this.ctx.i18n.ui;
    drawChoiceField(place, {
      name: 'rh-import-status',
      label: this.t.statusLabel,
      segments: STATUSES.map((value) => ({ value, label: sources.statuses[value] })),
      value: STATUSES.find((one) => one === this.status) ?? 'inbox',
      onChange: (status) => {
        this.status = status;
      },
    });
    this.drawLastImport(place);
  }

  /** Says what the text is; the button waits for something that can be read. */
  private recognise(): void {
    const { t, box, submit, text } = this;
    const isEmpty = text.trim() === '';
    const words = isEmpty ? null : this.understand(text);
    if (box === null || submit === null) return;
    submit.disabled = words === null;
    box.say(isEmpty ? t.nothingYet : (words ?? t.notRecognised), words === null && !isEmpty);
  }

  /** Reads a text; answers in words what it is, or null where there is nothing in it to take in. */
  protected understand(text: string): string | null {
    const { t } = this;
    const read = readBibliography(text);
    this.read = read;
    const found = read === null ? 0 : read.items.length + read.failures.length + read.skipped.length;
    return read === null || found === 0
      ? null
      : t.recognised(t.formats[read.format], found, t.bytes(new Blob([text]).size));
  }

  private chooseVaultFile(): void {
    const files = this.app.vault
      .getFiles()
      .filter(({ extension }) => this.files.endings.includes(extension.toLowerCase()));
    if (files.length === 0) {
      this.ctx.notify.info(this.t.noVaultFile);
      return;
    }
    const onPick = (file: TFile): void =>
      void this.takeFiles([{ name: file.path, bytes: () => this.app.vault.readBinary(file) }]);
    this.ctx.dialogs.open(new VaultFilePicker(this.app, files, this.t.pickVaultFile, onPick));
  }

  protected async takeFiles([file]: readonly GivenFile[]): Promise<void> {
    const text = file === undefined ? null : await this.textOf(file);
    if (file === undefined || text === null) return;
    this.text = text;
    this.fileName = text.length > LONGEST_SHOWN ? file.name : null;
    this.showBox();
  }

  /** Null where it cannot be read, which is said. */
  protected async textOf({ name, bytes }: GivenFile): Promise<string | null> {
    try {
      return decodedText(await bytes());
    } catch (error) {
      this.ctx.notify.warn(this.t.fileFailed(name, error instanceof Error ? error.message : String(error)));
      return null;
    }
  }

  protected async plan(): Promise<void> {
    this.reading.hurry();
    const { submit } = this;
    if (submit === null || submit.disabled) return;
    submit.disabled = true;
    submit.setText(this.t.looking);
    await this.showList();
  }

  /** What would be done with what was understood. */
  protected async showList(): Promise<void> {
    const { read } = this;
    if (read === null) return;
    const plan = await planFor(this.ctx, read);
    if (this.containerEl.isConnected) this.showPreview(plan);
  }

  protected showPreview(plan: ImportPlan): void {
    const { t } = this;
    const place = this.begin(this.titleText);
    const words = this.buttons?.createSpan({ cls: 'rh-muted rh-foot-words' });
    this.button(t.back, () => {
      this.showStart();
    });
    let choices: (() => ImportChoices) | null = null;
    const submit = this.button(t.nothingToWrite, () => void this.run(plan, choices?.() ?? null), 'mod-cta');
    const preview = new PreviewView(place, plan, {
      t,
      authors: this.ctx.i18n.ui.home.reading,
      folder: this.ctx.places.folders().sources,
      openNote: (path, event) => {
        void openNote(this.app, path, { pane: paneOf(event) || 'tab' });
      },
      onCounts: ({ created, filled, replaced }: ImportCounts) => {
        const written = created + filled + replaced;
        words?.setText(written === 0 ? '' : t.foot(written));
        submit?.setText(written === 0 ? t.nothingToWrite : t.submit(written));
        submit?.toggleAttribute('disabled', written === 0);
      },
    });
    choices = () => preview.selection.choices;
    submit?.focus();
  }

  private async run(plan: ImportPlan, choices: ImportChoices | null): Promise<void> {
    if (choices === null || this.work !== null) return;
    const { t, ctx } = this;
    const work = new AbortController();
    this.work = work;
    const place = this.begin(t.going);
    const progress = drawProgress(place, plan.steps.length, t);
    const stop = this.button(t.stop, () => {
      work.abort();
      stop?.setText(t.stopping);
      stop?.toggleAttribute('disabled', true);
    });
    stop?.focus();
    const begun = ctx.clock.now().toMillis();
    const record = this.store.begin(dayOf(ctx.clock.now()));
    const outcome = await runImport(ctx, plan, choices, this.status, {
      signal: work.signal,
      onProgress: (done, total) => {
        progress.set(done, total, ctx.clock.now().toMillis() - begun);
      },
      onWritten: (written) => {
        record.remember(written);
        progress.wrote(written.path);
      },
    });
    record.finish();
    this.work = null;
    if (this.containerEl.isConnected) this.showResult(outcome);
    else ctx.notify.info(resultLead(outcome, t)); // it was closed, which stops the work
  }

  private showResult(outcome: ImportOutcome): void {
    const { t } = this;
    const place = this.begin(t.done);
    drawResult(place, outcome, {
      t,
      folder: this.ctx.places.folders().sources,
      openNote: (path, event) => {
        this.close();
        void openNote(this.app, path, { pane: paneOf(event) });
      },
    });
    const record = this.store.load();
    if (record !== null && outcome.created.length + outcome.filled.length > 0) {
      const undo = this.button(t.undo, () => void this.undo(record, undo));
    }
    this.text = '';
    this.fileName = null;
    this.button(
      t.doneButton,
      () => {
        this.close();
      },
      'mod-cta',
    )?.focus();
  }

  /** The import before this one can still be taken back. */
  private drawLastImport(place: HTMLElement): void {
    const record = this.store.load();
    if (record === null) return;
    const { t } = this;
    const row = place.createDiv({ cls: 'rh-hint rh-last-import' });
    row.createSpan({ text: t.undoLast(record.writes.length, record.day) });
    const undo = row.createEl('button', { cls: 'rh-plain', text: t.undo, attr: { type: 'button' } });
    undo.addEventListener('click', () => void this.undo(record, undo));
  }

  private async undo(record: ImportRecord, button: HTMLButtonElement | null): Promise<void> {
    const { t, ctx } = this;
    button?.toggleAttribute('disabled', true);
    button?.setText(t.undoing);
    const { back, kept, failed } = await undoImport(record, ctx.notes);
    await ctx.notes.removeEmptyFolders(record.writes.flatMap(({ folders }) => folders));
    if (failed.length === 0) this.store.clear();
    else this.store.keep({ ...record, writes: failed });
    if (failed.length > 0) ctx.notify.warn(t.undoFailed(failed.map(({ path }) => path)));
    else ctx.notify.info(t.undone(back.length, kept.length));
    this.close();
  }
}
