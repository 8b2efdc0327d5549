import type { ReadingNow } from '../../../core/home/reading-now';
import { shortAuthors } from '../../../core/reading/short-authors';
import type { IsoDate } from '../../../core/ports';
import type { Source, SourceKind } from '../../../core/reading/types';
import { daysBetween, partsOf, weekdayOf } from '../../../core/time/calendar-day';
import type { Wordings } from '../../../i18n';

/** What a row says of a source being read. */
export interface SourceRow {
  readonly path: string;
  readonly kind: SourceKind;
  readonly title: string;
  /** Authors, venue or kind, year, and the status where it is another than “reading”. */
  readonly about: string;
  /** What comes next, and the highest pass so far, drawn as pips; null where it is not read in passes, or no more. */
  readonly pass: { readonly next: string; readonly done: number } | null;
  readonly touched: string;
  /** Minutes so far in words; null where none are logged. */
  readonly time: string | null;
}

export const KIND_ICONS: Readonly<Record<SourceKind, string>> = {
  paper: 'file-text',
  course: 'graduation-cap',
  book: 'book-open',
  video: 'circle-play',
  article: 'newspaper',
};

export function sourceRow(reading: ReadingNow, today: IsoDate, words: Wordings): SourceRow {
  const { source, pass, minutes, lastTouched } = reading;
  const t = words.home.reading;
  const isOver = source.status === 'read' || source.status === 'dropped'; // nothing comes next
  return {
    path: source.path,
    kind: source.kind,
    title: source.title,
    about: [
      shortAuthors(source.authors, { and: t.and, etAl: t.etAl }),
      placeWords(source, words),
      source.status === 'reading' ? null : words.sources.statuses[source.status],
    ]
      .filter((part) => part !== null)
      .join(' · '),
    pass: pass === null || isOver ? null : { next: pass === 3 ? t.allPasses : t.nextPass(pass + 1), done: pass },
    touched: touchedWords(lastTouched, today, words),
    time: minutes > 0 ? t.inAll(words.common.duration(minutes)) : null,
  };
}

/** `CVPR 2022`; where no venue is written, what it is. */
function placeWords({ venue, kind, year }: Source, words: Wordings): string {
  const place = venue ?? words.home.reading.kinds[kind];
  return year === null || place.includes(String(year)) ? place : `${place} ${String(year)}`;
}

function touchedWords(day: IsoDate | null, today: IsoDate, { common, home }: Wordings): string {
  if (day === null) return home.reading.never;
  const ago = daysBetween(day, today);
  if (ago === 0) return home.reading.today;
  if (ago === 1) return home.reading.yesterday;
  if (ago > 1 && ago < 7) return common.weekdays[weekdayOf(day) - 1] ?? '';
  const { year, month, day: dayOfMonth } = partsOf(day);
  return year === partsOf(today).year
    ? common.day(month, dayOfMonth)
    : common.fullDay(year, month, dayOfMonth, weekdayOf(day));
}
