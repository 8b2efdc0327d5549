import { newId } from '../new-id';

/**
 * Fields that are rarely wanted, folded away under a line that names them.
 *
 * @param id - of that line, where it names a group of buttons too
 */
export function drawFolded(parent: HTMLElement, summary: string, open: boolean, id = newId()): HTMLElement {
  const details = parent.createEl('details', { cls: 'rh-more' });
  details.open = open;
  details.createEl('summary', { text: summary, attr: { id } });
  return details.createDiv({ cls: 'rh-form' });
}
