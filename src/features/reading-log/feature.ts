import { dayOf } from '../../core/time/calendar-day';
import type { Log, LogPrefill } from '../../offers/log';
import type { Context } from '../context';
import type { Feature } from '../feature';
import { appendLog } from './append';
import { registerLogCli } from './cli';
import { LogReadingModal } from './log-modal';
import { LogProblemsView, PROBLEMS_VIEW } from './problems-view';
import { openFromAddress } from './protocol';

/** The reading log: its form, its command line, and what in it could not be read. */
export const readingLog: Feature<Log, 'sources'> = {
  register(ctx) {
    const t = ctx.i18n.ui.readingLog;
    let left: { readonly day: string; readonly typed: LogPrefill } | null = null;
    const openForm: Log['openForm'] = (prefill = {}) => {
      const day = dayOf(ctx.clock.now());
      const { source = left?.typed.source } = prefill;
      // By tomorrow its date is wrong, and what was typed about one source is not of another.
      const back = left?.day === day && left.typed.source === source ? left : null;
      const keep = (typed: LogPrefill | null): void => {
        if (typed !== null) left = { day, typed };
        else if (left === back) left = null;
      };
      ctx.dialogs.open(new LogReadingModal(ctx, { ...back?.typed, ...prefill }, keep));
    };
    ctx.plugin.registerView(PROBLEMS_VIEW, (leaf) => new LogProblemsView(leaf, ctx));
    ctx.plugin.addCommand({
      id: 'log-reading',
      name: t.commandLog,
      callback: () => {
        openForm();
      },
    });
    ctx.plugin.addCommand({ id: 'show-log-problems', name: t.commandProblems, callback: () => showProblems(ctx) });
    ctx.plugin.registerEvent(
      ctx.app.workspace.on('file-menu', (menu, file) => {
        if (ctx.reading.index.source(file.path) === null) return;
        menu.addItem((item) =>
          item
            .setTitle(t.commandLog)
            .setIcon('book-open-check')
            .onClick(() => {
              openForm({ source: file.path });
            }),
        );
      }),
    );
    ctx.plugin.registerObsidianProtocolHandler('research-handbook', (data) => {
      openFromAddress(ctx, data, openForm);
    });
    registerLogCli(ctx);
    return {
      openForm,
      append: (readings, batch) => appendLog(ctx, readings, batch),
      showProblems: () => void showProblems(ctx),
    };
  },
};

async function showProblems(ctx: Context): Promise<void> {
  await ctx.app.workspace.ensureSideLeaf(PROBLEMS_VIEW, 'right', { active: true, reveal: true });
}
