import { destinationOf, rewriteLinks } from '../markdown/links';
import type { PackHistory } from './history';
import type { Pack } from './pack';
import { noteName } from '../vault/path';

/** Finds the id of the note that a link in the pack's text leads to; null where it leads to none. */
export type LinkTarget = (linkPath: string) => string | null;

/**
 * Links inside a pack, by path or by name, today's or a former one (an earlier version's text links to where notes lay
 * then).
 */
export function linkTargets(pack: Pack, history: PackHistory): LinkTarget {
  const ids = new Map<string, string>();
  const learn = (path: string, id: string): void => {
    for (const name of [path.replace(/\.md$/i, ''), noteName(path)]) {
      const key = name.toLowerCase();
      if (!ids.has(key)) ids.set(key, id);
    }
  };
  for (const note of pack.notes) learn(note.path, note.id);
  for (const note of pack.notes) for (const path of history.formerPaths(note)) learn(path, note.id);
  return (linkPath) => ids.get(linkPath.replace(/\.md$/i, '').toLowerCase()) ?? null;
}

/**
 * Writes the links of a pack's text so that they resolve in a vault. `linkTo` answers a note's link path there; a link
 * to a note that is not in the vault stays as shipped.
 */
export function linksForVault(text: string, target: LinkTarget, linkTo: (id: string) => string | null): string {
  return rewriteLinks(text, (link) => {
    if (link.external || link.path === '') return null;
    const id = target(link.path);
    const path = id === null ? null : linkTo(id);
    return path === null ? null : destinationOf(link, `${path}.md`);
  });
}
