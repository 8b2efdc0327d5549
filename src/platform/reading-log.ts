import type { Plugin } from 'obsidian';
import type { Clock } from '../core/ports';
import type { ReadingChange, ReadingIndexView } from '../core/reading/types';
import type { WrittenLine } from '../core/reading/written-lines';
import type { Translations } from '../i18n';
import type { SettingsStore } from '../settings/store';
import { ReadingCollector } from './collectors/reading';
import { READING_SETTINGS } from './collectors/reading-candidates';
import type { DeviceStorage } from './device-storage';
import type { Places } from './places';
import type { VaultIndex } from './vault-index/vault-index';
import { WrittenLines } from './written-lines';

/** What the log needs from the rest of the plugin. */
export interface ReadingLogParts {
  readonly plugin: Plugin;
  readonly vault: VaultIndex;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly places: Places;
  readonly i18n: Translations;
  readonly device: DeviceStorage;
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
  /**
   * Says that this device is about to write lines into logs, which it remembers. Once they have arrived, those that are gone
   * are told of as a problem.
   */
  expect(lines: readonly WrittenLine[]): void;
  /** Lines that were expected are written; resolves once they are in the index. */
  arrived(lines: readonly WrittenLine[]): Promise<void>;
  forget(line: WrittenLine): void;
  /** Those that arrived and are gone, though their source is there. */
  gone(): readonly WrittenLine[];
  /** Calls back after each batch of changes; answers how to stop. */
  subscribe(callback: (change: ReadingChange) => void): () => void;
}

/** The reading log, current from the moment the vault is listed until the plugin unloads. */
export function createReadingLog(parts: ReadingLogParts): ReadingLog {
  const { plugin, vault, settings, clock, places, i18n, device } = parts;
  const written = new WrittenLines(device);
  const collector = new ReadingCollector({ app: plugin.app, settings, clock, places, i18n, written });
  const bodies = vault.addBody(collector);
  bodies.walk();
  plugin.register(
    settings.subscribe((keys) => {
      if (READING_SETTINGS.some((key) => keys.has(key))) bodies.walk();
    }),
  );
  plugin.register(
    places.subscribe(() => {
      bodies.walk(); // the map note says where templates lie
    }),
  );
  plugin.register(() => {
    collector.changes.clear();
  });
  return {
    index: collector.index,
    get isReady() {
      return bodies.isReady;
    },
    ready: () => bodies.ready(),
    flush: () => bodies.flush(),
    expect: (lines) => {
      written.expect(lines);
    },
    arrived: async (lines) => {
      await bodies.flush();
      written.arrived(lines);
      collector.changes.tellOfProblems();
    },
    forget: (line) => {
      written.forget(line);
      collector.changes.tellOfProblems();
    },
    gone: () => collector.index.gone(written.all()),
    subscribe: (callback) => collector.subscribe(callback),
  };
}
