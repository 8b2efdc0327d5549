import { dayOf } from '../../core/time/calendar-day';
import { printLogLine, type NewLogLine } from '../../core/reading/log-line';
import { deductedMinutes, totalMinutes, workedDays, type Session } from '../../core/sessions/session';
import { noteName } from '../../core/vault/path';
import type { ContextWith } from '../context';
import type { Tracker } from './tracker';

export type SessionContext = ContextWith<'log'>;

/** What became of a session that was to be logged. */
export type Logged =
  | {
      readonly ok: true;
      readonly path: string;
      readonly lines: readonly string[];
      readonly minutes: number;
      readonly deducted: number;
    }
  | { readonly ok: false; readonly message: string };

/** A session's lines, one a day, the words on the last. */
export function sessionLines(ctx: SessionContext, session: Session, text: string): NewLogLine[] {
  const days = workedDays(session, dayOf(ctx.clock.now()));
  return days.map(({ date, minutes }, at) => ({
    ...{ date, minutes, text: at === days.length - 1 ? text : '' },
    ...{ pass: null, pages: null, status: null, deep: true, private: false },
  }));
}

/**
 * Writes a session's lines, all or none, and ends it. Wherever the app dies, the lines are in the note or the session is
 * still there: before the write the device keeps what will be written, and at the next start the note is looked at.
 */
export async function logSession(
  ctx: SessionContext,
  tracker: Tracker,
  session: Session,
  lines: readonly NewLogLine[],
): Promise<Logged> {
  const path = tracker.current()?.path;
  if (path === undefined) return { ok: false, message: ctx.i18n.ui.sessions.runsNot }; // ended by another window
  const written = lines.map(printLogLine);
  const [line] = written;
  const done = {
    ok: true,
    path,
    lines: written,
    minutes: totalMinutes(lines.map(({ date, minutes }) => ({ date, minutes: minutes ?? 0 }))),
    deducted: deductedMinutes(session),
  } as const;
  if (line !== undefined) {
    const mark = (writing: Session['writing']): void => {
      const { session: current } = tracker;
      if (current !== null) tracker.keep({ ...current, writing });
    };
    mark({ line, had: await timesIn(ctx, path, line) });
    const results = await ctx.offers.log.append(lines.map((entry) => ({ source: path, entry })));
    const failed = results.find(({ outcome }) => outcome !== 'appended');
    if (failed !== undefined) {
      mark(null);
      return { ok: false, message: failed.outcome === 'failed' ? failed.message : ctx.i18n.ui.cli.stopped };
    }
  }
  tracker.end();
  return done;
}

/** Minutes that are counted up to now. */
export function minutesOf(ctx: SessionContext, session: Session): number {
  return totalMinutes(workedDays(session, dayOf(ctx.clock.now())));
}

/** Ends a session whose lines were written just before the app died. */
export async function endIfWritten(ctx: SessionContext, tracker: Tracker): Promise<void> {
  const { session } = tracker;
  if (session === null || session.writing === null) return;
  const { line, had } = session.writing;
  if ((await timesIn(ctx, session.path, line)) > had) tracker.end();
  else tracker.keep({ ...session, writing: null });
}

export function nameOf(ctx: SessionContext, { path }: Session): string {
  return ctx.reading.index.source(path)?.title ?? noteName(path);
}

async function timesIn(ctx: SessionContext, path: string, line: string): Promise<number> {
  const text = (await ctx.notes.read(path)) ?? '';
  return text.split(/\r?\n/).filter((one) => one === line).length;
}
