import { Modal } from 'obsidian';
import { ASK, shownForm } from '../../core/marks/keywords';
import {
  dayMeant,
  readLogInput,
  type LogInput,
  type LogInputField,
  type ReadLogInput,
} from '../../core/reading/log-input';
import { printLogLine, statusOf } from '../../core/reading/log-line';
import { SOURCE_STATUSES, type SourceStatus } from '../../core/reading/types';
import { dayOf } from '../../core/time/calendar-day';
import { drawChips, type Chips } from '../../ui/form/chips';
import { drawChoiceField } from '../../ui/form/choice-field';
import { drawField } from '../../ui/form/field';
import { drawFolded } from '../../ui/form/folded';
import { drawFormButtons } from '../../ui/form/form-buttons';
import { drawFormHead } from '../../ui/form/form-head';
import { drawPreviewBox, type PreviewBox } from '../../ui/form/preview-box';
import { drawSwitch } from '../../ui/form/switch-field';
import {
  addTextInput,
  drawTextArea,
  drawTextField,
  type TextField,
  type TextFieldOptions,
  type TextInput,
} from '../../ui/form/text-field';
import { newId } from '../../ui/new-id';
import { drawSegmented } from '../../ui/segmented';
import type { LogPrefill } from '../../offers/log';
import type { ContextWith } from '../context';
import { appendOne, statusForProperties } from './append';
import { SourcePicker } from './source-picker';
import { inputProblem } from './texts';

const CHIPS = ['25', '45', '60', '90'];
const PASSES = ['', '1', '2', '3'] as const;

/** The form that logs a sitting. The source and minutes, pages or a line are enough; the day is today. */
export class LogReadingModal extends Modal {
  private input: LogInput;
  private readonly fields = new Map<LogInputField, TextField<TextInput>>();
  /** Fields that were left once, so that what is wrong with them may be said. */
  private readonly left: Set<LogInputField>;
  private picker: SourcePicker | null = null;
  private chips: Chips | null = null;
  /** Holds the switch that takes a waiting source up, while one is picked. */
  private starts: HTMLElement | null = null;
  private startsReading = true;
  private preview: PreviewBox | null = null;
  private submitButton: HTMLButtonElement | null = null;
  private busy = false;
  /** Whether what was typed is logged, given up, or taken along. */
  private isDone = false;

  constructor(
    private readonly ctx: ContextWith<'sources'>,
    private readonly prefill: LogPrefill,
    /** Called when the form was left, by Escape or a click beside it, with what was typed; null where it is not to come back. */
    private readonly onLeft: (typed: LogPrefill | null) => void,
  ) {
    super(ctx.app);
    const { source: _source, ...input } = prefill;
    // What an address says wrongly is shown at once.
    const given = Object.entries(input).filter(([, value]) => value !== '');
    this.left = new Set(given.map(([key]) => key as LogInputField));
    const date = dayOf(ctx.clock.now());
    this.input = { date, minutes: '', pass: '', pages: '', status: '', note: '', private: false, ...input };
  }

  override onOpen(): void {
    const { common, readingLog: t } = this.ctx.i18n.ui;
    const form = drawFormHead(this, { title: t.title, langTag: common.langTag });
    this.picker = new SourcePicker(this.ctx, form, {
      text: this.prefill.source ?? '',
      onChange: () => {
        this.refresh();
      },
      onPick: () => {
        this.focusMinutes();
      },
      onAdd: (title) => {
        this.addSource(title);
      },
    });
    this.starts = form.createDiv({ cls: 'rh-fields-stacked' });
    const row = form.createDiv({ cls: 'rh-fields' });
    this.addField(row, 'date', t.dateLabel);
    this.addField(row, 'pages', t.pagesLabel);
    this.drawMinutes(form);
    const note = drawTextArea(form, { ...this.optionsOf('note', t.noteLabel), rows: 2 });
    note.input.setAttr('enterkeyhint', 'done'); // one line of the log, however it wraps
    this.fields.set('note', note);
    drawSwitch(form, {
      label: t.privateLabel,
      hint: t.privateHint,
      value: this.input.private,
      onChange: (hidden) => {
        this.change({ private: hidden });
      },
    });
    this.drawPass(form); // on a phone, what of the form is below its edge may be missed: privacy may not
    this.drawStatus(form);
    this.preview = drawPreviewBox(this.modalEl);
    this.submitButton = drawFormButtons(
      this,
      { cancel: common.cancel, submit: t.submit },
      () => void this.submit(),
      () => {
        this.isDone = true;
      },
    ).submit;
    this.refresh();
    this.picker.focus();
    void this.picker.load().then(() => {
      if (this.picker?.source !== null) this.focusMinutes();
    });
  }

  override onClose(): void {
    const { minutes, pages, note } = this.input;
    this.onLeft(this.isDone || minutes + pages + note === '' ? null : this.typed);
    this.contentEl.empty();
  }

  private get typed(): LogPrefill {
    const { picker } = this;
    return { ...this.input, source: picker?.source?.path ?? picker?.words ?? '' };
  }

  private drawMinutes(form: HTMLElement): void {
    const t = this.ctx.i18n.ui.readingLog;
    const options = this.optionsOf('minutes', t.minutesLabel);
    const field = drawField(form, { label: options.label, controlId: options.id });
    const row = field.el.createDiv({ cls: 'rh-minutes' });
    const input = addTextInput(row, { ...options, inputMode: 'numeric' });
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
      remark: t.passRemark,
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
    const id = newId();
    drawSegmented(drawFolded(form, t.more, this.input.status !== '', id), {
      name: 'rh-log-status',
      labelledBy: id,
      segments: statuses.map((value) => ({ value, label: value === '' ? t.statusSame : sources.statuses[value] })),
      value: statuses.find((status) => status === this.input.status) ?? '',
      onChange: (status) => {
        this.change({ status });
      },
    });
  }

