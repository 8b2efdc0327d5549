import type { Scope } from './keymap';

export interface SuggestOwner<T> {
  renderSuggestion(value: T, el: HTMLElement): void;
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

/** The list below a prompt or a field: one item is selected; arrows move it, Enter or a click chooses. */
export class SuggestionList<T> {
  private values: readonly T[] = [];
  private at = 0;

  constructor(
    private readonly el: HTMLElement,
    private readonly owner: SuggestOwner<T>,
  ) {}

  registerKeys(scope: Scope): void {
    scope.register([], 'ArrowDown', () => this.move(1));
    scope.register([], 'ArrowUp', () => this.move(-1));
    scope.register([], 'Enter', (event) => {
      this.choose(event);
      return false;
    });
  }

  set(values: readonly T[]): void {
    this.values = values;
    this.at = 0;
    this.el.empty();
    values.forEach((value, i) => {
      const item = this.el.createDiv({ cls: 'suggestion-item' });
      this.owner.renderSuggestion(value, item);
      item.addEventListener('mousemove', () => {
        this.at = i;
        this.mark();
      });
      item.addEventListener('click', (event) => {
        this.owner.selectSuggestion(value, event);
      });
    });
    this.mark();
  }

  choose(event: MouseEvent | KeyboardEvent): void {
    const value = this.values[this.at];
    if (value !== undefined) this.owner.selectSuggestion(value, event);
  }

  private move(by: number): false {
    if (this.values.length > 0) this.at = (this.at + by + this.values.length) % this.values.length;
    this.mark();
    return false;
  }

  private mark(): void {
    [...this.el.children].forEach((item, i) => {
      item.classList.toggle('is-selected', i === this.at);
    });
  }
}
