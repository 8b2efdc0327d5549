import type { Widget } from '../../offers/widget';
import type { Feature } from '../feature';
import { ScriptViews } from './api';
import { insertBlock } from '../../ui/insert-block';
import { ProgressBuilder } from './builder';
import { blockSource } from './options';
import { TimeProgressView } from './view';

/** How far the day, the week, a term are; and how long until a deadline. */
export const timeProgress: Feature<Widget> = {
  register(ctx) {
    ctx.codeBlocks.register('time-progress', (source, el, note) => {
      note.addChild(new TimeProgressView(el, ctx, blockSource(ctx, source, note.sourcePath)));
    });
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
    const scripts = new ScriptViews(ctx);
    return {
      draw: (el, options, owner) => {
        scripts.render(el, options, owner);
      },
    };
  },
};
