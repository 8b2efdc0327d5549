import type { Modal } from 'obsidian';

/** Titles a modal, also for screen readers, and answers the element that its fields go into. */
export function drawFormHead(
  modal: Modal,
  head: { readonly id: string; readonly title: string; readonly langTag: string },
): HTMLElement {
  modal.setTitle(head.title);
  modal.titleEl.id = `${head.id}-heading`;
  modal.modalEl.setAttribute('aria-labelledby', modal.titleEl.id); // a label would show as a tooltip
  modal.modalEl.setAttribute('lang', head.langTag);
  return modal.contentEl.createDiv({ cls: 'rh-form' });
}
