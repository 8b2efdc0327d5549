import { endOf, MOST, stamp, withGaps, type Session } from '../../core/sessions/session';
import { dayOf } from '../../core/time/calendar-day';
import { noteName } from '../../core/vault/path';
import type { Sessions } from '../../offers/sessions';
import { ask } from '../../ui/ask';
import type { Feature } from '../feature';
import { registerSessionCli } from './cli';
import { daysOf, endIfWritten, logAndTell, minutesOf, sessionLines } from './log';
import { askAndStart } from './start';
import { showInStatusBar } from './status-bar';
import { openStopForm } from './stop-form';
import { Tracker } from './tracker';

/** Deep work: sessions that count what was worked, and log themselves. */
export const sessions: Feature<Sessions, 'log'> = {
  register(ctx) {
    const { app, plugin, clock, notify, reading, work } = ctx;
    const { common, sessions: t } = ctx.i18n.ui;
    const tracker = plugin.addChild(new Tracker(ctx));
    app.workspace.onLayoutReady(() => void endIfWritten(ctx, tracker));
    /** What is done with the session, if there is one. */
    const withSession = (run: (session: Session) => void | Promise<void>) => async (): Promise<void> => {
      const session = tracker.current();
      if (session !== null) await run(session);
    };
    const offer: Sessions = {
      state: () => tracker,
      minutesToday: () => {
        const today = dayOf(clock.now());
        const { session, isLeft } = tracker;
        const logged = [
          ...reading.index.entriesBetween(today, today).filter(({ deep }) => deep),
          ...[...work.notes.values()].flat().filter(({ date, deep }) => deep && date === today),
          ...(session === null || isLeft ? [] : daysOf(ctx, session).filter(({ date }) => date === today)),
        ];
        return logged.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
      },
      ready: async () => {
        await Promise.all([reading.ready(), work.ready()]);
      },
      start: () => {
        const session = tracker.current();
        if (session === null) {
          void askAndStart(ctx, tracker);
          return;
        }
        notify.info(t.runs(noteName(session.path)));
        offer.stop();
      },
      stop: () => {
        const session = tracker.current();
        if (session === null) {
          notify.info(t.runsNot);
          return;
        }
        // The time since it was left may have been work elsewhere, which a phone does not see.
        const now = clock.now();
        const isRecent = tracker.isLeft && now.toMillis() - endOf(session) < MOST;
        openStopForm(ctx, tracker, isRecent ? stamp(session, now, null) : session);
      },
      log: withSession(async (session) => {
        await logAndTell(ctx, tracker, sessionLines(daysOf(ctx, session), '', false));
      }),
      discard: withSession(async (session) => {
        const isSure = await ask(ctx, {
          title: t.discard,
          text: [`${t.title} ${common.duration(minutesOf(ctx, session))}`],
          yes: t.discard,
          no: common.cancel,
          careful: true,
        });
        if (isSure) tracker.end();
      }),
      count: (after) =>
        withSession((session) => {
          tracker.keep(withGaps(session, new Set([after])));
        })(),
      subscribe: (callback) => {
        const stops = [tracker.subscribe(callback), reading.subscribe(callback), work.subscribe(callback)];
        return () => {
          for (const stop of stops) stop();
        };
      },
    };
    plugin.addCommand({ id: 'start-session', name: t.startCommand, callback: offer.start });
    plugin.addCommand({ id: 'stop-session', name: t.stopCommand, callback: offer.stop });
    registerSessionCli(ctx, tracker);
    showInStatusBar(ctx, offer);
    return offer;
  },
};
