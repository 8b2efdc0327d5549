import { readFrontmatter } from '../markdown/frontmatter';
import { setFrontmatter } from '../markdown/frontmatter-edit';
import type { Yaml } from '../ports';

/** The class, in a note's `cssclasses`, that lets it look as the page does; the style sheet knows it. */
export const PAGE_CLASS = 'rh-home-note';

export type PageClass =
  | { readonly kind: 'added'; readonly text: string }
  | { readonly kind: 'there' }
  /** Properties that cannot be read, or cannot be edited line by line. */
  | { readonly kind: 'unreadable' };

/** Adds the class to those that a note has; nothing else in the note changes. */
export function withPageClass(text: string, yaml: Yaml): PageClass {
  const read = readFrontmatter(text, yaml);
  if (!read.ok) return { kind: 'unreadable' };
  const classes = classesOf(read.data['cssclasses']);
  if (classes.includes(PAGE_CLASS)) return { kind: 'there' };
  const changed = setFrontmatter(text, { cssclasses: [...classes, PAGE_CLASS] }, yaml);
  return changed === null ? { kind: 'unreadable' } : { kind: 'added', text: changed };
}

/** As the app reads them: a list, or a text of names with blanks or commas between. */
function classesOf(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((item) => (typeof item === 'string' ? item.split(/[\s,]+/).filter((name) => name !== '') : []));
}
