import type { App } from 'obsidian';
import type { HeatmapOptions } from '../../../core/heatmap/options';
import type { DayAmount } from '../../../core/heatmap/model';
import type { DayRange } from '../../../core/heatmap/range';
import { plainDate, plainValue } from '../../../core/options/script-values';
import type { IsoDate } from '../../../core/ports';
import { writtenValue } from '../../../core/text/written-value';
import { lenientDay } from '../../../core/time/lenient-day';
import { noteKind } from '../../../core/vault/note-kind';
import { noteName } from '../../../core/vault/path';
import { askDataview, onDataviewChange } from '../../../platform/dataview';
import { AfterPause } from '../../../platform/pause';
import { dayOfNamedNote } from '../day/daily-notes';
import type { DayItem, DaySource, EmptyReason, Unreadable } from './day-source';
import { tellLeftOut, type LeftNote } from './left-out';
import { ListSource, plainItem, type DatedAmount } from './list-source';

/** Dataview tells of every note that it reads; it is asked once it pauses. */
const PAUSE_MS = 300;
const MILLISECONDS_A_MINUTE = 60_000;

/** What Dataview answers to a query, by day; asked again whenever its index changes. */
export class DataviewSource implements DaySource {
  readonly complete = false;
  private readonly list: ListSource;
  private readonly pause = new AfterPause(PAUSE_MS, () => void this.ask());
  private asked = 0;

  constructor(
    private readonly app: App,
    private readonly options: HeatmapOptions,
    /** Of the note that asks; null for a script or a form. */
    private readonly path: string | null,
    private readonly settled: () => Promise<void>,
  ) {
    this.list = new ListSource(options.metric === 'count' ? 'sum' : options.combine);
  }

  ready(): Promise<void> {
    return this.ask();
  }

  amounts(range: DayRange): ReadonlyMap<IsoDate, DayAmount> {
    return this.list.amounts(range);
  }

  total(): number | null {
    return null;
  }

  items(date: IsoDate): readonly DayItem[] {
    return this.list.items(date);
  }

  first(): IsoDate | null {
    return this.list.first();
  }

  whyEmpty(range: DayRange): EmptyReason {
    return this.list.whyEmpty(range);
  }

  unreadable(): readonly Unreadable[] {
    return this.list.unreadable();
  }

  subscribe(callback: () => void): () => void {
    const stops = [
      this.list.subscribe(callback),
      onDataviewChange(this.app, () => {
        this.pause.call();
      }),
    ];
    return () => {
      this.pause.stop();
      for (const stop of stops) stop();
    };
  }

  private async ask(): Promise<void> {
    await this.settled();
    if (this.isOfPack()) {
      this.list.replace([], [], { kind: 'dataview', why: 'pack', message: '' });
      return;
    }
    const asked = ++this.asked;
    const answer = await askDataview(this.app, queryOf(this.options), this.path ?? '');
    if (asked !== this.asked) return; // a later question is under way, and its answer is newer
    if (answer.ok) this.take(answer.rows);
    else {
      const why = answer.message === null ? 'missing' : 'query';
      this.list.replace([], [], { kind: 'dataview', why, message: answer.message ?? '' });
    }
  }

  /** A handbook's note asks for nothing; one that is not known yet may be one. */
  private isOfPack(): boolean {
    if (this.path === null) return false;
    const cache = this.app.metadataCache.getCache(this.path);
    return cache === null || noteKind(cache.frontmatter) === 'handbook';
  }

  private take(rows: readonly (readonly unknown[])[]): void {
    const { dateProperty } = this.options;
    const amounts: DatedAmount[] = [];
    const unread: string[] = [];
    const left: LeftNote[] = [];
    for (const [link, when, value] of rows) {
      const path = pathOf(link);
      const date = lenientDay(plainDate(when)) ?? (path === '' ? null : dayOfNamedNote(this.app, path));
      const values = this.valuesIn(value);
      if (date === null) {
        const why = dateProperty === null ? 'no-day-in-name' : 'no-date';
        if (values.length > 0) left.push({ path, why, written: writtenValue(plainValue(when)) });
        continue;
      }
      for (const one of values) {
        const amount = this.options.values.amountOf(one);
        if (amount === null) unread.push(writtenValue(one));
        else amounts.push({ date, amount, item: itemOf(path, amount) });
      }
    }
    const [example] = unread;
    const told: Unreadable[] = example === undefined ? [] : [{ kind: 'values', count: unread.length, example }];
    this.list.replace(amounts, [...told, ...tellLeftOut(left, { property: null, dateProperty })]);
  }

  /** A list counts one by one; a duration of Dataview's is its minutes where lengths of time are drawn. */
  private valuesIn(value: unknown): readonly unknown[] {
    const plain = plainValue(value);
    const isLength = typeof value === 'object' && typeof plain === 'number' && this.options.values.kind === 'durations';
    const values: readonly unknown[] = Array.isArray(plain)
      ? plain
      : [isLength ? plain / MILLISECONDS_A_MINUTE : plain];
    return values.filter((one) => one !== null && one !== undefined && one !== '');
  }
}

/** A source stands behind `FROM`, unless the commands are written out. */
export function queryOf({
  query,
  dateProperty,
  value,
}: Pick<HeatmapOptions, 'query' | 'dateProperty' | 'value'>): string {
  const commands = /^(?:from|where|flatten|sort|limit|group)\s/i.test(query) ? query : `FROM ${query}`;
  return `TABLE WITHOUT ID file.link, (${dateProperty ?? 'file.day'}), (${value ?? '1'}) ${commands}`;
}

function pathOf(link: unknown): string {
  const { path } = (typeof link === 'object' && link !== null ? link : {}) as { readonly path?: unknown };
  return typeof path === 'string' ? path : '';
}

function itemOf(path: string, amount: number): DayItem | null {
  return path === '' ? null : { ...plainItem(noteName(path), 'note'), path, amount };
}
