/** What of a day's reading is counted. */
export const READING_METRICS = ['minutes', 'deep', 'sessions', 'sources', 'pages', 'count'] as const;
export type ReadingMetric = (typeof READING_METRICS)[number];

/** Whether several amounts of a day are combined, so that it matters how; whatever is counted is not. */
export function isCombined(metric: string): boolean {
  return ['value', 'minutes', 'deep', 'pages'].includes(metric);
}
