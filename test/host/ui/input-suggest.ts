import type { App } from '../app';
import { Scope } from './keymap';
import { SuggestionList } from './suggestion-list';

type Picked = MouseEvent | KeyboardEvent;

export abstract class PopoverSuggest<T> {
  readonly scope: Scope;
  protected readonly popoverEl = createDiv({ cls: 'suggestion-container' });
  protected readonly list: SuggestionList<T>;

  constructor(
    readonly app: App,
    scope?: Scope,
  ) {
    this.scope = scope ?? new Scope(app.scope);
    this.list = new SuggestionList<T>(this.popoverEl.createDiv({ cls: 'suggestion' }), this);
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
    this.list.registerKeys(this.scope);
  }

  open(): void {
    if (this.popoverEl.isConnected) return;
    document.body.append(this.popoverEl);
    this.app.keymap.pushScope(this.scope);
  }
  close(): void {
    if (!this.popoverEl.isConnected) return;
    this.popoverEl.remove();
    this.app.keymap.popScope(this.scope);
  }
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: Picked): void;
}

/** Suggestions below a text field while it has the focus. */
export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  limit = 100;
  private selected: ((value: T, event: Picked) => unknown) | null = null;

  constructor(
    app: App,
    private readonly textInputEl: HTMLInputElement | HTMLDivElement,
  ) {
    super(app);
    const show = (): void => void this.suggest();
    textInputEl.addEventListener('input', show);
    textInputEl.addEventListener('focus', show);
    textInputEl.addEventListener('blur', () => {
      this.close();
    });
    this.popoverEl.addEventListener('mousedown', (event) => {
      event.preventDefault(); // a click on a suggestion must not take the focus first
    });
  }

  getValue(): string {
    return this.textInputEl instanceof HTMLInputElement ? this.textInputEl.value : this.textInputEl.textContent;
  }
  setValue(value: string): void {
    if (this.textInputEl instanceof HTMLInputElement) this.textInputEl.value = value;
    else this.textInputEl.setText(value);
  }
  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  selectSuggestion(value: T, event: Picked): void {
    void this.selected?.(value, event);
  }
  onSelect(callback: (value: T, event: Picked) => unknown): this {
    this.selected = callback;
    return this;
  }

  private async suggest(): Promise<void> {
    const values = (await this.getSuggestions(this.getValue())).slice(0, this.limit);
    if (values.length === 0 || document.activeElement !== this.textInputEl) {
      this.close();
      return;
    }
    this.open();
    const box = this.textInputEl.getBoundingClientRect();
    this.popoverEl.setCssStyles({ left: `${String(box.left)}px`, top: `${String(box.bottom + 2)}px` });
    this.list.set(values);
  }
}
