/** Fields that are rarely wanted, folded away under a line that names them. */
export function drawFolded(parent: HTMLElement, summary: string, open: boolean): HTMLElement {
  const details = parent.createEl('details', { cls: 'rh-more' });
  details.open = open;
  details.createEl('summary', { text: summary });
  return details.createDiv({ cls: 'rh-form' });
}
