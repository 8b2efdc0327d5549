import type { IsoDate } from '../../core/ports';
import type { ReadingIndexView, Source } from '../../core/reading/types';
import type { Wordings } from '../../i18n';
import type { Suggestion } from '../../ui/form/suggest-input';
import { aboutSource } from './texts';

/** A source to pick; null stands for adding one. */
export interface SourceChoice extends Suggestion {
  readonly source: Source | null;
}

/**
 * Every source, the ones read last first, then what is being read or waits, then the rest by title.
 *
 * @param changed - when a note was written last, by its path: of several that were read on one day that one comes first
 */
export function sourceChoices(
  index: ReadingIndexView,
  today: IsoDate,
  ui: Wordings,
  changed: (path: string) => number,
): SourceChoice[] {
  const bounds = index.bounds();
  const entries = bounds === null ? [] : index.entriesBetween(bounds.first, bounds.last);
  const lastRead = new Map(entries.map(({ source, date }) => [source, date])); // by date, so that the last one stays
  const read = [...lastRead.keys()].sort((a, b) => {
    const [one, other] = [lastRead.get(a) ?? '', lastRead.get(b) ?? ''];
    return one === other ? changed(b) - changed(a) : one < other ? 1 : -1;
  });
  const order = new Map(read.map((path, at) => [path, at]));
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
