import { readSettings, type ReadSettings } from './read';
import type { SettingKey, Settings } from './schema';

/** Reads and writes `data.json`; handed in, so that this folder knows no Obsidian. */
export interface SettingsFile {
  /** @throws where the file is no JSON (truncated by a sync, say). */
  load(): Promise<unknown>;
  save(data: Record<string, unknown>): Promise<void>;
}

/** The student's settings: loaded once, written only when the student changes one. */
export class SettingsStore {
  private state: ReadSettings = readSettings(null);
  private broken = false;
  private readonly listeners = new Set<(keys: ReadonlySet<SettingKey>) => void>();

  constructor(private readonly file: SettingsFile) {}

  get values(): Readonly<Settings> {
    return this.state.settings;
  }

  /** Keys whose stored value could not be used, for the diagnostics. */
  get unreadable(): readonly SettingKey[] {
    return this.state.unreadable;
  }

  /** Whether the file could not be read at all; it stays as it is until the student changes a setting. */
  get unreadableFile(): boolean {
    return this.broken;
  }

  async load(): Promise<void> {
    await this.takeOver();
  }

  /** Another device's settings came in: they win, except where they cannot be read. */
  async reload(): Promise<void> {
    const before = this.state.settings;
    await this.takeOver();
    const changed = new Set<SettingKey>();
    for (const key of Object.keys(before) as SettingKey[]) {
      if (this.state.unreadable.includes(key)) Object.assign(this.state.settings, { [key]: before[key] });
      if (before[key] !== this.state.settings[key]) changed.add(key);
    }
    if (changed.size > 0) this.tell(changed);
  }

  async set<K extends SettingKey>(key: K, value: Settings[K]): Promise<void> {
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

  /** Values to store: ours, but not where an unreadable one is kept for the version that can read it. */
  private known(): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(this.state.settings).filter(([key]) => !this.state.unreadable.includes(key as SettingKey)),
    );
  }

  private async takeOver(): Promise<void> {
    try {
      const next = readSettings(await this.file.load());
      this.state = next;
      this.broken = false;
    } catch {
      this.broken = true;
    }
  }

  private tell(keys: ReadonlySet<SettingKey>): void {
    for (const listener of [...this.listeners]) listener(keys);
  }
}
