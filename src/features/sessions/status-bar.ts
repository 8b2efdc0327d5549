import { Platform } from 'obsidian';
import type { Sessions } from '../../offers/sessions';
import { minutesOf, type SessionContext } from './log';

/** What runs, in the status bar of a computer; nothing where nothing does. */
export function showInStatusBar(ctx: SessionContext, sessions: Sessions): void {
  if (Platform.isMobile) return;
  const { common, sessions: t } = ctx.i18n.ui;
  let item: HTMLElement | null = null;
  let button: HTMLElement | null = null;
  const show = (): void => {
    const { session, isLeft } = sessions.state();
    if (session === null || isLeft) {
      item?.remove();
      item = button = null;
      return;
    }
    item ??= ctx.plugin.addStatusBarItem();
    button ??= item.createEl('button', { cls: 'clickable-icon rh-deep-bar' });
    button.onclick = sessions.stop;
    button.setText(`${t.title} ${common.duration(minutesOf(ctx, session))}`);
    const goal = ctx.settings.values.deepGoalMinutes;
    const percent = goal > 0 ? (sessions.minutesToday() / goal) * 100 : 100;
    button.setCssProps({ '--rh-value': String(Math.min(100, percent)) });
  };
  show();
  ctx.plugin.register(sessions.subscribe(show));
}
