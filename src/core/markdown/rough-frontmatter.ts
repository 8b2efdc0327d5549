import { splitNote, type Frontmatter } from './frontmatter';

const LINE = /^([^\s:#"'[\]{}-][^:]*?)[ \t]*:(?:[ \t]+(.*))?$/;

/**
 * What frontmatter that is no YAML still says, line by line: plain values, and lists of one line or of dashes. Of a key that
 * stands there twice the first counts. Only to tell what a note was meant to be: nothing is computed from it or written.
 */
export function roughFrontmatter(text: string): Frontmatter {
  const said = new Map<string, string | string[]>();
  let open: string[] | null = null;
  for (const line of (splitNote(text).yaml ?? '').split(/\r?\n/)) {
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(line);
    if (item !== null) {
      open?.push(unquoted(item[1] ?? ''));
      continue;
    }
    const [, key = '', value = ''] = LINE.exec(line) ?? [];
    if (key === '') continue;
    const list: string[] = [];
    open = value.trim() === '' ? list : null;
    if (!said.has(key)) said.set(key, open ?? valueOf(value));
  }
  return Object.fromEntries(said);
}

function valueOf(written: string): string | string[] {
  const value = written.trim();
  if (!value.startsWith('[') || !value.endsWith(']')) return unquoted(value);
  return value
    .slice(1, -1)
    .split(',')
    .map(unquoted)
    .filter((item) => item !== '');
}

function unquoted(written: string): string {
  const value = written.trim();
  const quote = value[0];
  return value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote) ? value.slice(1, -1) : value;
}
