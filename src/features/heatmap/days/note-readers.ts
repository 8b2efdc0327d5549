import type { Metric } from '../../../core/heatmap/options';
import { amountsIn } from '../../../core/heatmap/note-days';
import { propertyOf } from '../../../core/markdown/property';
import { nearestName } from '../../../core/text/nearest';
import { isSameName } from '../../../core/text/same-name';
import { lenientDay } from '../../../core/time/lenient-day';
import type { IsoDate } from '../../../core/ports';
import { noteName } from '../../../core/vault/path';
import type { NoteMeta } from '../../../platform/vault-index/collector';
import type { DayItem, EmptyReason } from './day-source';
import { plainItem } from './list-source';
import type { NoteReader, NoteYield } from './metadata-source';

/** The day of a note by its name, daily notes of the vault's own format among them. */
export type DayOfNote = (path: string) => IsoDate | null;

/** Amounts from a property of notes that are dated by their name, or by another property. */
export class PropertyReader implements NoteReader {
  /** Every property seen, to say which was meant. */
  private readonly known = new Set<string>();

  constructor(
    private readonly property: string,
    private readonly dateProperty: string | null,
    private readonly metric: Metric,
    private readonly dayOfNote: DayOfNote,
  ) {}

  read({ path, frontmatter }: NoteMeta): NoteYield | null {
    for (const key of Object.keys(frontmatter)) this.known.add(key);
    const value = propertyOf(frontmatter, this.property);
    const date =
      this.dateProperty === null ? this.dayOfNote(path) : lenientDay(propertyOf(frontmatter, this.dateProperty));
    const { amounts, unreadable } = amountsIn(value);
    const held = amounts.length > 0 ? 'number' : unreadable === null ? 'none' : 'other';
    if (held === 'none' && date === null) return null;
    const items =
      date === null
        ? []
        : amounts.map((amount) => ({
            date,
            amount: this.metric === 'count' ? 1 : amount,
            item: itemOf(path, 'value', amount),
          }));
    return { items, unreadable, lacksDate: date === null, value: held };
  }

  whyEmpty(notes: readonly NoteYield[]): EmptyReason {
    const { property, dateProperty } = this;
    const undated = notes.filter((note) => note.value === 'number' && note.lacksDate).length;
    if (undated > 0) return { kind: 'undated', property, dateProperty, notes: undated };
    const examples = notes.flatMap((note) => note.unreadable ?? []);
    const [example] = examples;
    if (example !== undefined) return { kind: 'no-number', property, notes: examples.length, example };
    if (notes.length === 0) return { kind: 'nothing' };
    return { kind: 'no-property', property, notes: notes.length, nearest: meantBy(property, this.known) };
  }
}

/** One for each note with a day in its name, or in a property. */
export class DatedNoteReader implements NoteReader {
  private readonly known = new Set<string>();

  constructor(
    private readonly dateProperty: string | null,
    private readonly dayOfNote: DayOfNote,
  ) {}

  read({ path, frontmatter }: NoteMeta): NoteYield | null {
    const { dateProperty } = this;
    if (dateProperty !== null) for (const key of Object.keys(frontmatter)) this.known.add(key);
    const date = dateProperty === null ? this.dayOfNote(path) : lenientDay(propertyOf(frontmatter, dateProperty));
    if (date === null) return null;
    return {
      items: [{ date, amount: 1, item: itemOf(path, 'note', null) }],
      unreadable: null,
      lacksDate: false,
      value: 'none',
    };
  }

  whyEmpty(): EmptyReason {
    const { dateProperty } = this;
    if (dateProperty === null) return { kind: 'nothing' };
    return { kind: 'no-date', dateProperty, nearest: meantBy(dateProperty, this.known) };
  }
}

/** The known property that was most likely meant; null where notes have the one that was asked for. */
function meantBy(property: string, known: ReadonlySet<string>): string | null {
  const names = [...known];
  return names.some((name) => isSameName(name, property)) ? null : nearestName(property, names);
}

function itemOf(path: string, kind: DayItem['kind'], amount: number | null): DayItem {
  return { ...plainItem(noteName(path), kind), path, amount };
}
