import { parseListedItem } from '../markdown/list-lines';
import { scanNote } from '../markdown/scan';

/** A task that is ticked off. */
export interface TickedTask {
  /** Line in the note, from 0. */
  readonly line: number;
  /** What stands behind the box. */
  readonly text: string;
}

/**
 * The ticked tasks of a note (`- [x]`, `1. [X]`), those in quotes and callouts among them; none in code and comments.
 * What else stands in a box (`[-]`, `[>]`) is not done.
 */
export function tickedTasks(note: string): TickedTask[] {
  if (!/\[[xX]\]/.test(note)) return [];
  return scanNote(note).flatMap((line) => {
    if (line.kind !== 'text') return [];
    const item = parseListedItem(line.visible);
    return item?.checkbox?.toLowerCase() === 'x' ? [{ line: line.number, text: item.text }] : [];
  });
}
