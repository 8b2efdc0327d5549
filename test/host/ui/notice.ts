/** A message in the corner; it goes by itself (5 s unless told otherwise; 0: never) or when clicked. */
export class Notice {
  readonly containerEl: HTMLElement;
  readonly messageEl: HTMLElement;
  readonly noticeEl: HTMLElement;
  private timer = 0;

  constructor(message: string | DocumentFragment, duration = 5_000) {
    const corner =
      document.body.querySelector<HTMLElement>(':scope > .notice-container') ??
      document.body.createDiv({ cls: 'notice-container' });
    this.containerEl = corner.createDiv({ cls: 'notice' });
    this.noticeEl = this.containerEl;
    this.messageEl = this.containerEl.createDiv({ cls: 'notice-message' });
    this.setMessage(message);
    this.containerEl.addEventListener('click', () => {
      this.hide();
    });
    if (duration > 0) {
      this.timer = window.setTimeout(() => {
        this.hide();
      }, duration);
    }
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  hide(): void {
    window.clearTimeout(this.timer);
    this.containerEl.remove();
  }
}
