import type { heatmap as en } from '../en/heatmap';
import type { Wording } from '../types';

export const heatmap = {} satisfies Wording<typeof en>;
