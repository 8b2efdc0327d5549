import type { App, CachedMetadata, TFile } from 'obsidian';
import type { Metric } from '../../../core/heatmap/options';
import { amountsIn, completedTask, dayInProperty } from '../../../core/heatmap/note-days';
import { nearestName } from '../../../core/text/nearest';
import type { IsoDate } from '../../../core/ports';
import type { DayItem, EmptyReason } from './day-source';
import { plainItem } from './list-source';
import type { NoteReader, NoteYield } from './note-source';

/** The day of a note by its name, daily notes of the vault's own format among them. */
export type DayOfNote = (file: TFile) => IsoDate | null;

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

  read(file: TFile, cache: CachedMetadata): NoteYield | null {
    const frontmatter: Readonly<Record<string, unknown>> = cache.frontmatter ?? {};
    for (const key of Object.keys(frontmatter)) this.known.add(key);
    const value = valueOf(frontmatter, this.property);
    const date =
      this.dateProperty === null ? this.dayOfNote(file) : dayInProperty(valueOf(frontmatter, this.dateProperty));
    const { amounts, unreadable } = amountsIn(value);
    const held = amounts.length > 0 ? 'number' : unreadable === null ? 'none' : 'other';
    if (held === 'none' && date === null) return null;
    const items =
      date === null
        ? []
        : amounts.map((amount) => ({
            date,
            amount: this.metric === 'count' ? 1 : amount,
            item: itemOf(file, 'value', amount),
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

  read(file: TFile, cache: CachedMetadata): NoteYield | null {
    const frontmatter: Readonly<Record<string, unknown>> = cache.frontmatter ?? {};
    const { dateProperty } = this;
    if (dateProperty !== null) for (const key of Object.keys(frontmatter)) this.known.add(key);
    const date = dateProperty === null ? this.dayOfNote(file) : dayInProperty(valueOf(frontmatter, dateProperty));
    if (date === null) return null;
    return {
      items: [{ date, amount: 1, item: itemOf(file, 'note', null) }],
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

/** One for each ticked task, on the day that it carries or that its note is of. */
export class TaskReader implements NoteReader {
  constructor(
    private readonly app: App,
    private readonly dayOfNote: DayOfNote,
  ) {}

  async read(file: TFile, cache: CachedMetadata): Promise<NoteYield | null> {
    const ticked = cache.listItems?.filter((item) => item.task === 'x' || item.task === 'X') ?? [];
    if (ticked.length === 0) return null; // most notes are never opened
    const lines = (await this.app.vault.cachedRead(file)).split('\n');
    const fallback = this.dayOfNote(file);
    const items = ticked.flatMap(({ position }) => {
      const { line } = position.start;
      const task = completedTask(lines[line] ?? '');
      const date = task?.day ?? fallback;
      if (task === null || date === null) return [];
      const item: DayItem = { ...itemOf(file, 'task', null), title: task.text, line };
      return [{ date, amount: 1, item }];
    });
    return items.length === 0 ? null : { items, unreadable: null, lacksDate: false, value: 'none' };
  }

  whyEmpty(): EmptyReason {
    return { kind: 'nothing' };
  }
}

/** The known property that was most likely meant; null where notes have the one that was asked for. */
function meantBy(property: string, known: ReadonlySet<string>): string | null {
  const names = [...known];
  const isKnown = names.some((name) => name.toLowerCase() === property.toLowerCase());
  return isKnown ? null : nearestName(property, names);
}

/** A property whatever its case, as Obsidian treats it. */
function valueOf(frontmatter: Readonly<Record<string, unknown>>, property: string): unknown {
  if (Object.hasOwn(frontmatter, property)) return frontmatter[property];
  const wanted = property.toLowerCase();
  const key = Object.keys(frontmatter).find((one) => one.toLowerCase() === wanted);
  return key === undefined ? undefined : frontmatter[key];
}

function itemOf(file: TFile, kind: DayItem['kind'], amount: number | null): DayItem {
  return { ...plainItem(file.basename, kind), path: file.path, amount };
}
