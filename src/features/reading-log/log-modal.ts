import { Modal } from 'obsidian';
import { findSource } from '../../core/reading/find-source';
import { readLogInput, type LogInput, type LogInputField } from '../../core/reading/log-input';
import { printLogLine } from '../../core/reading/log-line';
import { SOURCE_STATUSES, type Source, type SourceStatus } from '../../core/reading/types';
import { dayOf } from '../../core/time/calendar-day';
import { drawChips, type Chips } from '../../ui/form/chips';
import { drawChoiceField } from '../../ui/form/choice-field';
import { drawField, type Field } from '../../ui/form/field';
import { drawFolded } from '../../ui/form/folded';
import { drawFormButtons } from '../../ui/form/form-buttons';
import { drawFormHead } from '../../ui/form/form-head';
import { drawPreviewBox, type PreviewBox } from '../../ui/form/preview-box';
import { SuggestInput } from '../../ui/form/suggest-input';
import { drawSwitch } from '../../ui/form/switch-field';
import { addTextInput, drawTextField, type TextField } from '../../ui/form/text-field';
import { drawSegmented } from '../../ui/segmented';
import type { Context } from '../context';
import { appendLog, statusGoesToProperties } from './append';
import { sourceChoices, type SourceChoice } from './source-choices';
import { aboutSource, inputProblem } from './words';

/** What the form starts with; `source` is a path, citekey, name or title. */
export type LogPrefill = Partial<LogInput> & { readonly source?: string };

const CHIPS = ['25', '45', '60', '90'];
const PASSES = ['', '1', '2', '3'] as const;

/** The form that logs a sitting. One field is enough: the source; the day is today, the rest may stay empty. */
export class LogReadingModal extends Modal {
  private input: LogInput;
  private sourceText: string;
  private source: Source | null = null;
  private readonly fields = new Map<LogInputField, Field & Partial<TextField>>();
  private readonly left = new Set<LogInputField | 'source'>();
  private sourceField: TextField | null = null;
  private choices: readonly SourceChoice[] = [];
  private chips: Chips | null = null;
  private preview: PreviewBox | null = null;
  private submitButton: HTMLButtonElement | null = null;
  /** Fields that came filled in. */
  private readonly prefilled: readonly (LogInputField | 'source')[];
  private ready = false;
  private busy = false;

  constructor(
    private readonly ctx: Context,
    { source = '', ...input }: LogPrefill,
  ) {
    super(ctx.app);
    this.sourceText = source;
    this.prefilled = [...(source === '' ? [] : (['source'] as const)), ...(Object.keys(input) as LogInputField[])];
    const date = dayOf(ctx.clock.now());
    this.input = { date, minutes: '', pass: '', pages: '', status: '', note: '', private: false, ...input };
  }

