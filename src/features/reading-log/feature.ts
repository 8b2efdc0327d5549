import type { Context } from '../context';
import type { Feature } from '../feature';
import { registerLogCli } from './cli';
import { LogReadingModal, type LogPrefill } from './log-modal';
import { LogProblemsView, PROBLEMS_VIEW } from './problems-view';
import { openFromAddress } from './protocol';
import { logProblemText } from './texts';

/** The reading log: its form, its command line, and what in it could not be read. */
export const readingLog: Feature = {
  register(ctx) {
    const t = ctx.i18n.ui.readingLog;
    const openLog = (prefill: LogPrefill): void => {
      ctx.dialogs.open(new LogReadingModal(ctx, prefill));
    };
    ctx.actions.logReading = (prefill = {}) => {
      openLog(prefill);
    };
    ctx.actions.showLogProblems = () => void showProblems(ctx);
    ctx.actions.logProblemText = (problem) => logProblemText(problem, ctx.i18n.ui);
    ctx.plugin.registerView(PROBLEMS_VIEW, (leaf) => new LogProblemsView(leaf, ctx));
    ctx.plugin.addCommand({
      id: 'log-reading',
      name: t.commandLog,
      callback: () => {
        openLog({});
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
              openLog({ source: file.path });
            }),
        );
      }),
    );
    ctx.plugin.registerObsidianProtocolHandler('research-handbook', (data) => {
      openFromAddress(ctx, data, openLog);
    });
    registerLogCli(ctx);
  },
};

async function showProblems(ctx: Context): Promise<void> {
  await ctx.app.workspace.ensureSideLeaf(PROBLEMS_VIEW, 'right', { active: true, reveal: true });
}
