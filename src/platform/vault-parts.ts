import type { Plugin } from 'obsidian';
import type { Clock } from '../core/ports';
import type { Translations } from '../i18n';
import type { SettingsStore } from '../settings/store';
import { appYaml } from './app-yaml';
import { bundledPacks, type BundledPacks } from './bundled-packs';
import { CacheSettling } from './cache-settling';
import { HandbookNoteCollector } from './collectors/handbook-notes';
import { HandbookNotes } from './handbook-notes';
import type { Notify } from './notify';
import { Places, type ShippedPath } from './places';
import { createReadingLog, type ReadingLog } from './reading-log';
import { VaultIndex } from './vault-index/vault-index';
import { VaultNotes } from './vault-notes';

/** What is known of the vault, and the way to write to it. */
export interface VaultParts {
  readonly notes: VaultNotes;
  /** The one index of the vault, for collectors. */
  readonly vaultIndex: VaultIndex;
  /** Folders and content language: settings first, then the map note, then the language's defaults. */
  readonly places: Places;
  /** The one look-up of the handbook's notes by what they are. */
  readonly handbookNotes: HandbookNotes;
  /** The packs that the plugin brings. */
  readonly packs: BundledPacks;
  readonly reading: ReadingLog;
}

export interface VaultPartsNeeds {
  readonly plugin: Plugin;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly i18n: Translations;
  readonly notify: Notify;
}

export function createVaultParts({ plugin, settings, clock, i18n, notify }: VaultPartsNeeds): VaultParts {
  const { app } = plugin;
  const packs = bundledPacks(appYaml);
  const shippedPath: ShippedPath = (language, id) => packs.path(language, id);
  const settling = new CacheSettling(app, (paths) => {
    notify.warn(i18n.ui.common.notesNotIndexed(paths));
  });
  const vaultIndex = plugin.addChild(new VaultIndex(app, plugin.addChild(settling)));
  const known = new HandbookNoteCollector(vaultIndex);
  const places = new Places(settings, i18n, known, shippedPath);
  return {
    notes: new VaultNotes(app, vaultIndex),
    vaultIndex,
    places,
    handbookNotes: new HandbookNotes(known, places, shippedPath),
    packs,
    reading: createReadingLog({ plugin, vault: vaultIndex, settings, clock, places, i18n }),
  };
}
