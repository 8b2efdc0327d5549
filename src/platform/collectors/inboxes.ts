import { noteKind } from '../../core/vault/note-kind';
import type { VaultIndex } from '../vault-index/vault-index';
import { NoteList } from './note-list';

/** The notes that alerts go into, wherever they lie: two devices may have made one each. */
export class Inboxes extends NoteList<{ readonly path: string }> {
  constructor(vault: VaultIndex) {
    super(vault, (path, frontmatter) => (noteKind(frontmatter) === 'inbox' ? { path } : null));
  }

  /** The one that counts first: the shortest path, then alphabetical. */
  paths(): readonly string[] {
    return this.all()
      .map(({ path }) => path)
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  }
}
