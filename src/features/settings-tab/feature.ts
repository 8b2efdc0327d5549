import { PluginSettingTab, SecretComponent, type SettingDefinitionItem } from 'obsidian';
import { SETTINGS, type SettingKey } from '../../settings/schema';
import type { ContextWith } from '../context';
import type { Feature } from '../feature';
import { settingDefinitions, type TabActions } from './definitions';
import { readNumberText } from './number-text';
import { spanDefinitions } from './spans/span-rows';

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
      ctx.settings.subscribe((keys) => {
        if (keys.has('spans') || keys.has('chatService') || keys.has('embedService'))
          tab.update(); // there are other rows now
        else tab.refreshDomState();
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
    const { ctx } = this;
    const actions: TabActions = {
      setUp: () => {
        ctx.offers.handbook.setUp();
      },
      givePageLook: () => {
        void ctx.offers.home.givePageLook();
      },
      copyDiagnostics: () => {
        void ctx.offers.diagnostics.copy();
      },
      drawKey: (key) => (setting) => {
        setting.addComponent((el) =>
          new SecretComponent(ctx.app, el).setValue(ctx.settings.values[key]).onChange((id) => {
            void ctx.settings.set(key, id);
          }),
        );
      },
    };
    return settingDefinitions(
      ctx.i18n.ui.settings,
      ctx.places.folders(),
      actions,
      spanDefinitions(ctx),
      ctx.settings.values,
    );
  }

  override getControlValue(key: string): unknown {
    if (!isSettingKey(key)) return undefined;
    const value = this.ctx.settings.values[key];
    return typeof value === 'number' ? String(value) : value; // numbers are typed as text (see `readNumberText`)
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    if (!isSettingKey(key)) return;
    const field = SETTINGS[key];
    const read = 'min' in field && typeof value === 'string' ? readNumberText(value, field) : field.read(value);
    if (read !== undefined && read !== null) await this.ctx.settings.set(key, read);
  }
}

function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}
