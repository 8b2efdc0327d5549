import { registries, theApp } from '../registries';
import { Modal } from './modal';

/** Opens the app's settings at a plugin's tab. */
export async function openSettings(id: string): Promise<void> {
  const plugin = registries.plugins.get(id);
  if (plugin === undefined) throw new Error(`${id} is not loaded`);
  const modal = new Modal(theApp());
  modal.modalEl.addClass('mod-settings');
  modal.setTitle(plugin.manifest.name);
  modal.open();
  for (const tab of plugin.settingTabs) {
    modal.contentEl.append(tab.containerEl);
    tab.show();
  }
  modal.setCloseCallback(() => {
    for (const tab of plugin.settingTabs) tab.hide();
  });
  return Promise.resolve();
}
