import type { HeatmapFilter } from '../../../core/heatmap/options';
import type { DayAmount } from '../../../core/heatmap/model';
import type { Combination } from '../../../core/heatmap/combine';
import type { DayRange } from '../../../core/heatmap/range';
import type { ReadingMetric } from '../../../core/heatmap/metrics';
import { amountOf, passesFilter, readingDays } from '../../../core/heatmap/reading-days';
import type { IsoDate } from '../../../core/ports';
import type { LogEntry } from '../../../core/reading/types';
import type { WorkLine } from '../../../core/sessions/work-lines';
import { compare } from '../../../core/text/compare';
import { noteName } from '../../../core/vault/path';
import type { NoteLog } from '../../../platform/note-log';
import type { ReadingLog } from '../../../platform/reading-log';
import type { DayItem, DaySource, EmptyReason, Unreadable } from './day-source';
import { outsideOf } from './list-source';

/** The reading log, by day. */
export class ReadingSource implements DaySource {
  private readonly filtered: boolean;
  /** Lines that could not be read; null until counted, and after each change. */
  private unread: number | null = null;

  constructor(
    private readonly log: ReadingLog,
    private readonly work: NoteLog<WorkLine>,
    private readonly metric: ReadingMetric,
    private readonly combine: Combination,
    private readonly filter: HeatmapFilter,
  ) {
    this.filtered = Object.values(filter).some((wanted: readonly string[]) => wanted.length > 0);
  }

  get complete(): boolean {
    return this.log.isReady && (this.metric !== 'deep' || this.work.isReady);
  }

  async ready(): Promise<void> {
    await this.log.ready();
    if (this.metric === 'deep') await this.work.ready();
    this.unread = null;
  }

  amounts(range: DayRange): ReadonlyMap<IsoDate, DayAmount> {
    return readingDays(this.entries(range.from, range.to), this.metric, this.combine);
  }

  total(range: DayRange): number | null {
    const isSumOfDays = this.metric !== 'sources' && this.combine === 'sum';
    return isSumOfDays ? null : amountOf(this.entries(range.from, range.to), this.metric, 'sum');
  }

  items(date: IsoDate): readonly DayItem[] {
    return this.entries(date, date).map((entry) => this.itemOf(entry));
  }

  first(): IsoDate | null {
    return this.metric === 'deep' ? (this.all()[0]?.date ?? null) : (this.log.index.bounds()?.first ?? null);
  }

  whyEmpty(range: DayRange): EmptyReason {
    const all = this.all();
    if (all.length === 0) return { kind: 'nothing' };
    const left = all.filter((entry) => this.passes(entry)).map((entry) => entry.date);
    const outside = outsideOf(left, range);
    const hidden = this.counted(range.from, range.to).length;
    if (this.filtered && (hidden > 0 || outside === null)) {
      return { kind: 'filtered', count: hidden > 0 ? hidden : all.length };
    }
    return outside ?? { kind: 'nothing' };
  }

  unreadable(): readonly Unreadable[] {
    this.unread ??= this.log.index.problems().filter(({ code, counted }) => !counted && code !== 'line-gone').length;
    return this.unread === 0 ? [] : [{ kind: 'lines', count: this.unread }];
  }

  subscribe(callback: () => void): () => void {
    const changed = (): void => {
      this.unread = null;
      callback();
    };
    const stops = [this.log.subscribe(changed), this.work.subscribe(changed)];
    return () => {
      for (const stop of stops) stop();
    };
  }

  private entries(from: IsoDate, to: IsoDate): readonly LogEntry[] {
    const entries = this.counted(from, to);
    return this.filtered ? entries.filter((entry) => this.passes(entry)) : entries;
  }

  private passes(entry: LogEntry): boolean {
    return passesFilter(entry, this.log.index.source(entry.source), this.filter);
  }

  private all(): readonly LogEntry[] {
    return this.counted('', '~');
  }

  /** Lines of the days; of deep work, those of ideas and experiments, which are no reading, besides. */
  private counted(from: IsoDate, to: IsoDate): readonly LogEntry[] {
    const entries = this.log.index.entriesBetween(from, to);
    if (this.metric !== 'deep') return entries;
    const work = [...this.work.notes].flatMap(([path, lines]) =>
      lines.map((line) => ({ ...line, path, source: path })),
    );
    return [...entries, ...work.filter(({ date }) => date >= from && date <= to)]
      .filter(({ deep }) => deep)
      .sort((a, b) => compare(a.date, b.date));
  }

  private itemOf(entry: LogEntry): DayItem {
    const source = this.log.index.source(entry.source);
    return {
      title: source?.title ?? noteName(entry.source),
      path: entry.path,
      line: entry.line,
      kind: source?.kind ?? 'paper',
      minutes: entry.minutes,
      amount: null,
      text: entry.private ? '' : entry.text,
      pass: entry.pass,
      pages: entry.private ? null : entry.pages,
      private: entry.private,
    };
  }
}
