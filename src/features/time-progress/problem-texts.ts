import type { OptionProblem } from '../../core/options/problem';
import type { Wordings } from '../../i18n';
import { sayProblem, wordOptionProblem, type ProblemWords } from '../../ui/option-problem';

/** Cause and tip of a problem that any block, or only this one, may have. */
export function wordProblem(problem: OptionProblem, t: Wordings): ProblemWords {
  const common = wordOptionProblem(problem, t);
  if (common) return common;
  const { cause, tip } = t.progress;
  const said = sayProblem(problem);
  const code = (Object.keys(cause) as (keyof typeof cause)[]).find((one) => one === problem.code);
  return code ? { cause: cause[code](said), tip: tip[code](said) } : { cause: problem.code, tip: '' };
}
