import type { settings as en } from '../en/settings';
import type { Wording } from '../types';

export const settings = {} satisfies Wording<typeof en>;
