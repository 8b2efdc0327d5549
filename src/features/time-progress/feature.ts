import type { Widget } from '../../offers/widget';
import type { Feature } from '../feature';
import { insertBlock } from '../../ui/insert-block';
import { ProgressBuilder } from './builder';
import { liveProgress } from './live-progress';

/** How far the day, the week, a term are; and how long until a deadline. */
export const timeProgress: Feature<Widget> = {
  register(ctx) {
    ctx.codeBlocks.register('time-progress', (text, el, note) =>
      liveProgress(ctx, el, { text, path: note.sourcePath }).showIn(note),
    );
    ctx.plugin.addCommand({
      id: 'insert-time-progress',
      name: ctx.i18n.ui.progress.builder.command,
      editorCallback: (editor) => {
        ctx.dialogs.open(
          new ProgressBuilder(ctx, (text) => {
            insertBlock(editor, text);
          }),
        );
      },
    });
    return {
      draw: (el, options, owner) => {
        owner.addChild(liveProgress(ctx, el, { values: () => options }));
      },
    };
  },
};
