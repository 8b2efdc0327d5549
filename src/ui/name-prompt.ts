import type { SuggestModal } from 'obsidian';
import { newId } from './new-id';

/** Names a prompt, which shows no title, and its field, whose placeholder is no name. */
export function namePrompt<T>({ modalEl, inputEl }: SuggestModal<T>, name: string): void {
  const title = createDiv({ cls: 'rh-unseen', text: name, attr: { id: newId() } });
  modalEl.prepend(title);
  for (const el of [modalEl, inputEl]) el.setAttribute('aria-labelledby', title.id); // a label would show as a tooltip
}
