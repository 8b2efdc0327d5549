import { PluginSettingTab, type SettingDefinitionItem } from 'obsidian';
import { SETTINGS, type SettingKey } from '../../settings/schema';
import type { ContextWith } from '../context';
import type { Feature } from '../feature';
import { settingDefinitions } from './definitions';

type Asks = 'handbook' | 'home' | 'diagnostics';

export const settingsTab: Feature<void, Asks> = {
  register(ctx) {
    const tab = new HandbookSettingTab(ctx);
    ctx.plugin.addSettingTab(tab);
    if (ctx.settings.unreadableFile) ctx.notify.warn(ctx.i18n.ui.settings.unreadableFile);
    ctx.plugin.register(
      ctx.settings.onRescue((rescue) => {
        const { copyKept, copyFailed } = ctx.i18n.ui.settings;
        ctx.notify.warn(rescue.ok ? copyKept(rescue.path) : copyFailed(rescue.message));
        if (!rescue.ok) tab.refreshDomState();
      }),
    );
    ctx.plugin.register(
      ctx.settings.subscribe(() => {
        tab.refreshDomState();
      }),
    );
  },
};

/** The tab, drawn by the app from definitions; values come from and go to the settings store. */
class HandbookSettingTab extends PluginSettingTab {
  constructor(private readonly ctx: ContextWith<Asks>) {
    super(ctx.app, ctx.plugin);
    this.icon = 'book-open-check';
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return settingDefinitions(this.ctx.i18n.ui.settings, this.ctx.places.folders(), {
      setUp: () => {
        this.ctx.offers.handbook.setUp();
      },
      givePageLook: () => {
        void this.ctx.offers.home.givePageLook();
      },
      copyDiagnostics: () => {
        void this.ctx.offers.diagnostics.copy();
      },
    });
  }

  override getControlValue(key: string): unknown {
    return isSettingKey(key) ? this.ctx.settings.values[key] : undefined;
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    if (!isSettingKey(key)) return;
    const read = SETTINGS[key].read(value);
    if (read !== undefined) await this.ctx.settings.set(key, read);
  }
}

function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}
