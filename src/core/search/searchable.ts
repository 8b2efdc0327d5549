import type { Frontmatter } from '../markdown/frontmatter';
import { propertyOf } from '../markdown/property';
import { hasTag } from '../markdown/tags';
import { isPrivateNote } from '../private/private-note';
import { foldedPath, noteName } from '../vault/path';

/** Kinds of notes that are another's words about, or a copy of, what is found already: `type` in their properties. */
const OTHERS = new Set(['handed-in', 'feedback']);

/** What the student keeps out of the search. */
export interface Excluded {
  readonly folders: readonly string[];
  /** With or without `#`; those below one are excluded with it. */
  readonly tags: readonly string[];
}

/** Reads what is typed into the settings: names between commas. */
export function readExcluded(folders: string, tags: string): Excluded {
  const names = (text: string): string[] => text.split(/[,，\n]/).map((name) => name.trim());
  return {
    folders: names(folders)
      .map((folder) => folder.replace(/^\/+|\/+$/g, ''))
      .filter((folder) => folder !== ''),
    tags: names(tags).filter((tag) => tag.replace(/^#/, '') !== ''),
  };
}

/**
 * Whether a note may be found: not a private one, none that was handed in, and none that the student excluded.
 *
 * @param tags - of the note, in its properties and its text
 */
export function isSearchable(
  path: string,
  frontmatter: Frontmatter,
  tags: readonly string[],
  { folders, tags: excluded }: Excluded,
): boolean {
  const { type } = frontmatter;
  if (isPrivateNote(frontmatter) || (typeof type === 'string' && OTHERS.has(type.trim().toLowerCase()))) return false;
  const lies = foldedPath(path);
  return !folders.some((folder) => lies.startsWith(`${foldedPath(folder)}/`)) && !hasTag(tags, excluded);
}

/** What a note is called: its name, its title where that is another, and its aliases. */
export function noteTitles(path: string, frontmatter: Frontmatter): string[] {
  const titles = [noteName(path), propertyOf(frontmatter, 'title'), propertyOf(frontmatter, 'aliases')].flat();
  return [...new Set(titles.filter((title) => typeof title === 'string' || typeof title === 'number').map(String))];
}
