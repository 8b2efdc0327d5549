import { privateLines } from '../private/private-lines';
import type { IsoDate } from '../ports';
import { LINES_A_STEP, type Steps } from '../steps';
import { leadingDay } from '../time/when';
import { inlineFields } from './inline-fields';
import { parseListedItem } from './list-lines';
import { scanInSteps } from './scan';

/** A Dataview-style field in a note's body. */
export interface NoteField {
  /** Line in the note, from 0. */
  readonly line: number;
  /** In lower case. */
  readonly key: string;
  readonly value: string;
  /** The day that its line begins with, or null. */
  readonly date: IsoDate | null;
  /** It counts; its words are in no list. */
  readonly private: boolean;
}

/** A field that has its line to itself: `mood:: 4`, `**Mood**:: 4`. */
const WHOLE_LINE = /^[*_~]{0,3}([\p{L}\p{N}\p{Emoji_Presentation}][^*_~:[\](){}`]{0,60})[*_~]{0,3}::(.*)$/u;

/**
 * The fields of a note's body, as Dataview reads them: in brackets within a line, or with a line or an item to themselves;
 * none in code and comments. Without a value it is none.
 */
export function* noteFields(note: string): Steps<NoteField[]> {
  const fields: NoteField[] = [];
  if (!note.includes('::')) return fields;
  const lines = yield* scanInSteps(note);
  const hidden = privateLines(lines);
  for (const { kind, visible, number: line } of lines) {
    if (line % LINES_A_STEP === 0) yield;
    if (kind !== 'text' || !visible.includes('::')) continue;
    const text = parseListedItem(visible)?.text ?? visible.trim();
    const [, name, rest = ''] = WHOLE_LINE.exec(text) ?? [];
    const found = name === undefined ? inlineFields(text) : [{ key: name.trim().toLowerCase(), value: rest.trim() }];
    const first = leadingDay(text.replace(/^\[\[/, ''));
    const date = first.ok ? first.day : null;
    for (const { key, value } of found) {
      if (value !== '') fields.push({ line, key, value, date, private: hidden.has(line) });
    }
  }
  return fields;
}
