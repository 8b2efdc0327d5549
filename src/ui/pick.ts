import { FuzzySuggestModal, type App } from 'obsidian';
import { namePrompt } from './name-prompt';

export interface PickOptions<T> {
  readonly name: string;
  readonly placeholder: string;
  readonly items: readonly T[];
  /** What an item is found by and shown as. */
  readonly text: (item: T) => string;
  readonly onPick: (item: T) => void;
}

/** Asks for one of many, by letters of it. */
export class PickModal<T> extends FuzzySuggestModal<T> {
  constructor(
    app: App,
    private readonly options: PickOptions<T>,
  ) {
    super(app);
    this.setPlaceholder(options.placeholder);
    namePrompt(this, options.name);
  }

  override getItems(): T[] {
    return [...this.options.items];
  }

  override getItemText(item: T): string {
    return this.options.text(item);
  }

  override onChooseItem(item: T): void {
    this.options.onPick(item);
  }
}
