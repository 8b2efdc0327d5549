import type { Modal } from 'obsidian';

/** Titles a modal, and answers the element that its fields go into. */
export function drawFormHead(modal: Modal, head: { readonly title: string; readonly langTag: string }): HTMLElement {
  modal.setTitle(head.title);
  modal.modalEl.setAttribute('lang', head.langTag);
  return modal.contentEl.createDiv({ cls: 'rh-form' });
}
