import { Component, type Modal } from 'obsidian';

/** Opens the plugin's dialogs, and closes those that are still open when it is unloaded. */
export class Dialogs extends Component {
  private readonly opened = new Set<Modal>();
  private count = 0;
  private hasEnded = false;

  /**
   * Opens a dialog; none any more once the plugin is unloaded, as where one that closes then opens another.
   *
   * @param closed - called once the dialog is gone, however it was closed
   */
  open(modal: Modal, closed?: () => void): void {
    if (this.hasEnded) return;
    this.opened.add(modal);
    modal.modalEl.addClass('rh-dialog');
    this.giveName(modal);
    modal.setCloseCallback(() => {
      this.opened.delete(modal);
      closed?.();
    });
    modal.open();
  }

  /** Its title names it to a screen reader, unless it names itself; an `aria-label` would show as a tooltip. */
  private giveName({ modalEl, titleEl }: Modal): void {
    if (!modalEl.hasAttribute('role')) modalEl.setAttrs({ role: 'dialog', 'aria-modal': 'true' });
    if (modalEl.hasAttribute('aria-labelledby')) return;
    titleEl.id = `rh-dialog-${String(++this.count)}`;
    modalEl.setAttribute('aria-labelledby', titleEl.id);
  }

  override onunload(): void {
    this.hasEnded = true;
    for (const modal of [...this.opened]) modal.close();
  }
}
