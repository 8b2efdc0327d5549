import { MARK_SETTINGS } from '../../platform/mark-log';
import type { Feature } from '../feature';
import { registerMarksBlock } from './block';
import { registerMarksCli } from './cli';
import { MARKS_VIEW, registerMarkCommands } from './commands';
import type { MarkAsks } from './context';
import { markColours } from './editor';
import { colourReading, redrawReading, uncolourReading } from './reading';
import { MarksView } from './view';

/** TODO, IDEA, ASK and other keywords: coloured in notes, and gathered in a list. */
export const marks: Feature<void, MarkAsks> = {
  register(ctx) {
    const { plugin } = ctx;
    plugin.registerEditorExtension(markColours(ctx));
    plugin.registerMarkdownPostProcessor(colourReading(ctx), 100);
    plugin.registerView(MARKS_VIEW, (leaf) => new MarksView(leaf, ctx));
    registerMarksBlock(ctx);
    registerMarkCommands(ctx);
    registerMarksCli(ctx);
    plugin.register(() => {
      uncolourReading(ctx);
    });
    plugin.register(
      ctx.settings.subscribe((keys) => {
        if (!keys.has('markColours') && !MARK_SETTINGS.some((key) => keys.has(key))) return;
        ctx.app.workspace.updateOptions();
        redrawReading(ctx);
      }),
    );
  },
};
