import type { App } from 'obsidian';
import { drawNoteLink } from '../../../ui/note-link';

/** The head of a section: its name, which may lead to a note, and a quiet word at the other end. */
export function drawHead(
  parent: HTMLElement,
  title: string,
  aside: string | null,
  note: { readonly app: App; readonly path: string } | null = null,
): void {
  const head = parent.createDiv('rh-section-head');
  const heading = head.createDiv({ cls: 'rh-heading', attr: { role: 'heading', 'aria-level': 3 } });
  if (note === null) heading.setText(title);
  else drawNoteLink(note.app, heading, { path: note.path, text: title, cls: 'rh-link' });
  if (aside !== null) head.createSpan({ cls: 'rh-aside', text: aside });
}
