import { ButtonComponent, ExtraButtonComponent } from './buttons';
import {
  type BaseComponent,
  ColorComponent,
  DisplayValueComponent,
  DropdownComponent,
  ProgressBarComponent,
  SliderComponent,
  ToggleComponent,
} from './components';
import { MomentFormatComponent, SearchComponent, TextAreaComponent, TextComponent } from './text-fields';

type Build<T> = (component: T) => unknown;

/** A row of a settings tab or form: name and description, then controls. */
export class Setting {
  readonly settingEl: HTMLElement;
  readonly infoEl: HTMLElement;
  readonly nameEl: HTMLElement;
  readonly descEl: HTMLElement;
  readonly controlEl: HTMLElement;
  errorEl: HTMLElement | null = null;
  components: BaseComponent[] = [];

  constructor(containerEl: HTMLElement) {
    this.settingEl = containerEl.createDiv({ cls: 'setting-item' });
    this.infoEl = this.settingEl.createDiv({ cls: 'setting-item-info' });
    this.nameEl = this.infoEl.createDiv({ cls: 'setting-item-name' });
    this.descEl = this.infoEl.createDiv({ cls: 'setting-item-description' });
    this.controlEl = this.settingEl.createDiv({ cls: 'setting-item-control' });
  }

  setName(name: string | DocumentFragment): this {
    this.nameEl.setText(name);
    return this;
  }
  setDesc(desc: string | DocumentFragment): this {
    this.descEl.setText(desc);
    return this;
  }
  setClass(cls: string): this {
    this.settingEl.addClass(cls);
    return this;
  }
  setTooltip(tooltip: string): this {
    this.nameEl.setAttribute('aria-label', tooltip);
    return this;
  }
  setHeading(): this {
    this.settingEl.addClass('setting-item-heading');
    return this;
  }
  setDisabled(disabled: boolean): this {
    this.settingEl.toggleClass('is-disabled', disabled);
    for (const component of this.components) component.setDisabled(disabled);
    return this;
  }
  setErrorMessage(message: string | null): this {
    this.errorEl?.remove();
    this.errorEl = message ? this.infoEl.createDiv({ cls: 'setting-item-error setting-error', text: message }) : null;
    this.settingEl.toggleClass('is-invalid', this.errorEl !== null);
    return this;
  }
  addButton(build: Build<ButtonComponent>): this {
    return this.add(new ButtonComponent(this.controlEl), build);
  }
  addExtraButton(build: Build<ExtraButtonComponent>): this {
    return this.add(new ExtraButtonComponent(this.controlEl), build);
  }
  addToggle(build: Build<ToggleComponent>): this {
    this.settingEl.addClass('mod-toggle');
    return this.add(new ToggleComponent(this.controlEl), build);
  }
  addText(build: Build<TextComponent>): this {
    return this.add(new TextComponent(this.controlEl), build);
  }
  addTextArea(build: Build<TextAreaComponent>): this {
    return this.add(new TextAreaComponent(this.controlEl), build);
  }
  addSearch(build: Build<SearchComponent>): this {
    return this.add(new SearchComponent(this.controlEl), build);
  }
  addMomentFormat(build: Build<MomentFormatComponent>): this {
    return this.add(new MomentFormatComponent(this.controlEl), build);
  }
  addDropdown(build: Build<DropdownComponent>): this {
    return this.add(new DropdownComponent(this.controlEl), build);
  }
  addColorPicker(build: Build<ColorComponent>): this {
    return this.add(new ColorComponent(this.controlEl), build);
  }
  addProgressBar(build: Build<ProgressBarComponent>): this {
    return this.add(new ProgressBarComponent(this.controlEl), build);
  }
  addSlider(build: Build<SliderComponent>): this {
    return this.add(new SliderComponent(this.controlEl), build);
  }
  addDisplayValue(build: Build<DisplayValueComponent>): this {
    return this.add(new DisplayValueComponent(this.controlEl), build);
  }
  addComponent<T extends BaseComponent>(build: (el: HTMLElement) => T): this {
    this.components.push(build(this.controlEl));
    return this;
  }
  then(callback: (setting: this) => unknown): this {
    callback(this);
    return this;
  }
  clear(): this {
    this.controlEl.empty();
    this.components = [];
    return this;
  }

  private add<T extends BaseComponent>(component: T, build: Build<T>): this {
    this.components.push(component);
    build(component);
    return this;
  }
}

export class SettingGroup {
  readonly groupEl: HTMLElement;
  readonly headerEl: HTMLElement;
  readonly listEl: HTMLElement;
  private heading: Setting | null = null;

  constructor(containerEl: HTMLElement) {
    this.groupEl = containerEl.createDiv({ cls: 'setting-group' });
    this.headerEl = this.groupEl.createDiv({ cls: 'setting-group-header' });
    this.listEl = this.groupEl.createDiv({ cls: 'setting-items' });
  }
  setHeading(text: string | DocumentFragment): this {
    this.header().setName(text);
    return this;
  }
  addClass(...classes: string[]): this {
    this.groupEl.addClasses(classes);
    return this;
  }
  addSetting(build: (setting: Setting) => void): this {
    build(new Setting(this.listEl));
    return this;
  }
  addSearch(build: Build<SearchComponent>): this {
    build(new SearchComponent(this.headerEl));
    return this;
  }
  addExtraButton(build: Build<ExtraButtonComponent>): this {
    this.header().addExtraButton(build);
    return this;
  }
  private header(): Setting {
    this.heading ??= new Setting(this.headerEl).setHeading();
    return this.heading;
  }
}

export abstract class SettingPage {
  readonly rootEl = createDiv({ cls: 'setting-page' });
  readonly titlebarEl = this.rootEl.createDiv({ cls: 'setting-page-titlebar' });
  readonly containerEl = this.rootEl.createDiv();
  title = '';
  abstract display(): void;
  hide(): void {
    return undefined;
  }
}
