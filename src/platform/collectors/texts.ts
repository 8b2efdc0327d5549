import { readFrontmatter } from '../../core/markdown/frontmatter';
import { mayBePrivateNote } from '../../core/private/private-note';
import { tagsOf } from '../../core/reading/source';
import { passagesOf } from '../../core/search/passages';
import { postingsOf, type Postings } from '../../core/search/postings';
import { SearchIndex } from '../../core/search/search-index';
import { isSearchable, noteTitles, readExcluded, type Excluded } from '../../core/search/searchable';
import { packPostings, STORED_POSTINGS_VERSION, unpackPostings } from '../../core/search/stored-postings';
import { Vocabulary } from '../../core/search/vocabulary';
import type { Steps } from '../../core/steps';
import type { SettingKey } from '../../settings/schema';
import type { SettingsStore } from '../../settings/store';
import { appYaml } from '../app-yaml';
import type { BodyCollector, NoteMeta, StoredForm } from '../vault-index/collector';
import { inlineTags, isBroken } from '../vault-index/note-meta';

/** Settings that say which notes may be found. */
export const SEARCH_SETTINGS: readonly SettingKey[] = ['searchExcludedFolders', 'searchExcludedTags'];

/** The words of every note that may be found. */
export class TextCollector implements BodyCollector<Postings> {
  readonly from = 'body';
  private readonly vocabulary = new Vocabulary();
  readonly index = new SearchIndex(this.vocabulary);
  readonly stored: StoredForm<Postings> = {
    room: 'texts',
    version: STORED_POSTINGS_VERSION,
    pack: (postings) => packPostings(postings, this.vocabulary),
    unpack: (packed) => unpackPostings(packed, this.vocabulary),
  };
  private excluded: Excluded | null = null;
  private readonly listeners = new Set<() => void>();
  /** Goes up whenever something else is known of a note. */
  changes = 0;
  private told = 0;

  constructor(private readonly settings: SettingsStore) {}

  begin(): void {
    this.excluded = null; // settings may be others now
  }

  depends(): string {
    return JSON.stringify(SEARCH_SETTINGS.map((key) => this.settings.values[key]));
  }

  matters(note: NoteMeta): boolean {
    const { searchExcludedFolders, searchExcludedTags } = this.settings.values;
    this.excluded ??= readExcluded(searchExcludedFolders, searchExcludedTags);
    const tags = [...tagsOf(note.frontmatter), ...inlineTags(note)];
    return isSearchable(note.path, note.frontmatter, tags, this.excluded);
  }

  *keep(note: NoteMeta, text: string): Steps<Postings | null> {
    if ((note.ahead || isBroken(note)) && !readFrontmatter(text, appYaml).ok && mayBePrivateNote(text)) return null;
    const { passages, hidden } = yield* passagesOf(text);
    return yield* postingsOf({ titles: noteTitles(note.path, note.frontmatter), passages, hidden }, this.vocabulary);
  }

  set(path: string, postings: Postings): void {
    this.index.set(path, postings);
    this.changed();
  }

  remove(path: string): void {
    this.index.remove(path);
    this.changed();
  }

  rename(from: string, to: string): void {
    this.index.rename(from, to);
    this.changed();
  }

  tell(): void {
    if (this.told === this.changes) return;
    this.told = this.changes;
    for (const listener of [...this.listeners]) listener();
  }

  /** Calls back after each batch of changes, and while many notes are read now and then; answers how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private changed(): void {
    this.changes += 1;
    if (this.changes % CHANGES_A_CALL === 0) this.tell();
  }
}

const CHANGES_A_CALL = 100;
