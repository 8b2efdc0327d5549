import { isLogText, printLogLine, tidyLogText } from '../../core/reading/log-line';
import { deductedMinutes } from '../../core/sessions/session';
import { noteName } from '../../core/vault/path';
import type { CliOutcome } from '../../platform/cli';
import { sourceNamed } from '../../ui/source-named';
import { daysOf, logSession, minutesOf, sessionLines, type SessionContext } from './log';
import { workNotes } from './start';
import type { Tracker } from './tracker';

type Flag = 'start' | 'stop' | 'status' | 'source' | 'note';

export function registerSessionCli(ctx: SessionContext, tracker: Tracker): void {
  const { sessions: t, readingLog } = ctx.i18n.ui;
  ctx.cli.register<Flag>({
    name: 'session',
    description: t.title,
    flags: {
      start: { description: t.startCommand },
      stop: { description: t.stopCommand },
      status: { description: t.title },
      source: { value: readingLog.cli.sourceValue, description: t.pick },
      note: { value: '<text>', description: readingLog.cli.note },
    },
    run: (flags) => run(ctx, tracker, flags),
  });
}

async function run(
  ctx: SessionContext,
  tracker: Tracker,
  { start, stop, status, source, note }: Readonly<Partial<Record<Flag, string>>>,
): Promise<CliOutcome> {
  const { common, sessions: t, readingLog } = ctx.i18n.ui;
  const refuse = (error: string): CliOutcome => ({ ok: false, error });
  const answer = (
    text: string,
    json: { state: string; minutes: number; deducted: number; path: string | null; line: string | null },
  ): CliOutcome => ({ ok: true, text, json });

  const isOne = [start, stop, status].filter((flag) => flag !== undefined).length === 1;
  const isSourced = (source === undefined) === (start === undefined);
  if (!isOne || !isSourced || (note !== undefined && stop === undefined)) return refuse(t.which);
  const session = tracker.current();
  if (source !== undefined) {
    if (session !== null) return refuse(t.runs(noteName(session.path)));
    const found = sourceNamed(source, await workNotes(ctx), readingLog.cli);
    if (typeof found === 'string') return refuse(found);
    const { path, title } = found;
    tracker.start(path);
    return answer(t.runs(title), { state: 'running', minutes: 0, deducted: 0, path, line: null });
  }
  if (session === null) {
    const none = { state: 'none', minutes: 0, deducted: 0, path: null, line: null };
    return stop === undefined ? answer(t.runsNot, none) : refuse(t.runsNot);
  }
  const minutes = minutesOf(ctx, session);
  const { path } = session;
  const json = { minutes, deducted: deductedMinutes(session), path };
  if (stop === undefined) {
    const state = tracker.isLeft ? 'interrupted' : 'running';
    return answer(`${t.runs(noteName(path))}, ${common.duration(minutes)}`, { state, ...json, line: null });
  }
  const text = tidyLogText(note ?? '');
  if (!isLogText(text)) return refuse(readingLog.cli.badValue('note', text, readingLog.inputProblems['bad-note']));
  const lines = sessionLines(daysOf(ctx, session), text, false);
  const problem = await logSession(ctx, tracker, lines);
  if (problem !== null) return refuse(problem);
  const line = lines.length === 0 ? null : lines.map(printLogLine).join('\n');
  return answer(line === null ? t.nothing : readingLog.cli.logged(path, line), { state: 'stopped', ...json, line });
}
