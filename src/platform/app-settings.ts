import type { App } from 'obsidian';

/** What the app has for it, though it is in no documentation: so it may be missing some day. */
interface WithSettings {
  readonly setting?: { open?(): void; openTabById?(id: string): unknown };
}

/**
 * Opens the app's settings at a plugin's tab, and there leads to one setting; false where the app has no way there.
 *
 * @param name - of the setting, as the tab shows it
 */
export function openSetting(app: App, id: string, name: string): boolean {
  const { setting } = app as App & WithSettings;
  if (setting?.open === undefined || setting.openTabById === undefined) return false;
  setting.open();
  setting.openTabById(id);
  // Drawn by then, and laid out.
  window.requestAnimationFrame(() => {
    const names = [...activeDocument.querySelectorAll('.setting-item-name')];
    const item = names.find((one) => one.textContent === name)?.closest<HTMLElement>('.setting-item');
    item?.scrollIntoView({ block: 'center' });
    item?.addClass('rh-flash');
    item?.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true });
  });
  return true;
}
