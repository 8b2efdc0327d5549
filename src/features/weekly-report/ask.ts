import { ConfirmationModal } from 'obsidian';
import type { Context } from '../context';

export interface Question {
  readonly title: string;
  /** A paragraph each. */
  readonly text: readonly string[];
  readonly yes: string;
  readonly no: string;
}

/** Asks a question with two answers; closing it is a no. */
export function ask(ctx: Context, question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const modal = new ConfirmationModal(ctx.app);
    let answer = false;
    modal.modalEl.setAttribute('lang', ctx.i18n.ui.common.langTag);
    modal.setTitle(question.title);
    for (const paragraph of question.text) modal.contentEl.createEl('p', { text: paragraph });
    modal.addCancelButton(question.no);
    modal.addButton((button) =>
      button
        .setButtonText(question.yes)
        .setCta()
        .setInitialFocus()
        .onClick(() => {
          answer = true;
        }),
    );
    modal.setCloseCallback(() => {
      resolve(answer);
    });
    modal.open();
  });
}
