import type { Combination } from '../../../core/heatmap/combine';
import type { DayRange } from '../../../core/heatmap/range';
import type { ValueReader } from '../../../core/heatmap/values';
import type { NoteField } from '../../../core/markdown/note-fields';
import type { IsoDate } from '../../../core/ports';
import { nearestName } from '../../../core/text/nearest';
import { foldedName } from '../../../core/text/same-name';
import { compare } from '../../../core/text/compare';
import { noteName } from '../../../core/vault/path';
import type { NoteLog } from '../../../platform/note-log';
import type { EmptyReason, Unreadable } from './day-source';
import { plainItem } from './list-source';
import { NoteDays, type NoteAmount } from './note-days';
import { NoteLogSource } from './note-log-source';

/** Where the fields of a heatmap come from, and how its notes are dated and chosen. */
export interface FieldParts {
  readonly log: NoteLog<NoteField>;
  readonly field: string;
  readonly counted: boolean;
  readonly values: ValueReader;
  readonly combine: Combination;
  /** The day of a note, for lines that begin with none. */
  dayOfNote(path: string): IsoDate | null;
  passes(path: string): boolean;
}

interface Given {
  readonly items: readonly NoteAmount[];
  readonly unread: readonly string[];
  readonly undated: number;
}

/** The fields of one name in the bodies of notes, on the day that their line begins with, else that of their note. */
export class FieldSource extends NoteLogSource<NoteField, Given> {
  constructor(private readonly parts: FieldParts) {
    super(parts.log);
  }

  whyEmpty(range: DayRange): EmptyReason {
    const { field: property } = this.parts;
    const days = this.gathered;
    const why = days.whyEmpty(range);
    if (why !== null) return why;
    const all = days.all();
    const examples = all.flatMap(({ unread }) => unread);
    const [example] = examples;
    if (example !== undefined) return { kind: 'no-number', property, notes: examples.length, example };
    const undated = all.filter((note) => note.undated > 0).length;
    if (undated > 0) return { kind: 'undated', property, dateProperty: null, notes: undated };
    const known = new Set([...this.log.notes.values()].flatMap((fields) => fields.map(({ key }) => key)));
    return { kind: 'no-field', property, nearest: nearestName(property, [...known]) };
  }

  unreadable(): readonly Unreadable[] {
    const examples = this.gathered.all().flatMap(({ unread }) => unread);
    const [example] = examples;
    const notes = this.log.unread.size;
    return [
      ...(example === undefined ? [] : [{ kind: 'values' as const, count: examples.length, example }]),
      ...(notes === 0 ? [] : [{ kind: 'notes' as const, count: notes }]),
    ];
  }

  protected override gather(): NoteDays<Given> {
    const days = new NoteDays<Given>(this.parts.combine);
    const wanted = foldedName(this.parts.field);
    for (const [path, fields] of [...this.log.notes].sort(([a], [b]) => compare(a, b))) {
      const named = fields.filter(({ key }) => foldedName(key) === wanted);
      if (named.length > 0) days.set(path, this.given(path, named), this.parts.passes(path));
    }
    return days;
  }

  private given(path: string, fields: readonly NoteField[]): Given {
    const { values, counted } = this.parts;
    const day = fields.some(({ date }) => date === null) ? this.parts.dayOfNote(path) : null;
    const items: NoteAmount[] = [];
    const unread: string[] = [];
    let undated = 0;
    for (const { line, value, date: own, private: isPrivate } of fields) {
      const date = own ?? day;
      const amount = counted ? 1 : values.amountOf(value);
      if (date === null) undated += 1;
      else if (amount === null) unread.push(value);
      else {
        const item = { ...plainItem(noteName(path), 'value'), path, line, amount, private: isPrivate };
        items.push({ date, amount, item });
      }
    }
    return { items, unread, undated };
  }
}
