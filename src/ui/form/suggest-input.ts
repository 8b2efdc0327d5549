import { AbstractInputSuggest, prepareFuzzySearch, renderMatches, type App, type SearchResult } from 'obsidian';

/** Something that can be picked by its name. */
export interface Suggestion {
  /** What it is found by and shown as. */
  readonly title: string;
  /** A few quiet words below; may be empty. */
  readonly detail: string;
}

interface Match<T> {
  readonly item: T;
  readonly result: SearchResult | null;
}

/**
 * Suggests while the student types, by letters that occur in order; all in the given order where nothing is typed, or just what one is
 * called.
 * `further` stands last, whatever is typed.
 */
export class SuggestInput<T extends Suggestion> extends AbstractInputSuggest<Match<T>> {
  constructor(
    app: App,
    private readonly input: HTMLInputElement,
    private readonly items: () => readonly T[],
    private readonly further: (typed: string) => readonly T[],
    private readonly onPick: (item: T) => void,
  ) {
    super(app, input);
  }

  protected override getSuggestions(query: string): Match<T>[] {
    const typed = query.trim();
    const further = this.further(typed).map((item) => ({ item, result: null }));
    const items = this.items();
    // What was picked looks for nothing: whoever comes back to the field wants another.
    if (typed === '' || items.some(({ title }) => title === typed))
      return [...items.map((item) => ({ item, result: null })), ...further];
    const search = prepareFuzzySearch(typed);
    const found = items
      .map((item) => ({ item, result: search(item.title) }))
      .filter(({ result }) => result !== null)
      .sort((a, b) => (b.result?.score ?? 0) - (a.result?.score ?? 0));
    return [...found, ...further];
  }

  override renderSuggestion({ item, result }: Match<T>, el: HTMLElement): void {
    el.addClass('mod-complex');
    const content = el.createDiv({ cls: 'suggestion-content' });
    const title = content.createDiv({ cls: 'suggestion-title' });
    if (result === null) title.setText(item.title);
    else renderMatches(title, item.title, result.matches);
    if (item.detail !== '') content.createDiv({ cls: 'suggestion-note', text: item.detail });
  }

  override selectSuggestion({ item }: Match<T>): void {
    this.input.value = item.title;
    this.onPick(item);
    this.close();
  }
}
