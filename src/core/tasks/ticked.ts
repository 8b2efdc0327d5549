import { parseListedItem } from '../markdown/list-lines';
import { scanNote } from '../markdown/scan';
import { privateLines } from '../private/private-lines';

/** A task that is ticked off. */
export interface TickedTask {
  /** Line in the note, from 0. */
  readonly line: number;
  /** What stands behind the box. */
  readonly text: string;
  /** It counts; its text never enters a report, a copy or a list. */
  readonly private: boolean;
}

/**
 * The ticked tasks of a note (`- [x]`, `1. [X]`), those in quotes and callouts among them; none in code and comments.
 * What else stands in a box (`[-]`, `[>]`) is not done.
 */
export function tickedTasks(note: string): TickedTask[] {
  if (!/\[[xX]\]/.test(note)) return [];
  const lines = scanNote(note);
  const hidden = privateLines(lines);
  return lines.flatMap(({ kind, visible, number }) => {
    if (kind !== 'text') return [];
    const item = parseListedItem(visible);
    if (item?.checkbox?.toLowerCase() !== 'x') return [];
    return [{ line: number, text: item.text, private: hidden.has(number) }];
  });
}
