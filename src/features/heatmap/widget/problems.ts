import type { HeatmapProblemCode } from '../../../core/heatmap/problem-code';
import type { Wordings } from '../../../i18n';
import type { ProblemTexts } from '../../../ui/option-problem';

/** Words for all that may be wrong with a heatmap's options. */
export function problemTexts({ common, heatmap, options }: Wordings): ProblemTexts<HeatmapProblemCode> {
  return {
    cause: { ...options.cause, ...heatmap.problem.cause },
    tip: { ...options.tip, ...heatmap.problem.tip },
    more: options.more,
    others: options.others,
    langTag: common.langTag,
  };
}
