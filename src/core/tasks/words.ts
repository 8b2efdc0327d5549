import { inlineFields, withoutRanges } from '../markdown/inline-fields';
import { plainLine } from '../markdown/plain-line';
import { completionIn } from './completion';

/** The Tasks plugin's dates (done, cancelled, created, start, scheduled, due), priorities, id, recurrence. */
const SIGNIFIERS =
  /[✅❌➕🛫⏳⌛📅📆🗓]\uFE0F?\s*\d{4}-\d{2}-\d{2}|[🔺⏫🔼🔽⏬]\uFE0F?|[🆔⛔]\uFE0F?\s*[\w,-]+|🔁\uFE0F?[^✅❌➕🛫⏳⌛📅📆🗓🔺⏫🔼🔽⏬🆔⛔]*/gu;

const TASK_FIELDS = new Set([
  ...['completion', 'cancelled', 'created', 'start', 'scheduled', 'due', 'priority', 'repeat', 'id', 'dependson'],
]);

/** What a task says, without what Tasks and Dataview keep beside it. */
export function taskWords(text: string): string {
  const fields = inlineFields(text).filter((field) => TASK_FIELDS.has(field.key) || completionIn(field) !== null);
  return plainLine(withoutRanges(text, fields).replace(SIGNIFIERS, ' '));
}
