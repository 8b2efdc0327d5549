import { readNamedSpans } from '../time/named-spans';
import type { DayRange, NamedSpans } from './range';

/** The spans of the settings that have a beginning, by name, as days; times of day do not matter to a calendar. */
export function namedRanges(setting: string): NamedSpans {
  const ranges = new Map<string, DayRange>();
  for (const { name, from, to } of readNamedSpans(setting).spans) {
    if (from !== null && from.day <= to.day) ranges.set(name, { from: from.day, to: to.day });
  }
  return ranges;
}
