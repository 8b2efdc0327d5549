import type { App } from '../app';
import type { BaseComponent } from './components';
import { setIcon } from './icons';
import { Setting, SettingGroup, type SettingPage } from './setting';
import { addControl } from './setting-control';
import {
  type Definition,
  type GroupDefinition,
  isGroup,
  isOn,
  type PageDefinition,
  type RowDefinition,
} from './setting-definitions';

export abstract class SettingTab {
  readonly containerEl = createDiv({ cls: 'vertical-tab-content' });
  icon = '';
  settingItems: Definition[] = [];
  private cleanups: (() => void)[] = [];
  /** What `refreshDomState` looks at again. */
  private predicates: (() => void)[] = [];
  private drawn = false;

  constructor(readonly app: App) {}

  getSettingDefinitions(): Definition[] {
    return [];
  }
  getControlValue(key: string): unknown {
    return this.app.vault.getConfig(key);
  }
  setControlValue(key: string, value: unknown): void | Promise<void> {
    this.app.vault.config[key] = value;
  }
  display(): void {
    return undefined;
  }
  hide(): void {
    this.tearDown();
  }

  /** Takes the definitions anew; redraws where the tab is open. */
  update(): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.drawn) this.draw();
  }

  refreshDomState(): void {
    for (const apply of this.predicates) apply();
  }

  /** The host's own: opens the tab, from its definitions, or by `display` where it has none. */
  show(): void {
    this.update();
    if (this.settingItems.length === 0) this.display();
    else this.draw();
  }

  private draw(): void {
    this.tearDown();
    this.drawn = true;
    this.drawItems(this.settingItems, this.containerEl);
    this.refreshDomState();
  }

  private tearDown(): void {
    for (const cleanup of this.cleanups) cleanup();
    this.cleanups = [];
    this.predicates = [];
    this.drawn = false;
    this.containerEl.empty();
  }

  private drawItems(items: readonly Definition[], parent: HTMLElement): void {
    let group: SettingGroup | null = null; // loose rows share a group without heading
    items.forEach((item, index) => {
      if (isGroup(item)) {
        group = null;
        this.drawGroup(item, parent);
        return;
      }
      group ??= new SettingGroup(parent);
      this.drawGroupItem(item, group, index);
    });
  }

  private drawGroup(definition: GroupDefinition, parent: HTMLElement): void {
    const group = new SettingGroup(parent);
    if (definition.cls !== undefined) group.addClass(...definition.cls.split(' '));
    if (definition.heading !== undefined) group.setHeading(definition.heading);
    for (const build of definition.extraButtons ?? []) group.addExtraButton(build);
    const { addItem } = definition;
    if (addItem !== undefined) {
      group.addExtraButton((button) => {
        button
          .setIcon('plus')
          .setTooltip(addItem.name)
          .onClick(() => {
            addItem.action(button.extraSettingsEl);
          });
      });
    }
    this.watchVisible(definition.visible, group.groupEl);
    const items = definition.items ?? [];
    if (items.length === 0 && definition.emptyState !== undefined) {
      group.listEl.createDiv({ cls: 'setting-list-empty' }).setText(definition.emptyState);
    }
    const rows = items.map((item, index) => {
      const row = this.drawGroupItem(item, group, index);
      const { onDelete } = definition;
      if (onDelete !== undefined)
        row.addExtraButton((b) =>
          b
            .setIcon('trash-2')
            .setTooltip('Delete')
            .onClick(() => {
              onDelete(index);
            }),
        );
      return { item, row };
    });
    const { search } = definition;
    if (search !== undefined) {
      group.addSearch((field) => {
        field.setPlaceholder(search.placeholder ?? '').onChange((query) => {
          for (const { item, row } of rows) {
            row.settingEl.toggle(item.type === 'page' || !isOn(item.searchable, true) || search.match(item, query));
          }
        });
      });
    }
  }

  private drawGroupItem(item: RowDefinition | PageDefinition, group: SettingGroup, index: number): Setting {
    const row = new Setting(group.listEl).setName(item.name);
    if (item.desc !== undefined)
      row.setDesc(typeof item.desc === 'string' ? item.desc : (item.desc.cloneNode(true) as DocumentFragment));
    this.watchVisible(item.visible, row.settingEl);
    if (item.type === 'page') this.drawPageEntry(item, row);
    else this.drawRow(item, row, group, index);
    return row;
  }

  private drawRow(item: RowDefinition, row: Setting, group: SettingGroup, index: number): void {
    if (item.control !== undefined) {
      const component = addControl(row, item.control, this);
      this.watchDisabled(item.control.disabled, component, row);
    } else if (item.render !== undefined) {
      const cleanup = item.render(row, group);
      if (typeof cleanup === 'function') this.cleanups.push(cleanup);
    } else if (item.action !== undefined) {
      const { action } = item;
      row.settingEl.addClass('mod-action');
      row.settingEl.setAttrs({ tabindex: 0, role: 'button' });
      setIcon(row.controlEl.createDiv({ cls: 'setting-action-icon' }), 'chevron-right');
      const act = (): void => {
        if (!isOn(item.disabled, false)) action(row.settingEl, index);
      };
      row.settingEl.addEventListener('click', act);
      row.settingEl.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === ' ') act();
      });
      this.watchDisabled(item.disabled, null, row);
    }
  }

  /** A page opens in place of the tab; its title leads back. */
  private drawPageEntry(item: PageDefinition, row: Setting): void {
    row.settingEl.addClass('mod-page');
    const shown = typeof item.displayValue === 'function' ? item.displayValue() : item.displayValue;
    if (shown !== undefined) row.addDisplayValue((c) => c.setValue(shown));
    setIcon(row.controlEl.createDiv({ cls: 'setting-action-icon' }), 'chevron-right');
    row.settingEl.addEventListener('click', () => {
      this.containerEl.empty();
      new Setting(this.containerEl)
        .setName(item.name)
        .setHeading()
        .addExtraButton((b) =>
          b
            .setIcon('chevron-left')
            .setTooltip('Back')
            .onClick(() => {
              this.draw();
            }),
        );
      const page: SettingPage | undefined = item.page?.();
      if (page !== undefined) {
        this.containerEl.append(page.rootEl);
        page.display();
      } else this.drawItems(item.items ?? [], this.containerEl);
    });
  }

  private watchVisible(flag: boolean | (() => boolean) | undefined, el: HTMLElement): void {
    this.predicates.push(() => {
      el.toggle(isOn(flag, true));
    });
  }

  private watchDisabled(
    flag: boolean | (() => boolean) | undefined,
    component: BaseComponent | null,
    row: Setting,
  ): void {
    this.predicates.push(() => {
      const disabled = isOn(flag, false);
      component?.setDisabled(disabled);
      row.settingEl.toggleClass('is-disabled', disabled);
    });
  }
}
