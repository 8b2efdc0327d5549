import type { App } from 'obsidian';

/** What the app has for it, though it is in no documentation: so it may be missing some day. */
interface WithSettings {
  readonly setting?: { open?(): void; openTabById?(id: string): unknown };
}

/** Opens the app's settings at a plugin's tab; false where the app has no way there. */
export function openSettingsTab(app: App, id: string): boolean {
  const { setting } = app as App & WithSettings;
  if (setting?.open === undefined || setting.openTabById === undefined) return false;
  setting.open();
  setting.openTabById(id);
  return true;
}
