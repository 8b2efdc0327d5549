import { endOf, MOST, stamp, withGaps, workedDays } from '../../core/sessions/session';
import { dayOf } from '../../core/time/calendar-day';
import type { Sessions } from '../../offers/sessions';
import { ask } from '../../ui/ask';
import type { Feature } from '../feature';
import { registerSessionCli } from './cli';
import { endIfWritten, logSession, minutesOf, nameOf, sessionLines } from './log';
import { askAndStart } from './start';
import { showInStatusBar } from './status-bar';
import { StopModal } from './stop-modal';
import { Tracker } from './tracker';

/** Deep work: sessions that count what was worked, and log themselves. */
export const sessions: Feature<Sessions, 'log'> = {
  register(ctx) {
    const { app, plugin, clock, notify, reading, work } = ctx;
    const { common, sessions: t } = ctx.i18n.ui;
    const tracker = plugin.addChild(new Tracker(ctx));
    app.workspace.onLayoutReady(() => void endIfWritten(ctx, tracker));
    const offer: Sessions = {
      get session() {
        return tracker.session;
      },
      get isLeft() {
        return tracker.isLeft;
      },
      get isKnown() {
        return tracker.isKnown;
      },
      minutesToday: () => {
        const today = dayOf(clock.now());
        const { session, isLeft } = tracker;
        const logged = [
          ...reading.index.entriesBetween(today, today).filter(({ deep }) => deep),
          ...[...work.notes.values()].flat().filter(({ date }) => date === today),
          ...(session === null || isLeft ? [] : workedDays(session, today).filter(({ date }) => date === today)),
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
        notify.info(t.runs(nameOf(ctx, session)));
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
        ctx.dialogs.open(new StopModal(ctx, tracker, isRecent ? stamp(session, now, null) : session));
      },
      log: async () => {
        const session = tracker.current();
        if (session === null) return;
        const logged = await logSession(ctx, tracker, session, sessionLines(ctx, session, ''));
        if (logged.ok) notify.info(t.logged(common.duration(logged.minutes), nameOf(ctx, session)));
        else notify.warn(logged.message);
      },
      discard: async () => {
        const session = tracker.current();
        if (session === null) return;
        const isSure = await ask(ctx, {
          title: t.discardTitle(common.duration(minutesOf(ctx, session))),
          text: [],
          yes: t.discard,
          no: common.cancel,
          careful: true,
        });
        if (isSure) tracker.end();
      },
      count: (after) => {
        const session = tracker.current();
        if (session !== null) tracker.keep(withGaps(session, new Set([after])));
      },
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
