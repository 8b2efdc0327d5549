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

  forget(name: string): void {
    this.app.saveLocalStorage(name, null);
  }
}
