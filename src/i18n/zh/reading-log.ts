import type { readingLog as en } from '../en/reading-log';
import type { Wording } from '../types';

export const readingLog = {} satisfies Wording<typeof en>;
