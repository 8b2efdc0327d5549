import { readSettings, type ReadSettings } from './read';
import type { SettingKey, Settings } from './schema';

/** Reads and writes `data.json`; handed in, so that this folder knows no Obsidian. */
export interface SettingsFile {
  /** @throws where the file is no JSON (truncated by a sync, say). */
  load(): Promise<unknown>;
  save(data: Record<string, unknown>): Promise<void>;
  /**
   * Keeps a copy of the file as it is now; answers where, or null where there is nothing in it to keep.
   *
   * @throws where the copy cannot be written
   */
  keepCopy(): Promise<string | null>;
}

/** What became of an unreadable file when a setting was to be saved: it was kept as a copy, or nothing could be saved. */
export type Rescue = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly message: string };

/** The student's settings: loaded once, written only when the student changes one. */
export class SettingsStore {
  private state: ReadSettings = readSettings(null);
  private broken = false;
  private readonly listeners = new Set<(keys: ReadonlySet<SettingKey>) => void>();
  private readonly rescueListeners = new Set<(rescue: Rescue) => void>();

  constructor(private readonly file: SettingsFile) {}

  get values(): Readonly<Settings> {
    return this.state.settings;
  }

  /** Keys whose stored value could not be used, for the diagnostics. */
  get unreadable(): readonly SettingKey[] {
    return this.state.unreadable;
  }

  /** Whether the file could not be read at all; it stays as it is until a setting is changed, and a copy after that. */
  get unreadableFile(): boolean {
    return this.broken;
  }

  async load(): Promise<void> {
    await this.takeOver();
  }

  /**
   * Another device's settings came in. They win key by key; what they lack (an older version wrote them) or what cannot be
   * read of them stays as it is here.
   */
  async reload(): Promise<void> {
    const before = this.state;
    await this.takeOver();
    if (this.state === before) return; // the file could not be read
    const { settings, used, kept, version } = this.state;
    const changed = new Set<SettingKey>();
    for (const key of Object.keys(settings) as SettingKey[]) {
      if (!used.includes(key)) Object.assign(settings, { [key]: before.settings[key] });
      if (before.settings[key] !== settings[key]) changed.add(key);
    }
    const known = new Set<string>(used);
    const mine = Object.entries(before.kept).filter(([key]) => !known.has(key));
    this.state = {
      ...this.state,
      kept: { ...Object.fromEntries(mine), ...kept },
      unreadable: [...new Set([...before.unreadable, ...this.state.unreadable])].filter((key) => !known.has(key)),
      version: Math.max(before.version, version),
    };
    if (changed.size > 0) this.tell(changed);
  }

  /** Saves a setting. Where the file could not be read, a copy of it is kept first; without that nothing is saved. */
  async set<K extends SettingKey>(key: K, value: Settings[K]): Promise<void> {
    if (this.broken && !(await this.rescue())) return;
    this.state.settings[key] = value;
    const { [key]: _replaced, ...kept } = this.state.kept;
    this.state = { ...this.state, kept, unreadable: this.state.unreadable.filter((name) => name !== key) };
    await this.file.save({ ...kept, ...this.known(), settingsVersion: this.state.version });
    this.broken = false;
    this.tell(new Set([key]));
  }

  /** Calls back with the changed keys; answers how to stop. */
  subscribe(listener: (keys: ReadonlySet<SettingKey>) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls back when an unreadable file was kept as a copy, or could not be; answers how to stop. */
  onRescue(listener: (rescue: Rescue) => void): () => void {
    this.rescueListeners.add(listener);
    return () => this.rescueListeners.delete(listener);
  }

  /** Keeps the unreadable file before it is replaced; answers whether it may be. */
  private async rescue(): Promise<boolean> {
    let rescue: Rescue | null;
    try {
      const path = await this.file.keepCopy();
      rescue = path === null ? null : { ok: true, path };
    } catch (error) {
      rescue = { ok: false, message: error instanceof Error ? error.message : String(error) };
    }
    if (rescue !== null) for (const listener of [...this.rescueListeners]) listener(rescue);
    return rescue?.ok !== false;
  }

  /** Values to store: ours, but not where an unreadable one is kept for the version that can read it. */
  private known(): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(this.state.settings).filter(([key]) => !this.state.unreadable.includes(key as SettingKey)),
    );
  }

  private async takeOver(): Promise<void> {
    try {
      const stored = await this.file.load();
      this.state = readSettings(stored);
      // JSON of another kind (a list, say) holds no settings, but it is somebody's.
      this.broken = stored !== null && stored !== undefined && (typeof stored !== 'object' || Array.isArray(stored));
    } catch {
      this.broken = true;
    }
  }

  private tell(keys: ReadonlySet<SettingKey>): void {
    // One may end another: what was drawn before from a setting, say, when the block is drawn anew.
    for (const listener of [...this.listeners]) if (this.listeners.has(listener)) listener(keys);
  }
}
