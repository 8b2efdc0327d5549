import { Component, type Modal } from 'obsidian';

/** Opens the plugin's dialogs, and closes those that are still open when it is unloaded. */
export class Dialogs extends Component {
  private readonly opened = new Set<Modal>();
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
    modal.setCloseCallback(() => {
      this.opened.delete(modal);
      closed?.();
    });
    modal.open();
  }

  override onunload(): void {
    this.hasEnded = true;
    for (const modal of [...this.opened]) modal.close();
  }
}
