import type { SourceStatus } from './types';

const PROGRESS: Readonly<Record<SourceStatus, number>> = { inbox: 0, queued: 1, reading: 2, read: 3, dropped: 3 };

/**
 * A source's status by its property and by the last one in its log. The form writes both; where they differ, one was
 * changed by hand and the other forgotten, so the one that is further on counts (of equals the property, which shows).
 */
export function furtherStatus(written: SourceStatus | null, logged: SourceStatus | null): SourceStatus | null {
  if (written === null || logged === null) return written ?? logged;
  return PROGRESS[logged] > PROGRESS[written] ? logged : written;
}
