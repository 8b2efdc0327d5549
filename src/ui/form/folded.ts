import { newId } from '../new-id';

/**
 * Fields that are rarely wanted, folded away under a line that names them.
 *
 * @param id - of that line, where it names a group of buttons too
 */
export function drawFolded(parent: HTMLElement, summary: string, open: boolean, id = newId()): HTMLElement {
  const details = parent.createEl('details', { cls: 'rh-more' });
  details.open = open;
  details.addEventListener('toggle', () => {
    if (details.open) details.scrollIntoView({ block: 'nearest' }); // else it would open onto nothing, out of sight
  });
  details.createEl('summary', { text: summary, attr: { id } });
  return details.createDiv({ cls: 'rh-form' });
}
