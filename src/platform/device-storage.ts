import type { App } from 'obsidian';

/**
 * Small things that this device alone remembers of this vault, as JSON values by a name. They are not synced, may be
 * cleared by the app or the system at any time, and another version of the plugin may have written them: whoever reads
 * one checks what it is.
 */
export class DeviceStorage {
  constructor(private readonly app: App) {}

  /** What was kept under the name, or null. */
  read(name: string): unknown {
    return this.app.loadLocalStorage(name) as unknown;
  }

  /** Keeps a value in place of the one before. Throws where the device has no room left. */
  keep(name: string, value: unknown): void {
    this.app.saveLocalStorage(name, value);
  }

  /** A secret that the student gave the app under that id; other plugins can read it, too. Null where there is none. */
  secret(id: string): string | null {
    try {
      return this.app.secretStorage.getSecret(id);
    } catch {
      return null; // no id that the app takes
    }
  }

  forget(name: string): void {
    this.app.saveLocalStorage(name, null);
  }
}
