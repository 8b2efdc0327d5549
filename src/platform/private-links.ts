import type { App } from 'obsidian';
import { isPrivateNote } from '../core/private/private-note';

/** Tells of links in a note, by their paths, whether they lead to one that is private as a whole, and not named. */
export function leadsToPrivate({ metadataCache }: App, from: string): (link: string) => boolean {
  return (link) => {
    const file = metadataCache.getFirstLinkpathDest(link, from);
    return file !== null && isPrivateNote(metadataCache.getFileCache(file)?.frontmatter);
  };
}
