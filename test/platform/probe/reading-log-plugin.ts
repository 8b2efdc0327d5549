// A plugin of nothing but the reading log, the tasks, the passages and the store of notes, so that a test can ask them without a view in between.
import { Plugin, getLanguage, type TFile } from 'obsidian';
import { translations } from '../../../src/i18n';
import { systemClock } from '../../../src/platform/clock';
import { CacheSettling } from '../../../src/platform/cache-settling';
import { HandbookNoteCollector } from '../../../src/platform/collectors/handbook-notes';
import { DeviceDatabase } from '../../../src/platform/device-database';
import { DeviceStorage } from '../../../src/platform/device-storage';
import { Places } from '../../../src/platform/places';
import { createReadingLog, type ReadingLog } from '../../../src/platform/reading-log';
import { spelledAsThere } from '../../../src/platform/spelling';
import { PASSAGE_PRINTS } from '../../../src/platform/collectors/passages';
import { TICKED_TASKS } from '../../../src/platform/collectors/ticked-tasks';
import { createNoteLog, type NoteLog } from '../../../src/platform/note-log';
import type { TickedTask } from '../../../src/core/tasks/ticked';
import { VaultIndex } from '../../../src/platform/vault-index/vault-index';
import { VaultNotes } from '../../../src/platform/vault-notes';
import { settingsFile } from '../../../src/platform/settings-file';
import { SettingsStore } from '../../../src/settings/store';

export default class ReadingLogProbe extends Plugin {
  vaultIndex!: VaultIndex;
  database!: DeviceDatabase;
  reading!: ReadingLog;
  tasks!: NoteLog<TickedTask>;
  passages!: NoteLog<number>;
  notes!: VaultNotes;
  store!: SettingsStore;
  /** Whether the layout was ready when the notes, asked while the plugin loaded, had settled. */
  settledWithLayout: boolean | null = null;
  /** Notes that the cache was not waited for any longer. */
  readonly givenUp: string[] = [];
  /** Paths whose bodies were read, in order. */
  readonly reads: string[] = [];
  /** Days and sources of each change that was told. */
  readonly told: string[][] = [];

  override async onload(): Promise<void> {
    const { vault } = this.app;
    const read = vault.cachedRead.bind(vault);
    vault.cachedRead = (file: TFile) => {
      this.reads.push(file.path);
      return read(file);
    };
    this.store = new SettingsStore(settingsFile(this));
    await this.store.load();
    const i18n = translations(getLanguage());
    const settling = new CacheSettling(this.app, (paths) => this.givenUp.push(...paths));
    const device = new DeviceStorage(this.app);
    this.database = new DeviceDatabase(device);
    const { database } = this;
    this.register(() => {
      database.close();
    });
    this.vaultIndex = this.addChild(new VaultIndex(this.app, this.addChild(settling), database, this.manifest.version));
    const { vaultIndex } = this;
    const places = new Places(
      this.store,
      i18n,
      new HandbookNoteCollector(vaultIndex, () => false),
      () => null,
      (path) => spelledAsThere(this.app.vault, path),
    );
    this.notes = new VaultNotes(this.app, vaultIndex, i18n.ui.common.notInVault);
    void this.notes.settled().then(() => (this.settledWithLayout = this.app.workspace.layoutReady));
    this.reading = createReadingLog({
      plugin: this,
      vault: vaultIndex,
      settings: this.store,
      clock: systemClock(),
      places,
      i18n,
      device,
    });
    this.tasks = createNoteLog(vaultIndex, TICKED_TASKS);
    this.passages = createNoteLog(vaultIndex, PASSAGE_PRINTS);
    this.reading.subscribe(({ dates, sources }) => this.told.push([...dates, ...sources].sort()));
  }
}
