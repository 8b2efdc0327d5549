import type { ProgressProblemCode } from '../../core/progress/problem-code';
import type { Wordings } from '../../i18n';
import type { ProblemTexts } from '../../ui/option-problem';

/** Words for all that may be wrong with the options of time progress. */
export function problemTexts({ common, options, progress }: Wordings): ProblemTexts<ProgressProblemCode> {
  return {
    cause: { ...options.cause, ...progress.cause },
    tip: { ...options.tip, ...progress.tip },
    more: options.more,
    others: options.others,
    langTag: common.langTag,
  };
}
