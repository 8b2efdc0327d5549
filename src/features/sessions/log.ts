import { dayOf } from '../../core/time/calendar-day';
import { printLogLine, type NewLogLine } from '../../core/reading/log-line';
import { totalMinutes, workedDays, type Session, type WorkedDay } from '../../core/sessions/session';
import { noteName } from '../../core/vault/path';
import type { ContextWith } from '../context';
import type { Tracker } from './tracker';

export type SessionContext = ContextWith<'log'>;

/** A session's lines, one a day, the words on the last. */
export function sessionLines(days: readonly WorkedDay[], text: string, isPrivate: boolean): NewLogLine[] {
  return days.map(({ date, minutes }, at) => ({
    ...{ date, minutes, text: at === days.length - 1 ? text : '', deep: true },
    ...{ pass: null, pages: null, status: null, private: isPrivate },
  }));
}

/**
 * Writes a session's lines, all or none, and ends it. Wherever the app dies, the lines are in the note or the session is
 * still there: before the write the device keeps what will be written, and at the next start the note is looked at.
 *
 * @returns what is wrong where nothing was written, else null
 */
export async function logSession(
  ctx: SessionContext,
  tracker: Tracker,
  lines: readonly NewLogLine[],
): Promise<string | null> {
  const path = tracker.current()?.path;
  if (path === undefined) return ctx.i18n.ui.sessions.runsNot; // another window has ended it
  const [first] = lines;
  if (first !== undefined) {
    const mark = (writing: Session['writing']): void => {
      const session = tracker.current();
      if (session !== null) tracker.keep({ ...session, writing });
    };
    const line = printLogLine(first);
    mark({ line, had: await timesIn(ctx, path, line) });
    const results = await ctx.offers.log.append(lines.map((entry) => ({ source: path, entry })));
    const failed = results.find(({ outcome }) => outcome !== 'appended');
    if (failed !== undefined) {
      mark(null);
      return failed.outcome === 'failed' ? failed.message : ctx.i18n.ui.cli.stopped;
    }
  }
  tracker.end();
  return null;
}

/** The same, and tells the student; answers whether it is logged. */
export async function logAndTell(
  ctx: SessionContext,
  tracker: Tracker,
  lines: readonly NewLogLine[],
): Promise<boolean> {
  const { readingLog, sessions } = ctx.i18n.ui;
  const { session } = tracker;
  const problem = await logSession(ctx, tracker, lines);
  if (problem !== null) ctx.notify.warn(problem);
  else ctx.notify.info(lines.length === 0 ? sessions.nothing : readingLog.logged(noteName(session?.path ?? '')));
  return problem === null;
}

/** Days of work up to now. */
export function daysOf(ctx: SessionContext, session: Session): WorkedDay[] {
  return workedDays(session, dayOf(ctx.clock.now()));
}

/** Minutes that are counted up to now. */
export function minutesOf(ctx: SessionContext, session: Session): number {
  return totalMinutes(daysOf(ctx, session));
}

/** Ends a session whose lines were written just before the app died. */
export async function endIfWritten(ctx: SessionContext, tracker: Tracker): Promise<void> {
  const { session } = tracker;
  if (session?.writing == null) return;
  const { line, had } = session.writing;
  if ((await timesIn(ctx, session.path, line)) > had) tracker.end();
  else tracker.keep({ ...session, writing: null });
}

async function timesIn(ctx: SessionContext, path: string, line: string): Promise<number> {
  const text = (await ctx.notes.read(path)) ?? '';
  return text.split(/\r?\n/).filter((one) => one === line).length;
}
