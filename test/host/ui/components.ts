// The controls of settings and forms. A change by the user (a DOM event) calls back; `setValue` alone does not (but for toggles).
export abstract class BaseComponent {
  disabled = false;
  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    return this;
  }
  then(callback: (component: this) => unknown): this {
    callback(this);
    return this;
  }
}

export abstract class ValueComponent<T> extends BaseComponent {
  protected changed: ((value: T) => unknown) | null = null;
  abstract getValue(): T;
  abstract setValue(value: T): this;
  onChange(callback: (value: T) => unknown): this {
    this.changed = callback;
    return this;
  }
  registerOptionListener(): this {
    return this;
  }
  protected tell(): void {
    void this.changed?.(this.getValue());
  }
}

export class ToggleComponent extends ValueComponent<boolean> {
  readonly toggleEl: HTMLElement;
  private readonly inputEl: HTMLInputElement;
  constructor(containerEl: HTMLElement) {
    super();
    this.toggleEl = containerEl.createDiv({ cls: 'checkbox-container' });
    this.inputEl = this.toggleEl.createEl('input', {
      type: 'checkbox',
      attr: { tabindex: 0, style: 'opacity: 0; position: absolute' },
    });
    this.toggleEl.addEventListener('click', (event) => {
      event.preventDefault();
      if (!this.disabled) this.setValue(!this.getValue());
    });
  }
  override setDisabled(disabled: boolean): this {
    this.toggleEl.toggleClass('is-disabled', disabled);
    return super.setDisabled(disabled);
  }
  getValue(): boolean {
    return this.toggleEl.hasClass('is-enabled');
  }
  /** Unlike the other controls, a toggle tells of a change made by code too. */
  setValue(on: boolean): this {
    const changed = on !== this.getValue();
    this.toggleEl.toggleClass('is-enabled', on);
    this.inputEl.checked = on;
    if (changed) this.tell();
    return this;
  }
  setTooltip(tooltip: string): this {
    this.toggleEl.setAttribute('aria-label', tooltip);
    return this;
  }
  onClick(): void {
    this.toggleEl.click();
  }
}

export class DropdownComponent extends ValueComponent<string> {
  readonly selectEl: HTMLSelectElement;
  constructor(containerEl: HTMLElement) {
    super();
    this.selectEl = containerEl.createEl('select', { cls: 'dropdown' });
    this.selectEl.addEventListener('change', () => {
      this.tell();
    });
  }
  override setDisabled(disabled: boolean): this {
    this.selectEl.disabled = disabled;
    return super.setDisabled(disabled);
  }
  addOption(value: string, display: string): this {
    this.selectEl.createEl('option', { value, text: display });
    return this;
  }
  addOptions(options: Record<string, string>): this {
    for (const [value, display] of Object.entries(options)) this.addOption(value, display);
    return this;
  }
  getValue(): string {
    return this.selectEl.value;
  }
  setValue(value: string): this {
    this.selectEl.value = value;
    return this;
  }
}

export class SliderComponent extends ValueComponent<number> {
  readonly sliderEl: HTMLInputElement;
  private format: (value: number) => string = String;
  constructor(containerEl: HTMLElement) {
    super();
    this.sliderEl = containerEl.createEl('input', { cls: 'slider', type: 'range' });
    this.sliderEl.addEventListener('input', () => {
      this.tell();
    });
  }
  override setDisabled(disabled: boolean): this {
    this.sliderEl.disabled = disabled;
    return super.setDisabled(disabled);
  }
  setLimits(min: number | null, max: number | null, step: number | 'any'): this {
    if (min !== null) this.sliderEl.min = String(min);
    if (max !== null) this.sliderEl.max = String(max);
    this.sliderEl.step = String(step);
    return this;
  }
  getValue(): number {
    return Number(this.sliderEl.value);
  }
  setValue(value: number): this {
    this.sliderEl.value = String(value);
    return this;
  }
  getValuePretty(): string {
    return this.format(this.getValue());
  }
  setDisplayFormat(format: (value: number) => string): this {
    this.format = format;
    return this;
  }
  setDynamicTooltip(): this {
    return this;
  }
  setInstant(): this {
    return this;
  }
  showTooltip(): void {
    this.sliderEl.setAttribute('aria-label', this.getValuePretty());
  }
}

export class ColorComponent extends ValueComponent<string> {
  private readonly pickerEl: HTMLInputElement;
  constructor(containerEl: HTMLElement) {
    super();
    this.pickerEl = containerEl.createEl('input', { type: 'color' });
    this.pickerEl.addEventListener('input', () => {
      this.tell();
    });
  }
  override setDisabled(disabled: boolean): this {
    this.pickerEl.disabled = disabled;
    return super.setDisabled(disabled);
  }
  getValue(): string {
    return this.pickerEl.value;
  }
  setValue(value: string): this {
    this.pickerEl.value = value;
    return this;
  }
}

export class ProgressBarComponent extends ValueComponent<number> {
  private value = 0;
  private readonly barEl: HTMLElement;
  constructor(containerEl: HTMLElement) {
    super();
    this.barEl = containerEl
      .createDiv({ cls: 'setting-progress-bar' })
      .createDiv({ cls: 'setting-progress-bar-inner' });
  }
  getValue(): number {
    return this.value;
  }
  setValue(value: number): this {
    this.value = value;
    this.barEl.style.width = `${String(value)}%`;
    return this;
  }
}

export class DisplayValueComponent extends BaseComponent {
  readonly valueEl: HTMLElement;
  constructor(containerEl: HTMLElement) {
    super();
    this.valueEl = containerEl.createDiv({ cls: 'setting-display-value' });
  }
  setValue(value: string): this {
    this.valueEl.setText(value);
    return this;
  }
}
