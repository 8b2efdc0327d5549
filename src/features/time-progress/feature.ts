import type { Feature } from '../feature';
import { renderTimeProgress } from './api';
import { blockSource } from './options';
import { TimeProgressView } from './view';

export const timeProgress: Feature = {
  register(ctx) {
    ctx.codeBlocks.register('time-progress', (source, el, note) => {
      note.addChild(new TimeProgressView(el, ctx, blockSource(ctx, source, note.sourcePath)));
    });
    ctx.actions.drawTimeProgress = (el, options, owner) => {
      renderTimeProgress(ctx, el, options, owner);
    };
  },
};
