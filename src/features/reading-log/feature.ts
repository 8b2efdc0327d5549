import type { Log } from '../../offers/log';
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
    const openForm: Log['openForm'] = (prefill = {}) => {
      ctx.dialogs.open(new LogReadingModal(ctx, prefill));
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
