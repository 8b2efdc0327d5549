import type { Modal } from 'obsidian';

export interface FormButtons {
  readonly submit: HTMLButtonElement;
}

/**
 * The two buttons of a form, and the keys: Enter in a line of text (also one that wraps, which has an `enterkeyhint`),
 * and Ctrl or Cmd with Enter anywhere, stand for the second one. Nothing happens while a text is being composed (Chinese input) or a suggestion takes the key.
 */
export function drawFormButtons(
  modal: Modal,
  labels: { readonly cancel: string; readonly submit: string },
  onSubmit: () => void,
  onCancel?: () => void,
): FormButtons {
  const row = modal.modalEl.createDiv({ cls: 'modal-button-container rh-form-buttons' });
  row.createEl('button', { text: labels.cancel, attr: { type: 'button' } }).addEventListener('click', () => {
    onCancel?.();
    modal.close();
  });
  const submit = row.createEl('button', { cls: 'mod-cta', text: labels.submit, attr: { type: 'button' } });
  submit.addEventListener('click', onSubmit);
  modal.modalEl.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
    const inLine = (event.target as HTMLElement | null)?.matches('input, [enterkeyhint]') === true;
    if (!event.ctrlKey && !event.metaKey && !inLine) return;
    event.preventDefault();
    onSubmit();
  });
  return { submit };
}
