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
import { bibliographyFiles, VaultFilePicker } from './vault-file-picker';

const STATUSES = ['inbox', 'queued', 'read'] as const;
/** A longer text is not put into the field, which would take as long to lay out as all the rest. */
const LONGEST_SHOWN = 100_000;

/** From what is pasted or dropped to the list of what will be done, to the list of what was. */
export class ImportModal extends Modal {
  private text = '';
  private fileName: string | null = null;
  private status: SourceStatus = 'inbox';
  private read: ReadBibliography | null = null;
  private box: BoxView | null = null;
  private submit: HTMLButtonElement | null = null;
  private buttons: HTMLElement | null = null;
  private work: AbortController | null = null;
  private readonly reading = new AfterPause(200, () => {
    this.recognise();
  });

  constructor(
    private readonly ctx: ImportContext,
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
    this.showBox();
  }

  override onClose(): void {
    this.reading.stop();
    this.work?.abort(); // what is written stays
    this.contentEl.empty();
  }

  private get t(): ImportContext['i18n']['ui']['bibliography'] {
    return this.ctx.i18n.ui.bibliography;
  }

  private begin(title: string): HTMLElement {
    this.setTitle(title);
    this.contentEl.empty();
    this.buttons?.empty();
    this.contentEl.scrollTop = 0;
    return this.contentEl.createDiv({ cls: 'rh-import' });
  }

  private button(text: string, onClick: () => void, cls = ''): HTMLButtonElement | null {
    const button = this.buttons?.createEl('button', { text, cls, attr: { type: 'button' } }) ?? null;
    button?.addEventListener('click', onClick);
    return button;
  }

  private showBox(): void {
    const { t } = this;
    const { sources, common } = this.ctx.i18n.ui;
    const place = this.begin(t.title);
    this.box = drawBox(place, {
      t,
      text: this.fileName === null ? this.text : '',
      fileName: this.fileName,
      onText: (text) => {
        this.text = text;
        this.reading.call();
      },
      onFile: (file) => void this.takeFile(file.name, () => file.arrayBuffer()),
      onPasteInstead: () => {
        this.text = '';
        this.fileName = null;
        this.showBox();
      },
      onChooseVaultFile: () => {
        this.chooseVaultFile();
      },
    });
    drawChoiceField(place, {
      name: 'rh-import-status',
      label: t.statusLabel,
      segments: STATUSES.map((value) => ({ value, label: sources.statuses[value] })),
      value: STATUSES.find((one) => one === this.status) ?? 'inbox',
      onChange: (status) => {
        this.status = status;
      },
    });
    this.drawLastImport(place);
    this.button(common.cancel, () => {
      this.close();
    });
    this.submit = this.button(t.show, () => void this.plan(), 'mod-cta');
    this.recognise();
    if (this.fileName === null) this.box.input.focus();
    else this.submit?.focus();
  }

  /** Says what the text is; the button waits for something that can be read. */
  private recognise(): void {
    const { t, box, submit, text } = this;
    this.read = text.trim() === '' ? null : readBibliography(text);
    if (box === null || submit === null) return;
    const { read } = this;
    const found = read === null ? 0 : read.items.length + read.failures.length + read.skipped.length;
    submit.disabled = found === 0;
    if (text.trim() === '') box.say(t.nothingYet);
    else if (read === null || found === 0) box.say(t.notRecognised, true);
    else box.say(t.recognised(t.formats[read.format], found, t.bytes(new Blob([text]).size)));
  }

  private chooseVaultFile(): void {
    if (bibliographyFiles(this.app).length === 0) {
      this.ctx.notify.info(this.t.noVaultFile);
      return;
    }
    const onPick = (file: TFile): void => void this.takeFile(file.path, () => this.app.vault.readBinary(file));
    this.ctx.dialogs.open(new VaultFilePicker(this.app, this.t.pickVaultFile, onPick));
  }

  private async takeFile(name: string, bytes: () => Promise<ArrayBuffer>): Promise<void> {
    try {
      this.text = decodedText(await bytes());
    } catch (error) {
      this.ctx.notify.warn(this.t.fileFailed(name, error instanceof Error ? error.message : String(error)));
      return;
    }
    this.fileName = this.text.length > LONGEST_SHOWN ? name : null;
    this.showBox();
  }

  private async plan(): Promise<void> {
    this.reading.hurry();
    const { read, submit, t } = this;
    if (read === null || submit === null || submit.disabled) return;
    submit.disabled = true;
    submit.setText(t.looking);
    const plan = await planFor(this.ctx, read);
    if (this.containerEl.isConnected) this.showPreview(plan);
  }

  private showPreview(plan: ImportPlan): void {
    const { t } = this;
    const place = this.begin(t.title);
    const words = this.buttons?.createSpan({ cls: 'rh-muted rh-foot-words' });
    this.button(t.back, () => {
      this.showBox();
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
