import { readMarksOptions } from '../../core/marks/options';
import { LiveBlock } from '../../ui/live-block';
import { drawProblems } from '../../ui/option-problem';
import { MARK_SETTINGS } from '../../platform/mark-log';
import type { MarkContext } from './context';
import { MarkList } from './mark-list';

/** The block `research-marks`: a list in a note, without what is private. */
export function registerMarksBlock(ctx: MarkContext): void {
  const { options: t, common } = ctx.i18n.ui;
  ctx.codeBlocks.register('research-marks', (source, el, note) =>
    new LiveBlock(el, {
      settings: ctx.settings,
      follow: MARK_SETTINGS,
      read: () => readMarksOptions(source, ctx.yaml, ctx.marks.rules().keywords),
      drawProblems: (parent, problems) => {
        drawProblems(parent, problems, { ...t, langTag: common.langTag }, source);
      },
      draw: (parent, { options }) => new MarkList(ctx, parent, { ...options, own: false }),
    }).showIn(note),
  );
}
