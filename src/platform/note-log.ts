import type { Steps } from '../core/steps';
import type { BodyCollector, NoteMeta, StoredForm } from './vault-index/collector';
import type { VaultIndex } from './vault-index/vault-index';

/** Things of one kind in the vault, by note. Costs nothing until it is first asked; from then on it is kept current. */
export interface NoteLog<T> {
  readonly notes: ReadonlyMap<string, readonly T[]>;
  /** Notes that could not be read (still in the cloud, say). */
  readonly unread: ReadonlySet<string>;
  /** Whether `ready` has resolved before and nothing has been waiting to be read since. */
  readonly isReady: boolean;
  /** Resolves once the metadata cache has settled and every note that matters has been read. */
  ready(): Promise<void>;
  /** `ready`, and every change made to the vault up to now is in. */
  flush(): Promise<void>;
  /** Calls back after each batch of changes; answers how to stop. */
  subscribe(callback: () => void): () => void;
}

/** Which notes may hold some, what one holds, and how that stays on the device. */
export interface NoteLogRules<T> {
  matters(note: NoteMeta): boolean;
  read(text: string): Steps<readonly T[]>;
  readonly stored: StoredForm<readonly T[]>;
}

export function createNoteLog<T>(vault: VaultIndex, rules: NoteLogRules<T>): NoteLog<T> {
  const collector = new NoteLogCollector(rules);
  const bodies = vault.addBody(collector);
  return {
    notes: collector.notes,
    unread: collector.unread,
    get isReady() {
      return bodies.isReady;
    },
    ready: () => bodies.ready(),
    flush: () => bodies.flush(),
    subscribe: (callback) => collector.subscribe(callback),
  };
}

class NoteLogCollector<T> implements BodyCollector<readonly T[]> {
  readonly from = 'body';
  readonly stored: StoredForm<readonly T[]>;
  readonly notes = new Map<string, readonly T[]>();
  readonly unread = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private isOther = false;

  constructor(private readonly rules: NoteLogRules<T>) {
    this.stored = rules.stored;
  }

  matters(note: NoteMeta): boolean {
    return this.rules.matters(note);
  }

  *keep(_note: NoteMeta, text: string): Steps<readonly T[] | null> {
    const found = yield* this.rules.read(text);
    return found.length === 0 ? null : found;
  }

  set(path: string, found: readonly T[]): void {
    this.unread.delete(path);
    this.notes.set(path, found);
    this.isOther = true; // though it may be the same: the note's tags, say, are not
  }

  remove(path: string): void {
    const known = [this.notes.delete(path), this.unread.delete(path)];
    if (known.includes(true)) this.isOther = true;
  }

  rename(from: string, to: string): void {
    const found = this.notes.get(from);
    this.remove(from);
    if (found !== undefined) this.set(to, found);
  }

  unreadable(path: string): void {
    if (this.unread.has(path)) return;
    this.unread.add(path);
    this.isOther = true;
  }

  tell(): void {
    if (!this.isOther) return;
    this.isOther = false;
    for (const listener of [...this.listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Stores rows of so many columns one behind the other. @param unpackRow - null for what is no such row */
export function rowsStored<T>(
  room: StoredForm<T>['room'],
  version: number,
  columns: number,
  packRow: (row: T) => readonly unknown[],
  unpackRow: (row: readonly unknown[]) => T | null,
): StoredForm<readonly T[]> {
  return {
    room,
    version,
    pack: (rows) => rows.flatMap(packRow),
    unpack: (packed) => {
      if (!Array.isArray(packed) || packed.length === 0 || packed.length % columns !== 0) return null;
      const rows: T[] = [];
      for (let at = 0; at < packed.length; at += columns) {
        const row = unpackRow(packed.slice(at, at + columns) as readonly unknown[]);
        if (row === null) return null;
        rows.push(row);
      }
      return rows;
    },
  };
}
