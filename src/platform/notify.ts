import { Notice } from 'obsidian';

/** Short messages to the student. Texts come from `i18n`; this only shows them. */
export class Notify {
  private readonly shown = new Set<Notice>();

  info(text: string): void {
    this.show(text, 5_000);
  }

  /** Stays until it is clicked away for longer: something needs the student's attention. */
  warn(text: string): void {
    this.show(text, 12_000);
  }

  /** Takes back what is still on screen, at unload. */
  clear(): void {
    for (const notice of this.shown) notice.hide();
    this.shown.clear();
  }

  private show(text: string, milliseconds: number): void {
    this.shown.add(new Notice(text, milliseconds));
  }
}