  private addField(parent: HTMLElement, key: 'date' | 'pages', label: string): void {
    this.fields.set(key, drawTextField(parent, this.optionsOf(key, label)));
  }

  private optionsOf(key: Exclude<LogInputField, 'pass' | 'status'>, label: string): TextFieldOptions {
    return {
      id: `rh-log-${key}`,
      label,
      value: this.input[key],
      onInput: (value) => {
        this.change({ [key]: value });
      },
      onLeave: () => {
        this.left.add(key);
        this.refresh();
      },
    };
  }

  /** Lets a source be added meanwhile; this form comes back with it picked, and what was typed kept. */
  private addSource(title: string): void {
    const typed: LogPrefill = { ...this.input, source: title };
    this.isDone = true;
    this.close();
    this.ctx.offers.sources.openForm(title === '' ? {} : { title }, (path) => {
      this.ctx.dialogs.open(
        new LogReadingModal(this.ctx, path === null ? typed : { ...typed, source: path }, this.onLeft),
      );
    });
  }

  /** The source's status if it waits, and no other was chosen here: the first reading takes it up. */
  private get waiting(): SourceStatus | null {
    const status = this.input.status === '' ? this.picker?.source?.status : undefined;
    return status === 'inbox' || status === 'queued' ? status : null;
  }

  private showStarts(): void {
    const { starts, waiting } = this;
    if (starts === null || starts.dataset['status'] === (waiting ?? '')) return;
    starts.dataset['status'] = waiting ?? '';
    starts.empty();
    if (waiting === null) return;
    const { readingLog: t, sources } = this.ctx.i18n.ui;
    drawSwitch(starts, {
      label: t.startsLabel,
      hint: t.startsHint(sources.statuses[waiting]),
      value: this.startsReading,
      onChange: (isOn) => {
        this.startsReading = isOn;
        this.refresh();
      },
    });
  }

  /** What is chosen here, or what the switch for a waiting source says. */
  private get status(): string {
    return this.waiting !== null && this.startsReading ? 'reading' : this.input.status;
  }

  private read(): ReadLogInput {
    return readLogInput({ ...this.input, status: this.status }, this.today);
  }

  private focusMinutes(): void {
    this.fields.get('minutes')?.input.focus();
  }

  private get today(): string {
    return dayOf(this.ctx.clock.now());
  }

  private change(more: Partial<LogInput>): void {
    this.input = { ...this.input, ...more };
    this.refresh();
  }

  /** Shows what is wrong, and the line that would be written. */
  private refresh(): void {
    const { preview, submitButton, picker } = this;
    if (preview === null || submitButton === null || picker === null || this.busy) return;
    const { ui } = this.ctx.i18n;
    const t = ui.readingLog;
    const read = this.read();
    const problems = read.ok ? {} : read.problems;
    for (const [key, field] of this.fields) {
      const problem = this.left.has(key) ? problems[key] : undefined;
      field.setProblem(problem === undefined ? null : inputProblem(problem, ui));
    }
    const typed = this.input.date.trim();
    const day = dayMeant(typed, this.today);
    this.fields.get('date')?.setRemark(day === this.today ? t.today : day === null || day === typed ? '' : day);
    this.fields.get('note')?.setRemark(this.input.private ? t.notePrivate : t.noteRemark + this.asks);
    this.chips?.show(this.input.minutes.trim());
    picker.show();
    this.showStarts();
    submitButton.disabled = this.contentEl.querySelector('[data-invalid]') !== null;
    const lead = [t.willAppend];
    const { source } = picker;
    // Known before there is a line, so that the room is kept that it will take.
    const line = read.ok ? read.line : { date: this.today, status: statusOf(this.status) };
    const status = source === null ? null : statusForProperties(this.ctx, source.path, [line]);
    if (status !== null) lead.push(t.willSetStatus(ui.sources.statuses[status]));
    preview.set(lead.join(t.listComma), read.ok ? [printLogLine(read.line)] : []);
  }

  /** How a question for the advisor is marked, unless the student's keywords have none. */
  private get asks(): string {
    const { i18n, marks } = this.ctx;
    const ask = marks.rules().keywords.byForm.get(ASK);
    return ask === undefined ? '' : i18n.ui.readingLog.noteAsks(shownForm(ask.forms, i18n.language));
  }

  private async submit(): Promise<void> {
    const { ctx, picker } = this;
    if (this.busy || picker === null) return;
    const { source } = picker;
    const read = this.read();
    if (!read.ok || source === null) {
      for (const key of this.fields.keys()) this.left.add(key);
      picker.complain();
      this.refresh();
      this.contentEl.querySelector<HTMLElement>('[data-invalid] :is(input, textarea)')?.focus();
      return;
    }
    this.busy = true;
    if (this.submitButton !== null) this.submitButton.disabled = true;
    const result = await appendOne(ctx, source.path, read.line);
    this.busy = false;
    if (result.outcome === 'failed') {
      ctx.notify.warn(result.message);
      this.refresh();
      return;
    }
    if (result.outcome === 'appended') ctx.notify.info(ctx.i18n.ui.readingLog.logged(source.title));
    this.isDone = true;
    this.close();
  }
}
