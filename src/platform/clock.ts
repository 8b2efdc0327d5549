import { DateTime } from 'luxon';
import type { Clock } from '../core/ports';

/** The system's clock in the system's zone; asked anew each time, so a changed zone shows at once. */
export function systemClock(): Clock {
  return { now: () => DateTime.local({ zone: 'system', locale: 'en' }) };
}
