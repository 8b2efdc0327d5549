import { deductedMinutes, totalMinutes, workedDays } from '../../core/sessions/session';
import { tidyLogText, isLogText } from '../../core/reading/log-line';
import { dayOf } from '../../core/time/calendar-day';
import type { CliOutcome } from '../../platform/cli';
import { logSession, nameOf, sessionLines, type SessionContext } from './log';
import { findWorkNote } from './start';
import type { Tracker } from './tracker';

type Flag = 'start' | 'stop' | 'status' | 'source' | 'note';

export function registerSessionCli(ctx: SessionContext, tracker: Tracker): void {
  const { sessions, readingLog } = ctx.i18n.ui;
  const t = sessions.cli;
  ctx.cli.register<Flag>({
    name: 'session',
    description: t.session,
    flags: {
      start: { description: t.start },
      stop: { description: t.stop },
      status: { description: t.status },
      source: { value: readingLog.cli.sourceValue, description: sessions.pick },
      note: { value: '<text>', description: readingLog.cli.note },
    },
    run: (flags) => run(ctx, tracker, flags),
  });
}

async function run(
  ctx: SessionContext,
  tracker: Tracker,
  { start, stop, status, source, note = '' }: Readonly<Partial<Record<Flag, string>>>,
): Promise<CliOutcome> {
  const { sessions, readingLog, cli } = ctx.i18n.ui;
  if ([start, stop, status].filter((flag) => flag !== undefined).length !== 1) {
    return { ok: false, error: sessions.cli.which };
  }
  const given = { source: stop ?? status, note: start ?? status } as const;
  if (source !== undefined && given.source !== undefined)
    return { ok: false, error: cli.unknownFlag('source', ['note']) };
  if (note !== '' && given.note !== undefined) return { ok: false, error: cli.unknownFlag('note', ['source']) };
  const session = tracker.current();
  if (start !== undefined) {
    if (session !== null) return { ok: false, error: sessions.runs(nameOf(ctx, session)) };
    if (source === undefined) return { ok: false, error: cli.flagRequired('source', readingLog.cli.sourceValue) };
    const found = await findWorkNote(ctx, source);
    const paths = (list: readonly { readonly path: string }[]): string[] => list.slice(0, 10).map(({ path }) => path);
    if (found.kind === 'many') return { ok: false, error: readingLog.cli.manySources(source, paths(found.candidates)) };
    if (found.kind === 'none') return { ok: false, error: readingLog.cli.noSource(source, paths(found.similar)) };
    const { path, title } = found.source;
    tracker.start(path);
    return {
      ok: true,
      text: sessions.started(title),
      json: { state: 'running', minutes: 0, deducted: 0, path, line: null },
    };
  }
  if (session === null) {
    if (stop !== undefined) return { ok: false, error: sessions.runsNot };
    const json = { state: 'none', minutes: 0, deducted: 0, path: null, line: null };
    return { ok: true, text: sessions.runsNot, json };
  }
  const name = nameOf(ctx, session);
  if (status !== undefined) {
    const minutes = totalMinutes(workedDays(session, dayOf(ctx.clock.now())));
    return answer(tracker.isLeft ? 'interrupted' : 'running', minutes, deductedMinutes(session), session.path, null);
  }
  const text = tidyLogText(note);
  if (!isLogText(text)) {
    return { ok: false, error: readingLog.cli.badValue('note', note, readingLog.inputProblems['bad-note']) };
  }
  const logged = await logSession(ctx, tracker, session, sessionLines(ctx, session, text));
  if (!logged.ok) return { ok: false, error: logged.message };
  const { minutes, deducted, path, lines } = logged;
  return answer('stopped', minutes, deducted, path, lines.length === 0 ? null : lines.join('\n'));

  function answer(state: string, minutes: number, deducted: number, path: string, line: string | null): CliOutcome {
    const { duration } = ctx.i18n.ui.common;
    const told = sessions.cli.told(name, duration(minutes), duration(deducted));
    return {
      ok: true,
      text: line === null ? told : `${told}\n${line}`,
      json: { state, minutes, deducted, path, line },
    };
  }
}
