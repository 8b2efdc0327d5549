import type { App } from '../app';
import { ButtonComponent } from './buttons';
import { setIcon } from './icons';
import { Scope } from './keymap';

export class Modal {
  readonly scope: Scope;
  readonly containerEl = createDiv({ cls: 'modal-container mod-dim' });
  readonly modalEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  shouldRestoreSelection = true;
  private closeCallback: (() => unknown) | null = null;
  private focusedBefore: HTMLElement | null = null;

  constructor(readonly app: App) {
    this.scope = new Scope();
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
    this.containerEl.createDiv({ cls: 'modal-bg' }).addEventListener('click', () => {
      this.close();
    });
    this.modalEl = this.containerEl.createDiv({
      cls: 'modal',
      attr: { role: 'dialog', 'aria-modal': 'true', tabindex: -1 },
    });
    const close = this.modalEl.createDiv({
      cls: 'modal-close-button mod-raised clickable-icon',
      attr: { 'aria-label': 'Close' },
    });
    setIcon(close, 'x');
    close.addEventListener('click', () => {
      this.close();
    });
    this.titleEl = this.modalEl.createDiv({ cls: 'modal-header' }).createDiv({ cls: 'modal-title' });
    this.contentEl = this.modalEl.createDiv({ cls: 'modal-content' });
  }

  open(): void {
    if (this.containerEl.isConnected) return;
    this.focusedBefore = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.focusedBefore?.blur();
    this.app.keymap.pushScope(this.scope);
    document.body.appendChild(this.containerEl);
    void this.onOpen();
    if (!this.modalEl.contains(document.activeElement)) this.modalEl.focus();
  }

  close(): void {
    if (!this.containerEl.isConnected) return;
    this.containerEl.remove();
    this.app.keymap.popScope(this.scope);
    if (this.shouldRestoreSelection && this.focusedBefore?.isConnected) this.focusedBefore.focus();
    this.onClose();
    this.closeCallback?.();
  }

  onOpen(): Promise<void> | void {
    return undefined;
  }
  onClose(): void {
    return undefined;
  }
  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }
  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }
  setCloseCallback(callback: () => unknown): this {
    this.closeCallback = callback;
    return this;
  }
}

export class ConfirmationButton extends ButtonComponent {
  isInitial = false;

  /** Closes the modal afterwards, unless the handler answers something truthy. */
  setInitialFocus(): this {
    this.isInitial = true;
    return this;
  }
  setSecondary(): this {
    this.buttonEl.addClass('mod-secondary');
    return this;
  }
  setCancel(): this {
    this.buttonEl.addClass('mod-cancel');
    return this;
  }
}

export class ConfirmationModal extends Modal {
  readonly buttonContainerEl: HTMLElement;
  private initial: HTMLElement | null = null;

  constructor(app: App) {
    super(app);
    this.modalEl.addClass('mod-confirmation');
    this.buttonContainerEl = this.modalEl.createDiv({ cls: 'modal-button-container' });
  }

  override open(): void {
    super.open();
    (this.initial ?? this.buttonContainerEl.querySelector('button'))?.focus();
  }

  addClass(cls: string): this {
    this.modalEl.addClass(cls);
    return this;
  }

  addCheckbox(label: string, changed: (value: boolean) => unknown): this {
    const row = createEl('label', { cls: 'mod-checkbox' });
    const box = row.createEl('input', { type: 'checkbox' });
    row.appendText(label);
    box.addEventListener('change', () => void changed(box.checked));
    this.buttonContainerEl.prepend(row);
    return this;
  }

  addButton(build: (button: ConfirmationButton) => unknown): this {
    const button = new ConfirmationButton(this.buttonContainerEl);
    build(button);
    if (button.isInitial) this.initial = button.buttonEl;
    button.afterClick = (answer) => {
      if (!answer) this.close();
    };
    return this;
  }

  addCancelButton(text = 'Cancel'): this {
    return this.addButton((button) => button.setButtonText(text).setCancel());
  }
}
