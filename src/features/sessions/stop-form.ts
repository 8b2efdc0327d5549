import { Modal } from 'obsidian';
import { readLogInput } from '../../core/reading/log-input';
import { printLogLine, type NewLogLine } from '../../core/reading/log-line';
import {
  gapsOf,
  timeOfDay,
  totalMinutes,
  withGaps,
  withTotal,
  workedDays,
  type Session,
} from '../../core/sessions/session';
import { dayOf } from '../../core/time/calendar-day';
import { drawFormButtons } from '../../ui/form/form-buttons';
import { drawFormHead } from '../../ui/form/form-head';
import { drawPreviewBox } from '../../ui/form/preview-box';
import { drawSwitch } from '../../ui/form/switch-field';
import { drawTextArea, drawTextField } from '../../ui/form/text-field';
import { logAndTell, sessionLines, type SessionContext } from './log';
import type { Tracker } from './tracker';

/**
 * Stops a session: what came of it, the minutes, and the gaps that are to count. Left without logging, the session goes on.
 *
 * @param session - as it was when it was stopped
 */
export function openStopForm(ctx: SessionContext, tracker: Tracker, session: Session): void {
  const { common, readingLog, sessions: t } = ctx.i18n.ui;
  const today = dayOf(ctx.clock.now());
  const { zone } = ctx.clock.now();
  const counted = new Set<number>();
  let isPrivate = false;
  const modal = new Modal(ctx.app);
  const form = drawFormHead(modal, { title: t.stopCommand, langTag: common.langTag });
  const note = drawTextArea(form, { id: 'rh-session-note', label: readingLog.noteLabel, rows: 2, onInput: refresh });
  note.input.setAttr('enterkeyhint', 'done'); // one line of the log, however it wraps
  const minutes = drawTextField(form, {
    id: 'rh-session-minutes',
    label: readingLog.minutesLabel,
    inputMode: 'numeric',
    onInput: refresh,
  });
  for (const gap of gapsOf(session)) {
    drawSwitch(form, {
      label: t.gap(timeOfDay(gap.from, zone), timeOfDay(gap.to, zone), common.duration(gap.minutes)),
      hint: t.count,
      value: false,
      onChange: (isOn) => {
        if (isOn) counted.add(gap.after);
        else counted.delete(gap.after);
        setMinutes();
      },
    });
  }
  drawSwitch(form, {
    label: readingLog.privateLabel,
    hint: readingLog.privateHint,
    value: false,
    onChange: (isOn) => {
      isPrivate = isOn;
      refresh();
    },
  });
  const preview = drawPreviewBox(modal.modalEl);
  const { submit: button } = drawFormButtons(
    modal,
    { cancel: common.cancel, submit: readingLog.submit },
    () => void submit(),
  );
  setMinutes();
  ctx.dialogs.open(modal);
  note.input.focus();

  function setMinutes(): void {
    minutes.input.value = String(totalMinutes(workedDays(withGaps(session, counted), today)));
    refresh();
  }

  /** The lines that would be written; null where a field is wrong, which is said beside it. */
  function read(): NewLogLine[] | null {
    const typed = { minutes: minutes.input.value.trim() || '0', note: note.input.value };
    const input = readLogInput({ ...typed, date: '', pass: '', pages: '', status: '', private: isPrivate }, today);
    const problems = input.ok ? {} : input.problems;
    const { inputProblems } = readingLog;
    minutes.setProblem(problems.minutes === undefined ? null : inputProblems['bad-minutes']);
    note.setProblem(problems.note === undefined ? null : inputProblems['bad-note']);
    if (!input.ok) return null;
    const { line } = input;
    const days = withTotal(workedDays(withGaps(session, counted), today), line.minutes ?? 0, today);
    return sessionLines(days, line.text, isPrivate);
  }

  function refresh(): void {
    const lines = read();
    button.disabled = lines === null;
    preview.set(lines?.length === 0 ? t.nothing : session.path, (lines ?? []).map(printLogLine));
  }

  async function submit(): Promise<void> {
    const lines = read();
    if (button.disabled || lines === null) return;
    button.disabled = true;
    if (await logAndTell(ctx, tracker, lines)) modal.close();
    else refresh();
  }
}
