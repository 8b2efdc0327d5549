import type { App } from '../app';
import { type FuzzyMatchResult, prepareFuzzySearch, renderMatches } from './fuzzy';
import { Modal } from './modal';
import { SuggestionList } from './suggestion-list';

type Picked = MouseEvent | KeyboardEvent;

export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = 'No results found.';
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  private readonly list: SuggestionList<T>;
  private asked = 0;

  constructor(app: App) {
    super(app);
    this.containerEl.addClass('mod-prompt');
    this.modalEl.empty();
    this.modalEl.className = 'prompt';
    this.inputEl = this.modalEl
      .createDiv({ cls: 'prompt-input-container' })
      .createEl('input', { cls: 'prompt-input', type: 'text', attr: { enterkeyhint: 'done', autocomplete: 'off' } });
    this.resultContainerEl = this.modalEl.createDiv({ cls: 'prompt-results' });
    this.list = new SuggestionList<T>(this.resultContainerEl, this);
    this.list.registerKeys(this.scope);
    this.inputEl.addEventListener('input', () => void this.suggest());
  }

  override open(): void {
    super.open();
    this.inputEl.focus();
    void this.suggest();
  }
  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
  }
  setInstructions(instructions: { command: string; purpose: string }[]): void {
    this.modalEl.querySelector('.prompt-instructions')?.remove();
    const box = this.modalEl.createDiv({ cls: 'prompt-instructions' });
    for (const { command, purpose } of instructions) {
      const line = box.createDiv({ cls: 'prompt-instruction' });
      line.createSpan({ cls: 'prompt-instruction-command', text: command });
      line.createSpan({ text: purpose });
    }
  }
  onNoSuggestion(): void {
    this.resultContainerEl.empty();
    this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
  }
  /** Closes first, then tells the choice: `onClose` runs before `onChooseSuggestion`. */
  selectSuggestion(value: T, event: Picked): void {
    this.close();
    this.onChooseSuggestion(value, event);
  }
  selectActiveSuggestion(event: Picked): void {
    this.list.choose(event);
  }
  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(value: T, event: Picked): void;

  private async suggest(): Promise<void> {
    const mine = ++this.asked;
    const values = (await this.getSuggestions(this.inputEl.value)).slice(0, this.limit);
    if (mine !== this.asked) return; // a later key has asked again
    this.list.set(values);
    if (values.length === 0) this.onNoSuggestion();
  }
}

export interface FuzzyMatch<T> {
  readonly item: T;
  readonly match: FuzzyMatchResult;
}

export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
  getSuggestions(query: string): FuzzyMatch<T>[] {
    const found: FuzzyMatch<T>[] = [];
    const search = query.trim() === '' ? () => ({ score: 0, matches: [] }) : prepareFuzzySearch(query);
    for (const item of this.getItems()) {
      const match = search(this.getItemText(item));
      if (match !== null) found.push({ item, match });
    }
    return found.sort((a, b) => b.match.score - a.match.score);
  }
  renderSuggestion({ item, match }: FuzzyMatch<T>, el: HTMLElement): void {
    renderMatches(el, this.getItemText(item), match.matches);
  }
  onChooseSuggestion({ item }: FuzzyMatch<T>, event: Picked): void {
    this.onChooseItem(item, event);
  }
  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: Picked): void;
}
