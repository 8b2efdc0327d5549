import type { ValueReader } from '../../../core/heatmap/values';
import type { Metric } from '../../../core/heatmap/options';
import { amountsIn } from '../../../core/heatmap/note-days';
import { propertyOf } from '../../../core/markdown/property';
import { nearestName } from '../../../core/text/nearest';
import { isSameName } from '../../../core/text/same-name';
import { writtenValue } from '../../../core/text/written-value';
import { lenientDay } from '../../../core/time/lenient-day';
import type { IsoDate } from '../../../core/ports';
import { noteName } from '../../../core/vault/path';
import type { NoteMeta } from '../../../platform/vault-index/collector';
import { holdsBrokenProperties } from '../../../platform/vault-index/note-meta';
import type { DayItem, EmptyReason } from './day-source';
import type { LeftNote } from './left-out';
import { plainItem } from './list-source';
import type { NoteReader, NoteYield } from './metadata-source';

/** How notes are dated. */
export interface Dating {
  /** The property that holds a note's day; null for its name. */
  readonly dateProperty: string | null;
  /** The day of a note by its name, daily notes of the vault's own format among them. */
  readonly dayOfNote: (path: string) => IsoDate | null;
  /** Whether a note is a template: what it lacks, the notes made of it have. */
  readonly isTemplate: (path: string) => boolean;
}

/** Amounts from a property of notes that are dated by their name, or by another property. */
export class PropertyReader implements NoteReader {
  /** Every property seen, to say which was meant. */
  private readonly known = new Set<string>();

  constructor(
    private readonly property: string,
    private readonly metric: Metric,
    private readonly values: ValueReader,
    private readonly dating: Dating,
  ) {}

  get asked(): NoteReader['asked'] {
    return { property: this.property, dateProperty: this.dating.dateProperty };
  }

  read(note: NoteMeta): NoteYield | null {
    const { path, frontmatter } = note;
    for (const key of Object.keys(frontmatter)) this.known.add(key);
    const date = dateOf(note, this.dating);
    const { amounts, unreadable } = amountsIn(propertyOf(frontmatter, this.property), this.values);
    const held = amounts.length > 0 ? 'number' : unreadable === null ? 'none' : 'other';
    const left = this.leftOut(note, date, held);
    if (held === 'none' && date === null && left === null) return null;
    const items =
      date === null
        ? []
        : amounts.map((amount) => ({
            date,
            amount: this.metric === 'count' ? 1 : amount,
            item: itemOf(path, 'value', amount),
          }));
    return { items, unreadable, lacksDate: date === null, left, value: held };
  }

  whyEmpty(notes: readonly NoteYield[]): EmptyReason {
    const { property } = this;
    const { dateProperty } = this.dating;
    const undated = notes.filter((note) => note.value === 'number' && note.lacksDate).length;
    if (undated > 0) return { kind: 'undated', property, dateProperty, notes: undated };
    const examples = notes.flatMap((note) => note.unreadable ?? []);
    const [example] = examples;
    if (example !== undefined) return { kind: 'no-number', property, notes: examples.length, example };
    const read = notes.filter((note) => note.left?.why !== 'broken').length;
    if (read === 0) return { kind: 'nothing' };
    return { kind: 'no-property', property, notes: read, nearest: meantBy(property, this.known) };
  }

  /** A note with an amount and no day is left out, and so is one whose properties may hold either. */
  private leftOut(note: NoteMeta, date: IsoDate | null, held: NoteYield['value']): LeftNote | null {
    const { dateProperty } = this.dating;
    if (this.dating.isTemplate(note.path)) return null;
    if (date === null && held === 'number') return undated(note, dateProperty);
    const mayBelong = dateProperty !== null || date !== null;
    return mayBelong && holdsBrokenProperties(note) ? { path: note.path, why: 'broken', written: '' } : null;
  }
}

/** One for each note with a day in its name, or in a property. */
export class DatedNoteReader implements NoteReader {
  private readonly known = new Set<string>();

  constructor(
    private readonly dating: Dating,
    /** Whether the notes were chosen, so that one without anything in its place of a date is missed. */
    private readonly areChosen: boolean,
  ) {}

  get asked(): NoteReader['asked'] {
    return { property: null, dateProperty: this.dating.dateProperty };
  }

  read(note: NoteMeta): NoteYield | null {
    const { path, frontmatter } = note;
    if (this.dating.dateProperty !== null) for (const key of Object.keys(frontmatter)) this.known.add(key);
    const date = dateOf(note, this.dating);
    const left = date === null ? this.leftOut(note) : null;
    if (date === null && left === null) return null;
    const items = date === null ? [] : [{ date, amount: 1, item: itemOf(path, 'note', null) }];
    return { items, unreadable: null, lacksDate: date === null, left, value: 'none' };
  }

  whyEmpty(): EmptyReason {
    const { dateProperty } = this.dating;
    if (dateProperty === null) return { kind: 'nothing' };
    return { kind: 'no-date', dateProperty, nearest: meantBy(dateProperty, this.known) };
  }

  private leftOut(note: NoteMeta): LeftNote | null {
    const { dateProperty, isTemplate } = this.dating;
    if (dateProperty === null || isTemplate(note.path)) return null;
    if (holdsBrokenProperties(note)) return { path: note.path, why: 'broken', written: '' };
    const left = undated(note, dateProperty);
    return left.written === '' && !this.areChosen ? null : left;
  }
}

/** The day of a note, by its name or by the property that holds it. */
export function dateOf(
  { path, frontmatter }: Pick<NoteMeta, 'path' | 'frontmatter'>,
  { dateProperty, dayOfNote }: Dating,
): IsoDate | null {
  return dateProperty === null ? dayOfNote(path) : lenientDay(propertyOf(frontmatter, dateProperty));
}

function undated({ path, frontmatter }: NoteMeta, dateProperty: string | null): LeftNote {
  if (dateProperty === null) return { path, why: 'no-day-in-name', written: '' };
  return { path, why: 'no-date', written: writtenValue(propertyOf(frontmatter, dateProperty)).trim() };
}

/** The known property that was most likely meant; null where notes have the one that was asked for. */
function meantBy(property: string, known: ReadonlySet<string>): string | null {
  const names = [...known];
  return names.some((name) => isSameName(name, property)) ? null : nearestName(property, names);
}

function itemOf(path: string, kind: DayItem['kind'], amount: number | null): DayItem {
  return { ...plainItem(noteName(path), kind), path, amount };
}
