import { Component, type Modal } from 'obsidian';

/** Opens the plugin's dialogs, and closes those that are still open when it is unloaded. */
export class Dialogs extends Component {
  private readonly opened = new Set<Modal>();

  open(modal: Modal): void {
    this.opened.add(modal);
    modal.setCloseCallback(() => this.opened.delete(modal));
    modal.open();
  }

  override onunload(): void {
    for (const modal of [...this.opened]) modal.close();
  }
}
