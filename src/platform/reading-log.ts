import type { Plugin } from 'obsidian';
import type { Clock } from '../core/ports';
import type { ReadingChange, ReadingIndexView } from '../core/reading/types';
import type { Translations } from '../i18n';
import type { SettingsStore } from '../settings/store';
import type { Places } from './places';
import type { VaultNotes } from './vault-notes';

/** What the index needs from the rest of the plugin. */
export interface ReadingLogParts {
  readonly plugin: Plugin;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly notes: VaultNotes;
  readonly places: Places;
  readonly i18n: Translations;
}

/** The reading index kept current from the vault's events. */
export interface ReadingLog {
  readonly index: ReadingIndexView;
  /** Whether `ready` has resolved before and nothing has been waiting to be read since. */
  readonly isReady: boolean;
  /** Resolves once the metadata cache has settled and every candidate note has been read. */
  ready(): Promise<void>;
  /** `ready`, and every change made to the vault up to now is in the index. */
  flush(): Promise<void>;
  /** Calls back after each batch of changes; answers how to stop. */
  subscribe(callback: (change: ReadingChange) => void): () => void;
}
