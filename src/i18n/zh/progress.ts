import type { progress as en } from '../en/progress';
import type { Wording } from '../types';

export const progress = {} satisfies Wording<typeof en>;
