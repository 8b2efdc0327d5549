import { Platform } from 'obsidian';
import { totalMinutes, workedDays } from '../../core/sessions/session';
import { dayOf } from '../../core/time/calendar-day';
import type { Sessions } from '../../offers/sessions';
import type { Context } from '../context';

/** What runs, in the status bar of a computer; nothing where nothing does. */
export function showInStatusBar(ctx: Context, sessions: Sessions): void {
  if (Platform.isMobile) return;
  let el: HTMLElement | null = null;
  const show = (): void => {
    const { session } = sessions;
    if (session === null || sessions.isLeft) {
      el?.remove();
      el = null;
      return;
    }
    const t = ctx.i18n.ui;
    el ??= addItem(ctx, sessions);
    el.empty();
    const goal = ctx.settings.values.deepGoalMinutes;
    const percent = goal > 0 ? Math.min(100, (sessions.minutesToday() / goal) * 100) : 100;
    el.createSpan('rh-pip').setCssProps({ '--rh-value': String(percent) });
    const minutes = totalMinutes(workedDays(session, dayOf(ctx.clock.now())));
    el.createSpan({ text: `${t.sessions.title} ${t.common.duration(minutes)}` });
  };
  show();
  ctx.plugin.register(sessions.subscribe(show));
}

function addItem({ plugin, i18n }: Context, sessions: Sessions): HTMLElement {
  const el = plugin.addStatusBarItem();
  el.addClasses(['mod-clickable', 'rh-deep-bar']);
  el.setAttrs({
    role: 'button',
    tabindex: 0,
    'aria-label': i18n.ui.sessions.stopCommand,
    'data-tooltip-position': 'top',
  });
  el.addEventListener('click', () => {
    sessions.stop();
  });
  el.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter' || key === ' ') sessions.stop();
  });
  return el;
}
