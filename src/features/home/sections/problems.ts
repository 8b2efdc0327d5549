import type { OptionProblem } from '../../../core/options/problem';
import type { Wordings } from '../../../i18n';
import { drawErrorBox } from '../../../ui/error-box';
import { sayProblem, wordOptionProblem, type ProblemWords } from '../../../ui/option-problem';
import type { Frame } from './section-frame';

/** Draws what was not understood of a block, one box each; the rest of the block is drawn below. */
export function drawOptionProblems(
  parent: HTMLElement,
  { words }: Frame,
  problems: readonly OptionProblem[],
  source: string,
): void {
  if (problems.length === 0) return;
  const boxes = parent.createDiv('rh-home-errors');
  for (const problem of problems) {
    const { cause, tip } = wordProblem(problem, words);
    drawErrorBox(boxes, { cause, tip, source, places: problem.places, langTag: words.common.langTag });
  }
}

function wordProblem(problem: OptionProblem, words: Wordings): ProblemWords {
  const { cause, tip } = words.home;
  if (problem.code !== 'section-twice') return wordOptionProblem(problem, words) ?? { cause: problem.code, tip: '' };
  const said = sayProblem(problem);
  return { cause: cause['section-twice'](said), tip: tip['section-twice'] };
}
