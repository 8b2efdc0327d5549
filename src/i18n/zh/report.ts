import type { report as en } from '../en/report';
import type { Wording } from '../types';

export const report = {} satisfies Wording<typeof en>;
