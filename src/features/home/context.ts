import type { ContextWith } from '../context';

/** Offers that the page is made of. */
export type HomeAsks =
  'sources' | 'courses' | 'ideas' | 'alerts' | 'log' | 'reports' | 'sessions' | 'heatmap' | 'timeProgress' | 'handbook';

export type HomeContext = ContextWith<HomeAsks>;
