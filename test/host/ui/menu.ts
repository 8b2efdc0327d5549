import { Component } from '../base/component';
import { theApp } from '../registries';
import { setIcon } from './icons';
import { Scope } from './keymap';

type Chosen = MouseEvent | KeyboardEvent;

export class MenuItem {
  readonly dom = createDiv({ cls: 'menu-item', attr: { role: 'menuitem' } });
  private readonly iconEl = this.dom.createDiv({ cls: 'menu-item-icon' });
  private readonly titleEl = this.dom.createDiv({ cls: 'menu-item-title' });
  section = '';
  isDisabled = false;
  isLabel = false;
  private chosen: ((event: Chosen) => unknown) | null = null;

  constructor(private readonly menu: Menu) {
    this.dom.addEventListener('click', (event) => {
      this.choose(event);
    });
  }
  setTitle(title: string | DocumentFragment): this {
    this.titleEl.setText(title);
    return this;
  }
  setIcon(icon: string | null): this {
    if (icon === null) this.iconEl.empty();
    else setIcon(this.iconEl, icon);
    return this;
  }
  setChecked(checked: boolean | null): this {
    this.dom.setAttribute('aria-checked', String(checked === true));
    return this;
  }
  setDisabled(disabled: boolean): this {
    this.isDisabled = disabled;
    this.dom.toggleClass('is-disabled', disabled);
    return this;
  }
  setWarning(warning: boolean): this {
    this.dom.toggleClass('is-warning', warning);
    return this;
  }
  setIsLabel(label: boolean): this {
    this.isLabel = label;
    this.dom.toggleClass('is-label', label);
    return this;
  }
  setSection(section: string): this {
    this.section = section;
    return this;
  }
  onClick(callback: (event: Chosen) => unknown): this {
    this.chosen = callback;
    return this;
  }
  choose(event: Chosen): void {
    if (this.isDisabled || this.isLabel) return;
    this.menu.hide();
    void this.chosen?.(event);
  }
}

const byEvent = new WeakMap<Event, Menu>();

export class Menu extends Component {
  private readonly dom = createDiv({ cls: 'menu', attr: { role: 'menu' } });
  private readonly scope = new Scope();
  private items: (MenuItem | 'separator')[] = [];
  private at = -1;
  private hidden: (() => unknown) | null = null;
  private readonly outside = (event: Event): void => {
    if (!this.dom.contains(event.target as Node)) this.hide();
  };

  constructor() {
    super();
    this.scope.register([], 'Escape', () => {
      this.hide();
      return false;
    });
    this.scope.register([], 'ArrowDown', () => this.move(1));
    this.scope.register([], 'ArrowUp', () => this.move(-1));
    this.scope.register([], 'Enter', (event) => {
      this.choices()[this.at]?.choose(event);
      return false;
    });
  }

  /** The menu of an event: whoever handles it adds to the same one, and it is shown once they have. */
  static forEvent(event: MouseEvent): Menu {
    const known = byEvent.get(event);
    if (known !== undefined) return known;
    const menu = new Menu();
    byEvent.set(event, menu);
    event.preventDefault();
    window.setTimeout(() => menu.showAtMouseEvent(event), 0);
    return menu;
  }
  setNoIcon(): this {
    this.dom.addClass('no-icon');
    return this;
  }
  setUseNativeMenu(): this {
    return this;
  }
  setParentElement(): this {
    return this;
  }
  addItem(build: (item: MenuItem) => unknown): this {
    const item = new MenuItem(this);
    this.items.push(item);
    build(item);
    return this;
  }
  addSeparator(): this {
    this.items.push('separator');
    return this;
  }
  onHide(callback: () => unknown): void {
    this.hidden = callback;
  }
  showAtMouseEvent(event: MouseEvent): this {
    return this.showAtPosition({ x: event.clientX, y: event.clientY });
  }
  showAtPosition(position: { x: number; y: number }): this {
    if (this.dom.isConnected) return this;
    this.fill();
    document.body.append(this.dom);
    const box = this.dom.getBoundingClientRect();
    const left = Math.max(4, Math.min(position.x, window.innerWidth - box.width - 4));
    const top = Math.max(4, Math.min(position.y, window.innerHeight - box.height - 4));
    this.dom.setCssStyles({ left: `${String(left)}px`, top: `${String(top)}px` });
    theApp().keymap.pushScope(this.scope);
    document.addEventListener('mousedown', this.outside, true);
    void this.load();
    return this;
  }
  hide(): this {
    if (!this.dom.isConnected) return this;
    this.dom.remove();
    theApp().keymap.popScope(this.scope);
    document.removeEventListener('mousedown', this.outside, true);
    this.unload();
    this.hidden?.();
    return this;
  }
  close(): void {
    this.hide();
  }

  /** Items of one section stand together, in the order in which the sections first came. */
  private fill(): void {
    this.dom.empty();
    const sections = [...new Set(this.items.map((item) => (item === 'separator' ? '' : item.section)))];
    sections.forEach((section, i) => {
      if (i > 0) this.dom.createDiv({ cls: 'menu-separator' });
      for (const item of this.items) {
        if ((item === 'separator' ? '' : item.section) !== section) continue;
        if (item === 'separator') this.dom.createDiv({ cls: 'menu-separator' });
        else this.dom.append(item.dom);
      }
    });
  }

  private choices(): MenuItem[] {
    return this.items.filter((item): item is MenuItem => item !== 'separator' && !item.isDisabled && !item.isLabel);
  }

  private move(by: number): false {
    const choices = this.choices();
    if (choices.length > 0) this.at = (this.at + by + choices.length) % choices.length;
    choices.forEach((item, i) => {
      item.dom.toggleClass('selected', i === this.at);
    });
    return false;
  }
}
