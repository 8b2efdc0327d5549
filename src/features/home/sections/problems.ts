import type { HomeProblemCode } from '../../../core/home/problem-code';
import type { OptionProblem } from '../../../core/options/problem';
import { drawProblems } from '../../../ui/option-problem';
import type { SectionContext } from './section-context';

/** Draws what was not understood of a block, one box each; the rest of the block is drawn below. */
export function drawOptionProblems(
  parent: HTMLElement,
  { words: { common, home, options } }: SectionContext,
  problems: readonly OptionProblem<HomeProblemCode>[],
  source: string,
): void {
  const texts = {
    cause: { ...options.cause, ...home.cause },
    tip: { ...options.tip, ...home.tip },
    more: options.more,
    others: options.others,
    langTag: common.langTag,
  };
  drawProblems(parent.createDiv('rh-home-errors'), problems, texts, source);
}
