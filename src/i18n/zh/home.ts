import type { home as en } from '../en/home';
import type { Wording } from '../types';

export const home = {} satisfies Wording<typeof en>;
