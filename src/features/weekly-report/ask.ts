import { ConfirmationModal } from 'obsidian';
import type { Context } from '../context';

export interface Question {
  readonly title: string;
  /** A paragraph each. */
  readonly text: readonly string[];
  readonly yes: string;
  readonly no: string;
  /** Whether Enter alone means no, since yes writes to what is the student's. */
  readonly careful?: boolean;
}

/** Asks a question with two answers; closing it is a no. */
export function ask(ctx: Context, question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const modal = new ConfirmationModal(ctx.app);
    let answer = false;
    modal.modalEl.setAttribute('lang', ctx.i18n.ui.common.langTag);
    modal.setTitle(question.title);
    for (const paragraph of question.text) modal.contentEl.createEl('p', { text: paragraph });
    modal.addButton((button) => {
      button.setButtonText(question.no).setCancel();
      if (question.careful === true) button.setInitialFocus();
    });
    modal.addButton((button) => {
      button
        .setButtonText(question.yes)
        .setCta()
        .onClick(() => {
          answer = true;
        });
      if (question.careful !== true) button.setInitialFocus();
    });
    ctx.dialogs.open(modal, () => {
      resolve(answer);
    });
  });
}
