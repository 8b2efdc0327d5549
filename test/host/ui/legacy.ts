/* eslint-disable @typescript-eslint/no-explicit-any */
// Notices, modals, menus, icons and setting controls that exist in the document.
import DOMPurify from 'dompurify';
import iconNodes from 'lucide-static/icon-nodes.json';
import * as mocks from 'obsidian-test-mocks/obsidian';

const M = mocks as any;
export function getIcon(id: string): SVGSVGElement | null {
  const name = id.replace(/^lucide-/, '');
  const nodes = (iconNodes as any)[name] as [string, Record<string, string>][] | undefined;
  if (!nodes) return M.getIcon(id);
  const svg = createSvg('svg', {
    cls: ['svg-icon', `lucide-${name}`],
    attr: {
      xmlns: 'http://www.w3.org/2000/svg',
      width: 24,
      height: 24,
      viewBox: '0 0 24 24',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
  });
  for (const [tag, attr] of nodes) svg.createSvg(tag as any, { attr });
  return svg;
}
export const getIconIds = (): string[] => [...Object.keys(iconNodes).map((n) => `lucide-${n}`), ...M.getIconIds()];
export function setIcon(el: HTMLElement, id: string): void {
  el.empty();
  const svg = getIcon(id);
  if (svg) el.appendChild(svg);
}
export function setTooltip(el: HTMLElement, text: string): void {
  el.setAttribute('aria-label', text);
}
export function sanitizeHTMLToDom(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true });
}

const layer = (cls: string): HTMLElement =>
  document.body.querySelector<HTMLElement>(`:scope > .${cls}`) ?? document.body.createDiv({ cls });
export class Notice extends M.Notice {
  constructor(message: any, duration = 4000) {
    super(message, duration);
    this.containerEl.addClass('notice');
    this.messageEl.addClass('notice-message');
    layer('notice-container').appendChild(this.containerEl);
    this.containerEl.addEventListener('click', () => {
      this.hide();
    });
    if (duration > 0)
      window.setTimeout(() => {
        this.hide();
      }, duration);
  }
  override hide(): void {
    this.containerEl.remove();
  }
}
export class Modal extends M.Modal {
  constructor(app: any) {
    super(app);
    dressModal(this);
  }
  override open(): void {
    openModal(this);
  }
  override close(): void {
    closeModal(this);
  }
}
function dressModal(m: any): void {
  m.containerEl.addClass('modal-container');
  m.modalEl.addClass('modal');
  m.titleEl.addClass('modal-title');
  m.contentEl.addClass('modal-content');
  const bg = createDiv({ cls: 'modal-bg' });
  m.containerEl.prepend(bg);
  bg.addEventListener('click', () => m.close());
  m.modalEl.createDiv({ cls: 'modal-close-button' }).addEventListener('click', () => m.close());
  m.onKey__ = (e: KeyboardEvent) => {
    if (e.key === 'Escape') m.close();
  };
}
function openModal(m: any): void {
  if (m.containerEl.isConnected) return;
  document.body.appendChild(m.containerEl);
  document.addEventListener('keydown', m.onKey__);
  m.onOpen();
}
function closeModal(m: any): void {
  if (!m.containerEl.isConnected) return;
  m.containerEl.remove();
  document.removeEventListener('keydown', m.onKey__);
  m.onClose();
  m.closeCallback?.();
}

const suggestMixin = (Base: any): any =>
  class extends Base {
    constructor(app: any) {
      super(app);
      dressModal(this);
      this.modalEl.addClass('prompt');
      this.inputEl.addClass('prompt-input');
      this.resultContainerEl.addClass('prompt-results');
      this.values__ = [];
      this.sel__ = 0;
      this.inputEl.addEventListener('input', () => {
        void this.update__();
      });
      this.inputEl.addEventListener('keydown', (e: KeyboardEvent) => {
        if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
          this.sel__ =
            (this.sel__ + (e.key === 'ArrowDown' ? 1 : -1) + this.values__.length) % Math.max(1, this.values__.length);
          this.paint__();
          e.preventDefault();
        }
        if (e.key === 'Enter') {
          e.preventDefault();
          this.selectActiveSuggestion(e);
        }
      });
    }
    open(): void {
      openModal(this);
      this.inputEl.focus();
      void this.update__();
    }
    close(): void {
      closeModal(this);
    }
    selectSuggestion(v: any, e: any): void {
      this.close();
      this.onChooseSuggestion(v, e);
    }
    selectActiveSuggestion(e: any): void {
      const v = this.values__[this.sel__];
      if (v !== undefined) this.selectSuggestion(v, e);
    }
    async update__(): Promise<void> {
      this.values__ = (await this.getSuggestions(this.inputEl.value)).slice(0, this.limit);
      this.sel__ = 0;
      this.resultContainerEl.empty();
      this.values__.forEach((v: any) => {
        const el = this.resultContainerEl.createDiv({ cls: 'suggestion-item' });
        this.renderSuggestion(v, el);
        el.addEventListener('click', (e: any) => this.selectSuggestion(v, e));
      });
      if (this.values__.length === 0) {
        this.onNoSuggestion();
        this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
      }
      this.paint__();
    }
    paint__(): void {
      Array.from(this.resultContainerEl.children).forEach((el: any, i) =>
        el.toggleClass('is-selected', i === this.sel__),
      );
    }
  };
