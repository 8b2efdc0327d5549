/** Why a path cannot be used in a vault. */
export type PathProblem =
  | 'outside' // leads out of the vault
  | 'hidden' // a name that starts with a dot: Obsidian does not see it
  | 'forbidden' // a character that a system or a link forbids
  | 'reserved'; // a name that Windows keeps for itself, or one that ends in a dot or a blank

export type CheckedPath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly problem: PathProblem; readonly part: string };

const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/**
 * Checks a folder or file path that someone typed, and writes it as Obsidian does: no slash at the ends, none doubled.
 * Empty is the vault's root.
 */
export function checkVaultPath(typed: string): CheckedPath {
  const text = typed.trim().normalize('NFC');
  if (/^(?:\/|~(?:\/|$)|[a-z]:(?:[\\/]|$)|\\\\)/i.test(text) && text !== '/')
    return { ok: false, problem: 'outside', part: text };
  const names = text.split('/').filter((name) => name !== '' && name !== '.');
  for (const name of names) {
    if (name === '..') return { ok: false, problem: 'outside', part: text };
    const forbidden = forbiddenIn(name);
    if (forbidden !== undefined) return { ok: false, problem: 'forbidden', part: forbidden };
    if (name.startsWith('.')) return { ok: false, problem: 'hidden', part: name };
    if (RESERVED.test(name) || /[. ]$/.test(name)) return { ok: false, problem: 'reserved', part: name };
  }
  return { ok: true, path: names.join('/') };
}

/**
 * Where a path leads that is not a place for notes in the vault: out of it, or into what Obsidian hides (its own settings
 * among them); null where it is one. Whatever is written has to pass this, wherever its path came from.
 *
 * @param path - as Obsidian writes it
 */
export function leadsAstray(path: string): 'outside' | 'hidden' | null {
  const names = path.split('/');
  if (names.includes('..') || /^(?:~|[a-z]:.*)$/i.test(names[0] ?? '')) return 'outside';
  return names.some((name) => name.startsWith('.')) ? 'hidden' : null;
}

/** Makes of two spellings that most systems take for one name (letter case, composed and decomposed letters) one text. */
export function foldedPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** A character that Windows, Android or a wikilink does not allow in a name. */
const forbiddenIn = (name: string): string | undefined => /[\\:*?"<>|#^[\]\p{Cc}]/u.exec(name)?.[0];

/** Joins folder and name; the root adds nothing. */
export function joinPath(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

/** The folder a path lies in; `''` for the root. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** The folders above a path, outermost first; the root is none. */
export function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_name, index) => names.slice(0, index + 1).join('/'));
}

/** A note's name, as links to it show it: the last part of its path, without `.md`. */
export function noteName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** What a link and the note that it leads to have in common, wherever the note lies and however its name is spelled. */
export function linkName(target: string): string {
  return foldedPath(noteName(target));
}
