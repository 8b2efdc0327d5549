import type { Plugin } from 'obsidian';
import type { NoteField } from '../core/markdown/note-fields';
import type { Clock } from '../core/ports';
import type { WorkLine } from '../core/sessions/work-lines';
import type { TickedTask } from '../core/tasks/ticked';
import type { Translations } from '../i18n';
import type { SettingsStore } from '../settings/store';
import { appYaml } from './app-yaml';
import { bundledPacks, type BundledPacks } from './bundled-packs';
import { CacheSettling } from './cache-settling';
import { HandbookNoteCollector } from './collectors/handbook-notes';
import { NOTE_FIELDS } from './collectors/note-fields';
import { PASSAGE_PRINTS } from './collectors/passages';
import { TICKED_TASKS } from './collectors/ticked-tasks';
import { workLineRules } from './collectors/work-lines';
import { DeviceDatabase } from './device-database';
import type { DeviceStorage } from './device-storage';
import { HandbookNotes } from './handbook-notes';
import { createMarkLog, type MarkLog } from './mark-log';
import type { Notify } from './notify';
import { createNoteLog, type NoteLog } from './note-log';
import { createNoteSearch, type NoteSearch } from './note-search';
import { isInPack } from './pack-folders';
import { Places, type ShippedPath } from './places';
import { createReadingLog, type ReadingLog } from './reading-log';
import type { ShippedTexts } from './shipped-texts';
import { spelledAsThere } from './spelling';
import { VaultIndex } from './vault-index/vault-index';
import { VaultNotes } from './vault-notes';
import { Vectors } from './vectors';

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
  readonly tasks: NoteLog<TickedTask>;
  /** Fields in the bodies of notes (`mood:: 4`). */
  readonly fields: NoteLog<NoteField>;
  /** What the logs of ideas and experiments tell of: work and runs. */
  readonly work: NoteLog<WorkLine>;
  readonly search: NoteSearch;
  readonly marks: MarkLog;
  /** The passages of each note by their prints. */
  readonly passages: NoteLog<number>;
  readonly vectors: Vectors;
  /** Larger things that this device alone keeps. */
  readonly database: DeviceDatabase;
}

export interface VaultPartsNeeds {
  readonly plugin: Plugin;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly i18n: Translations;
  readonly notify: Notify;
  readonly device: DeviceStorage;
  readonly texts: ShippedTexts;
}

export function createVaultParts({
  plugin,
  settings,
  clock,
  i18n,
  notify,
  device,
  texts,
}: VaultPartsNeeds): VaultParts {
  const { app } = plugin;
  const packs = bundledPacks(texts, appYaml);
  const shippedPath: ShippedPath = (pack, language, id) =>
    pack === null || pack === packs.name(language) ? packs.path(language, id) : null;
  const settling = new CacheSettling(app, (paths) => {
    notify.warn(i18n.ui.common.notesNotIndexed(paths));
  });
  const database = new DeviceDatabase(device);
  plugin.register(() => {
    database.close(); // after the index, which writes once more at its end
  });
  const { version } = plugin.manifest;
  const vaultIndex = plugin.addChild(new VaultIndex(app, plugin.addChild(settling), database, version));
  const known = new HandbookNoteCollector(vaultIndex, (path) => isInPack(app.vault, path));
  const places = new Places(settings, i18n, known, shippedPath, (path) => spelledAsThere(app.vault, path));
  const stopped = (stop: () => void): void => {
    plugin.register(stop);
  };
  return {
    notes: new VaultNotes(app, vaultIndex, i18n.ui.common.notInVault),
    vaultIndex,
    places,
    handbookNotes: new HandbookNotes(known, places, shippedPath),
    packs,
    database,
    reading: createReadingLog({ plugin, vault: vaultIndex, settings, clock, places, i18n, device }),
    tasks: createNoteLog(vaultIndex, TICKED_TASKS),
    fields: createNoteLog(vaultIndex, NOTE_FIELDS),
    work: createNoteLog(vaultIndex, workLineRules(i18n)),
    search: createNoteSearch(vaultIndex, settings, stopped),
    passages: createNoteLog(vaultIndex, PASSAGE_PRINTS),
    vectors: new Vectors(database),
    marks: createMarkLog({ app, vault: vaultIndex, settings, places, device, stopped }),
  };
}
