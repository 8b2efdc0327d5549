import type { NoteFacts } from './find-log-lines';
import { lineKey, lineKeys } from './log-entries';
import type { SourceFacts } from './source';

/**
 * Whether the second note is the first one's copy by what is in it: both are one source by title and identifiers, and were
 * made on one day or share most log lines; or neither is a source, and they share most lines.
 */
export function isSameNote(there: NoteFacts, copy: NoteFacts): boolean {
  if (there.source === null || copy.source === null) return there.source === copy.source && sharesMost(there, copy);
  if (identity(there.source) !== identity(copy.source)) return false;
  const { added } = copy.source;
  return (added !== null && added === there.source.added) || sharesMost(there, copy);
}

function identity({ title, doi, arxiv, citekey }: SourceFacts): string {
  return JSON.stringify([title, doi, arxiv, citekey]);
}

function sharesMost(there: NoteFacts, copy: NoteFacts): boolean {
  const known = lineKeys(there.lines);
  return copy.lines.filter((line) => known.has(lineKey(line))).length * 2 > copy.lines.length;
}
