import { parseBlocks, renderBlock } from '../block/guarded-block';
import { withoutTemplaterTags } from '../text/templater';

/** The guarded block of a source's note that carries its entry. */
const NAME = 'bibtex';

/** An entry as a note carries it: in a fence of code that its text cannot end, within a guarded block. */
export function entryBlock(entry: string, eol: '\n' | '\r\n'): string {
  const text = withoutTemplaterTags(entry).trim().replace(/\r\n?/g, '\n');
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return renderBlock(NAME, `${fence}bibtex\n${text}\n${fence}`, eol);
}

/** The entry that a note carries, whether or not the student changed it; null where there is none. */
export function carriedEntry(note: string): string | null {
  const body = parseBlocks(note).blocks.find(({ name }) => name === NAME)?.body;
  const fenced = body === undefined ? null : /^\s*(`{3,})bibtex[ \t]*\r?\n([^]*?)\r?\n\1[ \t]*\s*$/.exec(body);
  return fenced?.[2] ?? null;
}
