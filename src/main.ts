import { Plugin, getLanguage } from 'obsidian';
import shipped from 'virtual:shipped-texts';
import type { ResearchHandbookApi } from './features/api';
import type { Context } from './features/context';
import { registerFeatures, type Features } from './features/registry';
import { translations } from './i18n';
import { appYaml } from './platform/app-yaml';
import { CliRegistry } from './platform/cli';
import { systemClock } from './platform/clock';
import { CodeBlocks } from './platform/code-blocks';
import { DeviceStorage } from './platform/device-storage';
import { Dialogs } from './platform/dialogs';
import { Networks } from './platform/network';
import { Notify } from './platform/notify';
import { Scheduler } from './platform/scheduler';
import { settingsFile } from './platform/settings-file';
import { readShippedTexts, type ShippedTexts } from './platform/shipped-texts';
import { createVaultParts } from './platform/vault-parts';
import { SettingsStore } from './settings/store';
import { lineFlash } from './ui/line-flash';

export default class ResearchHandbookPlugin extends Plugin {
  /** Null until the plugin has loaded. */
  private features: Features | null = null;

  private readonly store = new SettingsStore(settingsFile(this));

  /** What other plugins and scripts may call; null until the plugin has loaded. */
  get api(): ResearchHandbookApi | null {
    return this.features?.api ?? null;
  }

  override async onload(): Promise<void> {
    const unloading = new AbortController();
    this.register(() => {
      unloading.abort();
    });
    const device = new DeviceStorage(this.app);
    const [texts] = await Promise.all([readShippedTexts(shipped, device), this.store.load()]);
    if (unloading.signal.aborted) return; // switched off again while its texts were unpacked
    this.registerEditorExtension(lineFlash);
    this.features = registerFeatures(this.createContext(device, texts, unloading.signal));
  }

  /** The student has just switched the plugin on. */
  override onUserEnable(): void {
    void this.features?.offers.handbook.setUpIfMissing();
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.store.reload();
  }

  private createContext(device: DeviceStorage, texts: ShippedTexts, unloaded: AbortSignal): Context {
    const { app } = this;
    const i18n = translations(getLanguage(), texts.wordings);
    const notify = new Notify();
    this.register(() => {
      notify.clear();
    });
    const clock = systemClock();
    return {
      app,
      plugin: this,
      settings: this.store,
      i18n,
      clock,
      yaml: appYaml,
      ...createVaultParts({ plugin: this, settings: this.store, clock, i18n, notify, device, texts }),
      scheduler: this.addChild(new Scheduler(clock)),
      notify,
      dialogs: this.addChild(new Dialogs()),
      device,
      network: new Networks(this.store, clock, unloaded),
      cli: new CliRegistry(this, i18n),
      codeBlocks: new CodeBlocks(this, notify, i18n),
      unloaded,
    };
  }
}
