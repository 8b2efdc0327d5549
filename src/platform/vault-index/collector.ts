import type { CachedMetadata } from 'obsidian';
import type { Frontmatter } from '../../core/markdown/frontmatter';
import type { Steps } from '../../core/steps';

/** A note as far as it is known without its body. */
export interface NoteMeta {
  readonly path: string;
  readonly frontmatter: Frontmatter;
  /** What the app's cache knows of the note; null where it has not come to it (see `ahead`). */
  readonly cache: CachedMetadata | null;
  /** The text was read before the cache has: `frontmatter` is the text's own, `cache` what was known before, if anything. */
  readonly ahead: boolean;
}

/** What every collector does with what it keeps; `T` is never changed once it was handed over. */
interface Keeper<T> {
  set(path: string, kept: T): void;
  remove(path: string): void;
  /** The note moved; it is looked at under its new path besides, since a path may say something. */
  rename(from: string, to: string): void;
  /** Everything up to now is in: the moment to tell of changes, together. */
  tell(): void;
}

/** Gathers what metadata alone can say. Current with each event of the app; walks the vault when it is first asked. */
export interface MetadataCollector<T> extends Keeper<T> {
  readonly from: 'metadata';
  /** What to keep of a note; null where it has no part in this. */
  keep(note: NoteMeta): T | null;
}

/** Gathers what stands in bodies. A body is read once a change, for all collectors together, in slices. */
export interface BodyCollector<T> extends Keeper<T> {
  readonly from: 'body';
  /** Whether the note's body can matter, by what is known without it. */
  matters(note: NoteMeta): boolean;
  /** What to keep of a note that matters; null where there is nothing in it after all. In steps, since a note may be long. */
  keep(note: NoteMeta, text: string): Steps<T | null>;
  /** What `keep` goes by beside the note itself (settings, say), as a text to be compared. */
  depends?(): string;
  /** A walk begins: what was remembered of settings may be old. */
  begin?(): void;
  /**
   * After a batch: which notes matter by now though they did not when they were looked at, since others came, went or
   * moved; null where none can.
   * @param moved - paths at which notes came, went or moved, so that links may lead elsewhere
   */
  further?(moved: ReadonlySet<string>): ((note: NoteMeta) => boolean) | null;
  /** A body that matters could not be read (a note that is still in the cloud, say); what was kept of it stays. */
  unreadable?(path: string): void;
  /** How what is kept stays on the device, so that the next start need not read it; left out, it does not. */
  readonly stored?: StoredForm<T>;
}

/** Rooms of the store on the device, one for each collector that keeps things there. */
export type StoredRoom = 'reading' | 'ticked-tasks' | 'fields' | 'texts' | 'passages' | 'marks' | 'work';

/** What is kept as plain data (JSON), for the store on the device. */
export interface StoredForm<T> {
  /** Names the collector's room in the store. */
  readonly room: StoredRoom;
  /** Goes up when the form changes. */
  readonly version: number;
  pack(kept: T): unknown;
  /** Null where it is no such data: a store may be damaged, or another's. */
  unpack(packed: unknown, path: string): T | null;
}

/** Says which notes matter and what to keep of each; how they are found, read and followed is the index's. */
export type Collector<T> = MetadataCollector<T> | BodyCollector<T>;
