import { readQuery, type Query } from '../core/search/query';
import type { Found } from '../core/search/scorer';
import type { SettingsStore } from '../settings/store';
import { SEARCH_SETTINGS, TextCollector } from './collectors/texts';
import type { VaultIndex } from './vault-index/vault-index';

/** What was left out of an answer. */
export interface LeftOut {
  /** Private lines, those that belong to them included. */
  readonly lines: number;
  /** Notes that may not be found at all: private, handed in, excluded. */
  readonly notes: number;
}

/** Every word of the vault that may be found. Costs nothing until it is first asked; from then on it is kept current. */
export interface NoteSearch {
  /** Whether `ready` has resolved before and nothing has been waiting to be read since. */
  readonly isReady: boolean;
  /** Notes that are known. */
  readonly notes: number;
  /** Whether a note is one of them. */
  has(path: string): boolean;
  /** Resolves once the metadata cache has settled and every note that may be found has been read. The first call begins it. */
  ready(): Promise<void>;
  /** `ready`, and every change made to the vault up to now is in. */
  flush(): Promise<void>;
  /** The passages that answer a text best, the best first. */
  find(text: string, limit: number): { readonly query: Query; readonly found: readonly Found[] };
  leftOut(): LeftOut;
  /** Calls back after each batch of changes, and now and then while the vault is first read; answers how to stop. */
  subscribe(callback: () => void): () => void;
}

export function createNoteSearch(
  vault: VaultIndex,
  settings: SettingsStore,
  stopped: (stop: () => void) => void,
): NoteSearch {
  const collector = new TextCollector(settings);
  const bodies = vault.addBody(collector);
  const { index } = collector;
  let isBegun = false;
  stopped(
    settings.subscribe((keys) => {
      if (isBegun && SEARCH_SETTINGS.some((key) => keys.has(key))) bodies.walk();
    }),
  );
  return {
    get isReady() {
      return bodies.isReady;
    },
    get notes() {
      return index.size;
    },
    has: (path) => index.has(path),
    ready: () => {
      isBegun = true;
      return bodies.ready();
    },
    flush: () => {
      isBegun = true;
      return bodies.flush();
    },
    find: (text, limit) => {
      const query = readQuery(text, index);
      return { query, found: index.find(query, limit) };
    },
    leftOut: () => {
      let notes = 0;
      for (const note of vault.known()) if (!collector.matters(note)) notes += 1;
      return { lines: index.hidden, notes };
    },
    subscribe: (callback) => collector.subscribe(callback),
  };
}
