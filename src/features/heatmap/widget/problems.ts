import type { OptionProblem } from '../../../core/options/problem';
import { drawErrorBox } from '../../../ui/error-box';
import { sayProblem, wordOptionProblem, type ProblemWords } from '../../../ui/option-problem';
import type { Wordings } from '../../../i18n';
import type { Context } from '../../context';

/** Draws what was not understood of a block's options, one box each. */
export function drawHeatmapProblems(
  el: HTMLElement,
  ctx: Context,
  problems: readonly OptionProblem[],
  source: string | null,
): void {
  const wordings = ctx.i18n.ui;
  for (const problem of problems) {
    const { cause, tip } = wordHeatmapProblem(problem, wordings);
    drawErrorBox(el, { cause, tip, source, places: problem.places, langTag: wordings.common.langTag });
  }
}

export function wordHeatmapProblem(problem: OptionProblem, wordings: Wordings): ProblemWords {
  const common = wordOptionProblem(problem, wordings);
  if (common !== undefined) return common;
  const { cause, tip } = wordings.heatmap.problem;
  const said = sayProblem(problem);
  return isOwnCode(problem.code, cause)
    ? { cause: cause[problem.code](said), tip: tip[problem.code](said) }
    : { cause: problem.code, tip: '' };
}

function isOwnCode<T extends object>(code: string, words: T): code is keyof T & string {
  return Object.hasOwn(words, code);
}
