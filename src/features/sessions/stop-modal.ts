import { Modal } from 'obsidian';
import { readLogInput } from '../../core/reading/log-input';
import { printLogLine, type NewLogLine } from '../../core/reading/log-line';
import { gapsOf, timeOfDay, workedDays, withGaps, type Session, type WorkedDay } from '../../core/sessions/session';
import { dayOf, partsOf } from '../../core/time/calendar-day';
import { drawFormButtons } from '../../ui/form/form-buttons';
import { drawFormHead } from '../../ui/form/form-head';
import { drawPreviewBox, type PreviewBox } from '../../ui/form/preview-box';
import { drawSwitch } from '../../ui/form/switch-field';
import { drawTextArea, drawTextField, type TextField, type TextInput } from '../../ui/form/text-field';
import { logSession, nameOf, type SessionContext } from './log';
import type { Tracker } from './tracker';

/** Stops a session: what came of it, the minutes, and the gaps that are to count. Left without logging, the session goes on. */
export class StopModal extends Modal {
  private readonly counted = new Set<number>();
  private text = '';
  private isPrivate = false;
  private days: readonly WorkedDay[] = [];
  private daysEl: HTMLElement | null = null;
  private fields: readonly TextField[] = [];
  private note: TextField<TextInput> | null = null;
  private preview: PreviewBox | null = null;
  private submitButton: HTMLButtonElement | null = null;
  private busy = false;

  constructor(
    private readonly ctx: SessionContext,
    private readonly tracker: Tracker,
    /** As it was when it was stopped. */
    private readonly session: Session,
  ) {
    super(ctx.app);
  }

  override onOpen(): void {
    const { common, readingLog, sessions: t } = this.ctx.i18n.ui;
    const form = drawFormHead(this, { title: t.stop, langTag: common.langTag });
    this.note = drawTextArea(form, {
      id: 'rh-session-note',
      label: readingLog.noteLabel,
      rows: 2,
      onInput: (text) => {
        this.text = text;
        this.refresh();
      },
    });
    this.note.input.setAttr('enterkeyhint', 'done'); // one line of the log, however it wraps
    this.daysEl = form.createDiv('rh-fields');
    const { zone } = this.ctx.clock.now();
    for (const { after, from, to, minutes } of gapsOf(this.session)) {
      drawSwitch(form, {
        label: t.gap(timeOfDay(from, zone), timeOfDay(to, zone), common.duration(minutes)),
        hint: t.count,
        value: false,
        onChange: (isOn) => {
          if (isOn) this.counted.add(after);
          else this.counted.delete(after);
          this.drawDays();
        },
      });
    }
    drawSwitch(form, {
      label: readingLog.privateLabel,
      hint: readingLog.privateHint,
      value: false,
      onChange: (isPrivate) => {
        this.isPrivate = isPrivate;
        this.refresh();
      },
    });
    this.preview = drawPreviewBox(this.modalEl);
    this.submitButton = drawFormButtons(
      this,
      { cancel: common.cancel, submit: readingLog.submit },
      () => void this.submit(),
    ).submit;
    this.drawDays();
    this.note.input.focus();
  }

  /** A field for each day that was worked on; there is one, unless it was midnight meanwhile. */
  private drawDays(): void {
    const { daysEl } = this;
    if (daysEl === null) return;
    const { common, readingLog: t } = this.ctx.i18n.ui;
    const days = workedDays(withGaps(this.session, this.counted), this.today);
    this.days = days.length > 0 ? days : [{ date: this.today, minutes: 0 }];
    daysEl.empty();
    this.fields = this.days.map(({ date, minutes }) => {
      const { month, day } = partsOf(date);
      return drawTextField(daysEl, {
        id: `rh-session-${date}`,
        label: this.days.length > 1 ? `${t.minutesLabel} · ${common.day(month, day)}` : t.minutesLabel,
        value: String(minutes),
        inputMode: 'numeric',
        onInput: () => {
          this.refresh();
        },
      });
    });
    this.refresh();
  }

  private get today(): string {
    return dayOf(this.ctx.clock.now());
  }

  /** The lines that would be written; null where a field is wrong, which is said beside it. */
  private read(): NewLogLine[] | null {
    const { ui } = this.ctx.i18n;
    const lines: NewLogLine[] = [];
    let isWrong = false;
    for (const [at, field] of this.fields.entries()) {
      const isLast = at === this.fields.length - 1;
      const minutes = field.input.value.trim() === '' ? '0' : field.input.value;
      const note = isLast ? this.text : '';
      const date = this.days[at]?.date ?? '';
      const rest = { date, pass: '', pages: '', status: '', private: this.isPrivate };
      const read = readLogInput({ ...rest, minutes, note }, this.today);
      const problems = read.ok ? {} : read.problems;
      field.setProblem(problems.minutes === undefined ? null : ui.readingLog.inputProblems['bad-minutes']);
      if (isLast) this.note?.setProblem(problems.note === undefined ? null : ui.readingLog.inputProblems['bad-note']);
      if (!read.ok) isWrong = true;
      else if (read.line.minutes !== 0) lines.push({ ...read.line, deep: true });
    }
    return isWrong ? null : lines;
  }

  private refresh(): void {
    if (this.busy || this.submitButton === null) return;
    const { sessions: t } = this.ctx.i18n.ui;
    const lines = this.read();
    this.submitButton.disabled = lines === null;
    this.preview?.set(
      lines?.length === 0 ? t.nothing : t.willAppend(nameOf(this.ctx, this.session)),
      (lines ?? []).map(printLogLine),
    );
  }

  private async submit(): Promise<void> {
    const { ctx } = this;
    const lines = this.read();
    if (this.busy || lines === null) return;
    this.busy = true;
    const logged = await logSession(ctx, this.tracker, withGaps(this.session, this.counted), lines);
    this.busy = false;
    if (!logged.ok) {
      ctx.notify.warn(logged.message);
      return;
    }
    const { common, sessions: t } = ctx.i18n.ui;
    ctx.notify.info(
      lines.length === 0 ? t.nothing : t.logged(common.duration(logged.minutes), nameOf(ctx, this.session)),
    );
    this.close();
  }
}
