import type { IsoDate } from '../../core/ports';
import type { ReadingIndexView, Source } from '../../core/reading/types';
import type { Wordings } from '../../i18n';
import type { Suggestion } from '../../ui/form/suggest-input';
import { aboutSource } from './texts';

/** A source to pick; null stands for adding one. */
export interface SourceChoice extends Suggestion {
  readonly source: Source | null;
}

/** Every source, the ones read last first, then what is being read or waits, then the rest by title. */
export function sourceChoices(index: ReadingIndexView, today: IsoDate, ui: Wordings): SourceChoice[] {
  const order = new Map<string, number>();
  const bounds = index.bounds();
  const entries = bounds === null ? [] : index.entriesBetween(bounds.first, bounds.last);
  for (let at = entries.length - 1; at >= 0; at--) {
    const source = entries[at]?.source;
    if (source !== undefined && !order.has(source)) order.set(source, order.size);
  }
  const unread = { reading: 1, queued: 2, inbox: 3, read: 4, dropped: 5 };
  const rank = (source: Source): number => order.get(source.path) ?? order.size + unread[source.status];
  return index
    .sources()
    .map((source) => ({ source, rank: rank(source) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ source }) => ({
      source,
      title: source.title,
      get detail() {
        return aboutSource(source, index.entriesOf(source.path), today, ui);
      },
    }));
}
