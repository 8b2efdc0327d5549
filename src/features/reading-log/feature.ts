import type { Feature } from '../feature';
import { registerLogCli } from './cli';
import { LogReadingModal } from './log-modal';
import { logProblemText } from './words';

/** The reading log: its form, its command line, and what in it could not be read. */
export const readingLog: Feature = {
  register(ctx) {
    const t = ctx.i18n.ui.readingLog;
    ctx.actions.logReading = (prefill = {}) => {
      new LogReadingModal(ctx, prefill).open();
    };
    ctx.actions.logProblemText = (problem) => logProblemText(problem, ctx.i18n.ui);
    ctx.plugin.addCommand({
      id: 'log-reading',
      name: t.commandLog,
      callback: () => {
        ctx.actions.logReading();
      },
    });
    registerLogCli(ctx);
  },
};
