// Links rewritten when what they mean is renamed: the destination changes, display text and heading parts stay.
import type { MetadataCache } from '../metadata/cache';
import type { TFile } from './files';
import type { Vault } from './vault';

interface Link {
  readonly start: number;
  readonly end: number;
  readonly original: string;
  readonly target: TFile;
  /** `#heading` or `#^block`, or nothing. */
  readonly subpath: string;
}

export interface LinksOfNote {
  readonly note: TFile;
  /** From the last to the first, so that offsets stay true while they are replaced. */
  readonly links: readonly Link[];
}

export function linksTo(moved: readonly TFile[], vault: Vault, metadata: MetadataCache): LinksOfNote[] {
  const out: LinksOfNote[] = [];
  for (const note of vault.getMarkdownFiles()) {
    const cache = metadata.getFileCache(note);
    const links: Link[] = [];
    for (const { link, original, position } of [...(cache?.links ?? []), ...(cache?.embeds ?? [])]) {
      const hash = link.indexOf('#');
      const path = hash === -1 ? link : link.slice(0, hash);
      const target = path === '' ? null : metadata.getFirstLinkpathDest(path, note.path);
      if (target === null || !moved.includes(target)) continue;
      links.push({
        start: position.start.offset,
        end: position.end.offset,
        original,
        target,
        subpath: hash === -1 ? '' : link.slice(hash),
      });
    }
    if (links.length > 0) out.push({ note, links: links.sort((a, b) => b.start - a.start) });
  }
  return out;
}

export async function rewriteLinks({ note, links }: LinksOfNote, vault: Vault, metadata: MetadataCache): Promise<void> {
  await vault.process(note, (text) => {
    let out = text;
    for (const link of links) {
      if (out.slice(link.start, link.end) !== link.original) continue; // the note changed since it was indexed
      out = out.slice(0, link.start) + rewritten(link, note, metadata) + out.slice(link.end);
    }
    return out;
  });
}

function rewritten(link: Link, note: TFile, metadata: MetadataCache): string {
  const wiki = /^(!?\[\[)[^\]|]*?(\\?\|[^\]]*)?(\]\])$/.exec(link.original);
  if (wiki !== null) {
    const target = metadata.fileToLinktext(link.target, note.path) + link.subpath;
    return `${wiki[1] ?? ''}${target}${wiki[2] ?? ''}${wiki[3] ?? ''}`;
  }
  const destination = encodeURI(link.target.path) + link.subpath.replace(/ /g, '%20');
  return link.original.replace(/\]\([^)]*\)$/, `](${destination})`);
}
