import { ConfirmationModal, type App, type Modal } from 'obsidian';
import type { Wordings } from '../i18n';

/** What of the context a question needs. */
export interface AskContext {
  readonly app: App;
  readonly i18n: { readonly ui: Wordings };
  readonly dialogs: { open(modal: Modal, closed?: () => void): void };
}

export interface Question {
  readonly title: string;
  /** A paragraph each. */
  readonly text: readonly string[];
  readonly yes: string;
  readonly no: string;
  /** Whether Enter alone means no, since yes writes to what is the student's. */
  readonly careful?: boolean;
  /** Draws what no paragraph can say, behind them. */
  readonly draw?: (parent: HTMLElement) => void;
  /** What can be ticked besides. */
  readonly tick?: { readonly label: string; readonly onChange: (ticked: boolean) => void };
}

/** The app's own would stand among the buttons, where a label of two lines runs below its box. */
function drawTick(parent: HTMLElement, { label, onChange }: NonNullable<Question['tick']>): void {
  const row = parent.createEl('label', { cls: 'rh-tick' });
  const box = row.createEl('input', { type: 'checkbox' });
  row.createSpan({ text: label });
  box.addEventListener('change', () => {
    onChange(box.checked);
  });
}

/** Asks a question with two answers; closing it is a no. */
export function ask(ctx: AskContext, question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const modal = new ConfirmationModal(ctx.app);
    let answer = false;
    modal.modalEl.setAttribute('lang', ctx.i18n.ui.common.langTag);
    modal.setTitle(question.title);
    for (const paragraph of question.text) modal.contentEl.createEl('p', { text: paragraph });
    question.draw?.(modal.contentEl);
    const { tick } = question;
    if (tick !== undefined) drawTick(modal.contentEl, tick);
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
