import { shortened, type Failure, type Skipped } from '../entry';

const NO_AT =
  /^[ \t]*(?:article|inproceedings|conference|book|misc|online|phdthesis|mastersthesis|thesis|techreport|report|incollection|inbook|unpublished|proceedings|manual|dataset|software)[ \t]*[{(][^\s,{}]*,/i;
const NO_ENTRY = /^[ \t]*@[ \t]*[a-z_]/i;
const COMMENTED = /^[ \t]*%+[ \t%]*@[ \t]*[a-z_][\w-]*[ \t]*[{(]([^\s,{}]*)/i;

/**
 * What stands between entries is a comment to BibTeX; what looks like an entry there is told: a line that begins with an `@`
 * or lost it, and entries behind `%`.
 *
 * @param line - of `from`, from 0
 */
export function lookBetween(
  text: string,
  from: number,
  to: number,
  line: number,
): { readonly failures: readonly Failure[]; readonly skipped: readonly Skipped[] } {
  const failures: Failure[] = [];
  const skipped: Skipped[] = [];
  let open: { readonly code: Failure['code']; readonly line: number; readonly from: number } | null = null;
  const close = (end: number): void => {
    if (open !== null) failures.push({ ...open, raw: shortened(text.slice(open.from, end)), damage: [] });
    open = null;
  };
  for (let at = from, number = line; at < to; number++) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 || newline >= to ? to : newline + 1;
    const content = text.slice(at, Math.min(end, at + 500));
    const code = NO_ENTRY.test(content) ? 'no-entry' : NO_AT.test(content) ? 'no-at' : null;
    const commented = COMMENTED.exec(content);
    if (code !== null || commented !== null) close(at);
    if (code !== null) open = { code, line: number, from: at };
    if (commented !== null) skipped.push({ code: 'commented-out', line: number, value: commented[1] ?? '' });
    at = end;
  }
  close(to);
  return { failures, skipped };
}
