export const heatmap = {};
