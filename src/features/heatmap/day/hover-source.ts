/** Name under which Page preview knows links in heatmaps; registered once by the feature. */
export const HOVER_SOURCE = 'research-handbook-heatmap';
