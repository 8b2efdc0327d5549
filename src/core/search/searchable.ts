import type { Frontmatter } from '../markdown/frontmatter';
import { propertyOf } from '../markdown/property';
import { hasTag } from '../markdown/tags';
import { isPrivateNote } from '../private/private-note';
import { foldedPath, noteName } from '../vault/path';

/** Kinds of notes that are another's words about, or a copy of, what is found already: `type` in their properties. */
const OTHERS = new Set(['handed-in', 'feedback', 'members', 'inbox']);

/** What the student keeps out of the search. */
export interface Excluded {
  readonly folders: readonly string[];
  /** With or without `#`; those below one are excluded with it. */
  readonly tags: readonly string[];
}

/** Reads what is typed into the settings: names between commas. */
export function readExcluded(folders: string, tags: string): Excluded {
  return { folders: readFolders(folders), tags: names(tags).filter((tag) => tag.replace(/^#/, '') !== '') };
}

/** Folders between commas, without slashes at their ends. */
export function readFolders(text: string): string[] {
  return names(text)
    .map((folder) => folder.replace(/^\/+|\/+$/g, ''))
    .filter((folder) => folder !== '');
}

function names(text: string): string[] {
  return text.split(/[,，\n]/).map((name) => name.trim());
}

/** Whether a note is another's words about what is found already, or a copy of it. */
export function isOthers({ type }: Frontmatter): boolean {
  return typeof type === 'string' && OTHERS.has(type.trim().toLowerCase());
}

/** Whether a note lies in one of the folders, however deep. */
export function liesIn(path: string, folders: readonly string[]): boolean {
  const lies = foldedPath(path);
  return folders.some((folder) => lies.startsWith(`${foldedPath(folder)}/`));
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
  if (isPrivateNote(frontmatter) || isOthers(frontmatter)) return false;
  return !liesIn(path, folders) && !hasTag(tags, excluded);
}

/** What a note is called: its name, its title where that is another, and its aliases. */
export function noteTitles(path: string, frontmatter: Frontmatter): string[] {
  const titles = [noteName(path), propertyOf(frontmatter, 'title'), propertyOf(frontmatter, 'aliases')].flat();
  return [...new Set(titles.filter((title) => typeof title === 'string' || typeof title === 'number').map(String))];
}
