import type { App, HoverParent } from 'obsidian';
import { listenForOpening, openNote, paneOf, previewNote } from './open-note';

export const HOVER_SOURCE = 'research-handbook-home';

export interface NoteLinkTarget {
  /** Path of the note. */
  readonly path: string;
  /** Line to go to, from 0. */
  readonly line?: number;
  readonly text: string;
  readonly cls: string;
}

/** A link to a note that opens as the app's own do: modifiers and the middle button in a new tab, preview on hover. */
export function drawNoteLink(app: App, parent: HTMLElement, target: NoteLinkTarget): HTMLAnchorElement {
  const { path, line = null } = target;
  const link = parent.createEl('a', {
    cls: target.cls,
    text: target.text,
    attr: { href: path, 'data-key': `${path}:${String(line ?? '')}:${target.cls}` },
  });
  listenForOpening(link, (event) => {
    void openNote(app, path, { line, pane: paneOf(event) });
  });
  const hoverParent: HoverParent = { hoverPopover: null };
  link.addEventListener('mouseover', (event) => {
    previewNote(app, event, { source: HOVER_SOURCE, hoverParent, targetEl: link, path });
  });
  return link;
}
