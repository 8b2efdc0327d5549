import { getLinkpath, type App, type TFile } from 'obsidian';
import { nearestName } from '../../core/text/nearest';
import { foldedPath, linkName } from '../../core/vault/path';
import type { NoteProperties } from '../../core/progress/span';

/**
 * Properties of notes that a block's spans name, as the app has read them. A note that is not found is only called
 * missing once the app has read the whole vault.
 */
export class LinkedNotes {
  private readonly found = new Map<string, NoteProperties>();
  /** Names, without folder and in lower case, of all notes that were ever asked for. */
  private readonly names = new Set<string>();
  private settled = false;

  constructor(
    private readonly app: App,
    private readonly sourcePath: string,
  ) {}

  properties(link: string): NoteProperties {
    this.names.add(linkName(getLinkpath(link))).add(linkName(link));
    let known = this.found.get(link);
    if (!known) {
      known = this.lookUp(link);
      this.found.set(link, known);
    }
    return known;
  }

  /** Whether a note at this path is, or could be, one that was asked for: by far most changes are of other notes. */
  concerns(path: string): boolean {
    return this.names.has(linkName(path));
  }

  /** Something in the vault changed: look anew when next asked. */
  forget(): void {
    this.found.clear();
  }

  settle(): void {
    this.settled = true;
    this.forget();
  }

  /** The note that a link leads to nowhere but by its name: the app takes a `#` in that for a heading. */
  namedBy(link: string): TFile | null {
    if (this.linkedBy(link) !== null) return null;
    const wanted = foldedPath(link);
    const isNamed = ({ basename, path }: TFile): boolean =>
      foldedPath(basename) === wanted || foldedPath(path).replace(/\.md$/, '') === wanted;
    return this.app.vault.getMarkdownFiles().find(isNamed) ?? null;
  }

  private linkedBy(link: string): TFile | null {
    return this.app.metadataCache.getFirstLinkpathDest(getLinkpath(link), this.sourcePath);
  }

  private lookUp(link: string): NoteProperties {
    const file = this.linkedBy(link) ?? this.namedBy(link);
    if (file !== null && file.extension !== 'md') return { state: 'no-note' };
    const cache = file && this.app.metadataCache.getFileCache(file);
    if (file && (cache ?? this.settled)) {
      return { state: 'found', name: file.basename, values: properties(cache?.frontmatter) };
    }
    if (!this.settled) return { state: 'waiting' };
    const names = this.app.vault.getMarkdownFiles().map((note: TFile) => note.basename);
    return { state: 'missing', nearest: nearestName(link, names) };
  }
}

function properties(frontmatter: object | undefined): Readonly<Record<string, unknown>> {
  const { position: _position, ...values } = { position: null, ...frontmatter };
  return values;
}