  override onOpen(): void {
    const { common, readingLog: t } = this.ctx.i18n.ui;
    const form = drawFormHead(this, { id: 'rh-log', title: t.title, langTag: common.langTag });
    this.drawSource(form);
    const row = form.createDiv({ cls: 'rh-fields' });
    this.addField(row, 'date', t.dateLabel);
    this.addField(row, 'pages', t.pagesLabel);
    this.drawMinutes(form);
    this.drawPass(form);
    this.addField(form, 'note', t.noteLabel, 2);
    drawSwitch(form, {
      label: t.privateLabel,
      hint: t.privateHint,
      value: this.input.private,
      onChange: (hidden) => {
        this.change({ private: hidden });
      },
    });
    this.drawStatus(form);
    this.preview = drawPreviewBox(form);
    this.submitButton = drawFormButtons(
      this,
      { cancel: common.cancel, submit: t.submit },
      () => void this.submit(),
    ).submit;
    this.prefilled.forEach((key) => this.left.add(key)); // what an address says wrongly is shown at once
    this.refresh();
    void this.takeSources();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private drawSource(form: HTMLElement): void {
    const t = this.ctx.i18n.ui.readingLog;
    this.sourceField = drawTextField(form, {
      id: 'rh-log-source',
      label: t.sourceLabel,
      placeholder: t.sourcePlaceholder,
      value: this.sourceText,
      onInput: (text) => {
        this.pick(text, null);
      },
      onLeave: () => {
        if (this.sourceText !== '') this.left.add('source');
        this.refresh();
      },
    });
    const { input } = this.sourceField;
    if (!(input instanceof HTMLInputElement)) return;
    new SuggestInput<SourceChoice>(
      this.ctx.app,
      input,
      () => this.choices,
      (typed) => [{ title: t.addSource(this.source === null ? typed : ''), detail: '', source: null }],
      (choice) => {
        if (choice.source !== null) {
          this.pick(choice.title, choice.source);
          this.fields.get('minutes')?.input?.focus();
          return;
        }
        const title = this.sourceText.trim();
        this.close();
        this.ctx.actions.addSource(title === '' ? {} : { title });
      },
    );
  }

  private drawMinutes(form: HTMLElement): void {
    const t = this.ctx.i18n.ui.readingLog;
    const id = 'rh-log-minutes';
    const field = drawField(form, { label: t.minutesLabel, controlId: id });
    const row = field.el.createDiv({ cls: 'rh-minutes' });
    const input = addTextInput(row, {
      id,
      label: t.minutesLabel,
      value: this.input.minutes,
      inputMode: 'numeric',
      onInput: (minutes) => {
        this.change({ minutes });
      },
      onLeave: () => {
        this.leave('minutes');
      },
    });
    this.chips = drawChips(
      row,
      CHIPS.map((value) => ({ value, label: t.minutesChip(Number(value)) })),
      (value) => {
        input.value = value;
        this.change({ minutes: value });
      },
    );
    this.fields.set('minutes', { ...field, input });
  }

  private drawPass(form: HTMLElement): void {
    const t = this.ctx.i18n.ui.readingLog;
    const labels = { '': t.passes.none, '1': t.passes[1], '2': t.passes[2], '3': t.passes[3] };
    drawChoiceField(form, {
      name: 'rh-log-pass',
      label: t.passLabel,
      segments: PASSES.map((value) => ({ value, label: labels[value] })),
      value: PASSES.find((pass) => pass === this.input.pass) ?? '',
      onChange: (pass) => {
        this.change({ pass });
      },
    });
  }

  private drawStatus(form: HTMLElement): void {
    const { readingLog: t, sources } = this.ctx.i18n.ui;
    const statuses: readonly ('' | SourceStatus)[] = ['', ...SOURCE_STATUSES.filter((status) => status !== 'inbox')];
    drawSegmented(drawFolded(form, t.more, this.input.status !== ''), {
      name: 'rh-log-status',
      label: t.statusLabel,
      segments: statuses.map((value) => ({ value, label: value === '' ? t.statusSame : sources.statuses[value] })),
      value: statuses.find((status) => status === this.input.status) ?? '',
      onChange: (status) => {
        this.change({ status });
      },
    });
  }

  private addField(parent: HTMLElement, key: 'date' | 'pages' | 'note', label: string, rows?: number): void {
    const field = drawTextField(parent, {
      id: `rh-log-${key}`,
      label,
      value: this.input[key],
      ...(rows === undefined ? {} : { rows }),
      onInput: (value) => {
        this.change({ [key]: value });
      },
      onLeave: () => {
        this.leave(key);
      },
    });
    this.fields.set(key, field);
  }

  /** The sources are known once the vault has been read; the form can be filled in meanwhile. */
  private async takeSources(): Promise<void> {
    const { ctx } = this;
    this.sourceField?.input.focus();
    await ctx.reading.flush();
    this.choices = sourceChoices(ctx.reading.index, this.today, ctx.i18n.ui);
    this.ready = true;
    if (this.sourceText === '') this.pick(...this.likely());
    else if (this.source === null) this.pick(this.sourceText, null);
    if (this.sourceField !== null && this.source !== null && this.sourceField.input.value !== this.source.title) {
      this.sourceField.input.value = this.source.title;
    }
    if (this.source !== null) this.fields.get('minutes')?.input?.focus();
    else this.sourceField?.input.dispatchEvent(new Event('input')); // so that the list, if open, shows them
  }

  /** The source whose note is open, else the one that was read last. */
  private likely(): [string, Source | null] {
    const { index } = this.ctx.reading;
    const active = this.ctx.app.workspace.getActiveFile();
    const open = active === null ? null : index.source(active.path);
    const [recent] = this.choices;
    const source = open ?? (index.bounds() === null ? null : (recent?.source ?? null));
    return [source?.title ?? '', source];
  }

  private get today(): string {
    return dayOf(this.ctx.clock.now());
  }

  private pick(text: string, source: Source | null): void {
    this.sourceText = text;
    const found = source === null && this.ready ? findSource(text, this.ctx.reading.index.sources()) : null;
    this.source = found?.kind === 'one' ? found.source : source;
    if (this.sourceField !== null && source !== null) this.sourceField.input.value = source.title;
    this.refresh();
  }

  private leave(field: LogInputField): void {
    this.left.add(field);
    this.refresh();
  }

  private change(more: Partial<LogInput>): void {
    this.input = { ...this.input, ...more };
    this.refresh();
  }

  /** Shows what is wrong, and the line that would be written. */
  private refresh(): void {
    const { preview, submitButton, sourceField } = this;
    if (preview === null || submitButton === null || sourceField === null || this.busy) return;
    const { ui } = this.ctx.i18n;
    const t = ui.readingLog;
    const read = readLogInput(this.input, this.today);
    const problems = read.ok ? {} : read.problems;
    for (const [key, field] of this.fields) {
      const problem = this.left.has(key) ? problems[key] : undefined;
      field.setProblem(problem === undefined ? null : inputProblem(problem, ui));
    }
    this.fields.get('date')?.setRemark(this.input.date.trim() === this.today ? t.today : '');
    this.fields.get('note')?.setRemark(this.input.private ? t.notePrivate : t.noteRemark);
    this.chips?.show(this.input.minutes.trim());
    const { source } = this;
    const entries = source === null ? [] : this.ctx.reading.index.entriesOf(source.path);
    sourceField.setHint(this.sourceHint(source === null ? null : aboutSource(source, entries, this.today, ui)));
    sourceField.setProblem(this.left.has('source') && this.ready ? this.sourceProblem() : null);
    submitButton.disabled = this.contentEl.querySelector('[data-invalid]') !== null;
    if (!read.ok) {
      preview.set('', []);
      return;
    }
    const lead = [t.willAppend];
    if (source !== null && read.line.status !== null && statusGoesToProperties(this.ctx, source, read.line)) {
      lead.push(t.willSetStatus(ui.sources.statuses[read.line.status]));
    }
    preview.set(lead.join(t.listComma), [printLogLine(read.line)]);
  }

  private sourceHint(about: string | null): string | null {
    if (about !== null) return about;
    return this.ready && this.choices.length === 0 ? this.ctx.i18n.ui.readingLog.noSources : null;
  }

  private sourceProblem(): string | null {
    const t = this.ctx.i18n.ui.readingLog;
    if (this.source !== null) return null;
    return this.sourceText.trim() === '' ? t.sourceMissing : t.sourceUnknown(this.sourceText.trim());
  }

  private async submit(): Promise<void> {
    if (this.busy) return;
    const { ctx } = this;
    if (!this.ready) await ctx.reading.flush();
    if (this.source === null) this.pick(this.sourceText, null);
    const read = readLogInput(this.input, this.today);
    if (!read.ok || this.source === null) {
      for (const key of ['source', ...this.fields.keys()] as const) this.left.add(key);
      this.refresh();
      const invalid = this.contentEl.querySelector<HTMLElement>('[data-invalid] :is(input, textarea)');
      invalid?.focus();
      return;
    }
    this.busy = true;
    if (this.submitButton !== null) this.submitButton.disabled = true;
    const result = await appendLog(ctx, this.source, read.line);
    this.busy = false;
    if (result.ok) {
      ctx.notify.info(ctx.i18n.ui.readingLog.logged(this.source.title));
      this.close();
      return;
    }
    ctx.notify.warn(result.error);
    this.refresh();
  }
}
