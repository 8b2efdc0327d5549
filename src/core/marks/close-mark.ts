import { checkboxMark, withCheckboxMark } from '../markdown/checkbox';
import { scanNote } from '../markdown/scan';
import { marksIn, type MarkRules, type NoteMark } from './marks-in';

/** Where a mark stands: its line, from 0, and where it begins on it. */
export interface MarkPlace {
  readonly line: number;
  readonly at: number;
}

/** A mark's line as it is, and as it is once the mark is closed. */
export interface Closing extends MarkPlace {
  readonly before: string;
  readonly after: string;
}

/**
 * How an open mark is closed: its item's box is ticked where it has one of its own, else keyword and words are struck
 * through. Null where no open mark stands there.
 */
export function closingOf(text: string, { line, at }: MarkPlace, rules: MarkRules): Closing | null {
  const mark = openMarkAt(text, { line, at }, rules);
  return mark === null ? null : { line, at, before: mark.line.text, after: closedLine(mark) };
}

/** The note with the mark closed; null where its line is not the one that was shown, so that nobody's words are struck. */
export function withClosed(text: string, closing: Closing, rules: MarkRules): string | null {
  const mark = openMarkAt(text, closing, rules);
  if (mark?.line.text !== closing.before || closedLine(mark) !== closing.after) return null;
  return text.slice(0, mark.line.start) + closing.after + text.slice(mark.line.end);
}

function openMarkAt(text: string, { line, at }: MarkPlace, rules: MarkRules): NoteMark | null {
  for (const mark of marksIn(scanNote(text), rules)) {
    if (mark.line.number === line && mark.from === at && !mark.done) return mark;
  }
  return null;
}

function closedLine({ line: { text, kind }, first, from, to, textTo }: NoteMark): string {
  if (first && kind !== 'code' && checkboxMark(text) !== null) return withCheckboxMark(text, 'x');
  const end = Math.max(to, textTo);
  const stroke = text.indexOf('~~', from);
  const struckTo = stroke >= 0 && stroke < end ? to : end; // a stroke within would end this one
  return `${text.slice(0, from)}~~${text.slice(from, struckTo)}~~${text.slice(struckTo)}`;
}
