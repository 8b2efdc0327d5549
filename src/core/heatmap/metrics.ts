/** What of a day's reading is counted. */
export const READING_METRICS = ['minutes', 'sessions', 'sources', 'pages', 'count'] as const;
export type ReadingMetric = (typeof READING_METRICS)[number];