export const SuggestModal = suggestMixin(M.SuggestModal);
export class FuzzySuggestModal extends suggestMixin(M.FuzzySuggestModal) {
  getSuggestions(q: string): any[] {
    const search = M.prepareFuzzySearch(q);
    const all = this.getItems()
      .map((item: any) => ({ item, match: q === '' ? { score: 0, matches: [] } : search(this.getItemText(item)) }))
      .filter((x: any) => x.match);
    return all.sort((a: any, b: any) => b.match.score - a.match.score);
  }
  renderSuggestion(v: any, el: HTMLElement): void {
    el.setText(this.getItemText(v.item));
  }
}
export class Menu extends M.Menu {
  static override forEvent(e: any): Menu {
    const m = new Menu();
    queueMicrotask(() => m.showAtPosition({ x: e.clientX, y: e.clientY }));
    return m;
  }
  override showAtMouseEvent(e: MouseEvent): any {
    return this.showAtPosition({ x: e.clientX, y: e.clientY });
  }
  override showAtPosition(pos: { x: number; y: number }): any {
    const el = document.body.createDiv({ cls: 'menu' });
    el.style.left = `${pos.x}px`;
    el.style.top = `${pos.y}px`;
    this.dom__ = el;
    for (const it of this.items__) {
      if (!(it instanceof M.MenuItem)) {
        el.createDiv({ cls: 'menu-separator' });
        continue;
      }
      const row = el.createDiv({ cls: 'menu-item' });
      const i = it as any;
      row.append(i.title__ ?? '');
      row.addEventListener('click', (e) => {
        this.hide();
        i.onClick__?.(e);
      });
    }
    return this;
  }
  override hide(): any {
    this.dom__.remove();
    this.onHideCallback?.();
    return this;
  }
  override close(): void {
    this.hide();
  }
}
export class Setting extends M.Setting {
  // the app's class names and order, which plugins' styles rely on
  constructor(el: HTMLElement) {
    super(el);
    this.settingEl.addClass('setting-item');
    this.infoEl.addClass('setting-item-info');
    this.nameEl.addClass('setting-item-name');
    this.descEl.addClass('setting-item-description');
    this.controlEl.addClass('setting-item-control');
    this.settingEl.append(this.infoEl, this.controlEl);
  }
  override addToggle(cb: any): any {
    return super.addToggle((t: any) => {
      t.toggleEl.addClass('checkbox-container');
      cb(t);
      t.toggleEl.toggleClass('is-enabled', !!t.value);
    });
  }
  override setHeading(): any {
    this.settingEl.addClass('setting-item-heading');
    return super.setHeading();
  }
}
M.Setting.create__ = (el: HTMLElement) => new Setting(el);
/** 1.13 declarative settings: the mocks throw on `control` rows, so each becomes a rendered row bound to plugin.settings. */
function patchDefinitions(): void {
  const P = M.PluginSettingTab.prototype;
  P.getControlValue = function (k: string) {
    return this.plugin__.settings?.[k];
  };
  P.setControlValue = async function (k: string, v: unknown) {
    this.plugin__.settings[k] = v;
    await this.plugin__.saveData(this.plugin__.settings);
  };
  const METHOD: Record<string, string> = {
    toggle: 'addToggle',
    dropdown: 'addDropdown',
    text: 'addText',
    textarea: 'addTextArea',
    number: 'addText',
    slider: 'addSlider',
    color: 'addColorPicker',
    file: 'addText',
    folder: 'addText',
  };
  const convert = (tab: any, d: any): any => {
    if (d.items) return { ...d, items: d.items.map((x: any) => convert(tab, x)) };
    if (!d.control) return d;
    const { control: c, ...rest } = d;
    return {
      ...rest,
      render: (row: any) => {
        row[METHOD[c.type] ?? 'addText']((comp: any) => {
          if (c.type === 'dropdown') comp.addOptions(typeof c.options === 'function' ? c.options() : c.options);
          if (c.type === 'slider') comp.setLimits(c.min ?? 0, c.max ?? 100, c.step ?? 1);
          if (c.placeholder) comp.setPlaceholder(c.placeholder);
          const v = tab.getControlValue(c.key) ?? c.defaultValue;
          if (v !== undefined) comp.setValue(c.type === 'number' ? String(v) : v);
          comp.onChange(async (x: any) => {
            const next = c.type === 'number' ? Number(x) : x;
            const msg = await c.validate?.(next);
            row.settingEl.toggleClass('is-invalid', !!msg);
            if (!msg) await tab.setControlValue(c.key, next);
          });
        });
      },
    };
  };
  const update = P.update;
  P.update = function () {
    update.call(this);
    this.settingItems = this.settingItems.map((d: any) => convert(this, d));
  };
}
export function patchSettings(): void {
  patchDefinitions(); // DOM events drive the controls, as a user would
  const wire = (C: any, el: (c: any) => HTMLElement, evt: string, read: (c: any) => void): void => {
    const on = C.prototype.onChange;
    C.prototype.onChange = function (cb: any) {
      if (!this.wired__) {
        this.wired__ = true;
        el(this).addEventListener(evt, () => {
          read(this);
          this._onChange?.(this.value);
        });
      }
      return on.call(this, cb);
    };
    C.prototype.wired__ = false;
  };
  wire(
    M.AbstractTextComponent,
    (c) => c.inputEl,
    'input',
    (c) => {
      c.value = c.inputEl.value;
    },
  );
  wire(
    M.DropdownComponent,
    (c) => c.selectEl,
    'change',
    (c) => {
      c.value = c.selectEl.value;
    },
  );
  wire(
    M.SliderComponent,
    (c) => c.sliderEl,
    'input',
    (c) => {
      c.value = Number(c.sliderEl.value);
    },
  );
  wire(
    M.ToggleComponent,
    (c) => c.toggleEl,
    'click',
    (c) => {
      c.value = !c.value;
      c.toggleEl.toggleClass('is-enabled', c.value);
    },
  );
}
