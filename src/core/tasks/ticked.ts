import { parseListedItem } from '../markdown/list-lines';
import { scanInSteps } from '../markdown/scan';
import { privateLines } from '../private/private-lines';
import { LINES_A_STEP, type Steps } from '../steps';

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
export function* tickedTasks(note: string): Steps<TickedTask[]> {
  const tasks: TickedTask[] = [];
  if (!/\[[xX]\]/.test(note)) return tasks;
  const lines = yield* scanInSteps(note);
  const hidden = privateLines(lines);
  for (const { kind, visible, number } of lines) {
    if (number % LINES_A_STEP === 0) yield;
    const item = kind === 'text' ? parseListedItem(visible) : null;
    if (item?.checkbox?.toLowerCase() === 'x')
      tasks.push({ line: number, text: item.text, private: hidden.has(number) });
  }
  return tasks;
}
