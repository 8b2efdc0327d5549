import { Component, type Modal } from 'obsidian';

/** Opens the plugin's dialogs, and closes those that are still open when it is unloaded. */
export class Dialogs extends Component {
  private readonly opened = new Set<Modal>();

  /** @param closed - called once the dialog is gone, however it was closed */
  open(modal: Modal, closed?: () => void): void {
    this.opened.add(modal);
    modal.setCloseCallback(() => {
      this.opened.delete(modal);
      closed?.();
    });
    modal.open();
  }

  override onunload(): void {
    for (const modal of [...this.opened]) modal.close();
  }
}
