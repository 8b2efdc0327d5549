import { checkboxMark, withCheckboxMark } from '../markdown/checkbox';
import { scanNote, type ScannedLine } from '../markdown/scan';
import { privateLines } from '../private/private-lines';
import { outlineOf } from '../report/outline';
import { taskWords } from '../tasks/words';
import { plainWords, wordPieces, type WordPiece } from '../markdown/plain-words';

/** Where a checklist's item stands, and how its line read when it was seen: enough to tick that one and no other. */
export interface ItemPlace {
  /** From 0. */
  readonly line: number;
  readonly text: string;
}

export interface ChecklistItem extends ItemPlace {
  readonly done: boolean;
  /** Whether there is a checkbox; a plan may be written without. */
  readonly hasBox: boolean;
  /** What a reader sees of it, on one line. */
  readonly words: string;
  /** The same in pieces, its links apart. */
  readonly pieces: readonly WordPiece[];
}

/** Marks of what is still to be done: open, and begun. Cancelled, put off and the rest have been dealt with. */
const OPEN_MARKS = new Set([' ', '/']);

/**
 * What stands under the first of the headings that is there, as a report reads a plan (see `outlineOf`): neither remarks
 * nor what is private; items without words are left out.
 */
export function checklistUnder(text: string, headings: readonly string[]): ChecklistItem[] {
  const lines = scanNote(text);
  return (outlineOf(text, headings)?.items ?? []).flatMap((item) => {
    const said = saidBy(item.text);
    if (said.words === '') return [];
    const { line, checkbox } = item;
    const done = checkbox !== null && !isOpenMark(checkbox);
    return [{ line, text: lines[line]?.text ?? '', done, hasBox: checkbox !== null, ...said }];
  });
}

/** The items that stand on the given lines of a note, those with words only; private ones are left out. */
export function checklistAt(text: string, lineNumbers: readonly number[]): ChecklistItem[] {
  const lines = scanNote(text);
  const hidden = privateLines(lines);
  return itemsOf(lineNumbers.flatMap((number) => (hidden.has(number) ? [] : (lines[number] ?? []))));
}

/** What an item is known by when its note changes around it: its line, whether ticked or not. */
export function checklistKey(item: ItemPlace): string {
  return withCheckboxMark(item.text, ' ');
}

/** Whether a checkbox's mark says that there is something left to do. */
export function isOpenMark(mark: string): boolean {
  return OPEN_MARKS.has(mark);
}

/**
 * Sets one item's checkbox and touches nothing else. The line is looked for where it stood; if the note has changed
 * above it, wherever it stands now.
 *
 * @returns the note's new text, or null where the line is gone, stands there more than once, or is ticked as asked
 */
export function setChecked(text: string, place: ItemPlace, checked: boolean): string | null {
  const lines = scanNote(text);
  const isIt = (line: ScannedLine | undefined): line is ScannedLine =>
    line?.kind === 'text' && sameButForMark(line.text, place.text);
  const there = lines[place.line];
  const [only, ...others] = isIt(there) ? [there] : lines.filter(isIt);
  if (only === undefined || others.length > 0) return null;
  const mark = checkboxMark(only.text);
  if (mark === null || isOpenMark(mark) !== checked) return null;
  return text.slice(0, only.start) + withCheckboxMark(only.text, checked ? 'x' : ' ') + text.slice(only.end);
}

function sameButForMark(line: string, other: string): boolean {
  return checkboxMark(line) !== null && withCheckboxMark(line, ' ') === withCheckboxMark(other, ' ');
}

function itemsOf(lines: readonly ScannedLine[]): ChecklistItem[] {
  return lines.flatMap((line) => {
    if (line.kind !== 'text') return [];
    const mark = checkboxMark(line.visible);
    if (mark === null) return [];
    const box = withCheckboxMark(line.visible, ' ').indexOf('[ ]');
    const said = saidBy(line.visible.slice(box + 3));
    if (said.words === '') return [];
    return [{ line: line.number, text: line.text, done: !isOpenMark(mark), hasBox: true, ...said }];
  });
}

function saidBy(item: string): Pick<ChecklistItem, 'words' | 'pieces'> {
  const task = taskWords(item);
  return { words: plainWords(task), pieces: wordPieces(task) };
}
