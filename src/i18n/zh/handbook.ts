import type { handbook as en } from '../en/handbook';
import type { Wording } from '../types';

export const handbook = {} satisfies Wording<typeof en>;
