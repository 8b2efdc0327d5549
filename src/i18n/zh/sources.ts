import type { sources as en } from '../en/sources';
import type { Wording } from '../types';

export const sources = {} satisfies Wording<typeof en>;
