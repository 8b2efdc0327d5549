import type { ContextWith } from '../context';

/** Offers that the heatmap asks for: a day can be logged, a week has its report. */
export type HeatmapAsks = 'log' | 'reports';

export type HeatmapContext = ContextWith<HeatmapAsks>;
