import { getLinkpath, type App, type HoverParent } from 'obsidian';
import type { ChecklistItem } from '../core/home/checklist';
import type { PieceLink } from '../core/markdown/plain-words';
import { listenForOpening, openNote, paneOf } from './open-note';
import { drawNoteLink, HOVER_SOURCE } from './note-link';

/** What an item says: its words lead to the line that says them, the links in them where they lead in the note. */
export function drawItemWords(
  parent: HTMLElement,
  app: App,
  { path, item }: { readonly path: string; readonly item: ChecklistItem },
): void {
  const words = parent.createDiv();
  let isFirst = true;
  for (const { text, link } of item.pieces) {
    if (link !== null) {
      drawLink(words, app, { path, line: item.line, text, link });
    } else if (isFirst && text.trim() !== '') {
      drawNoteLink(app, words, { path, line: item.line, text, cls: 'rh-link' });
      isFirst = false;
    } else {
      // One stop for the keyboard is enough; the pointer may hit any of the words.
      const rest = words.createSpan({ cls: 'rh-link', text });
      listenForOpening(rest, (event) => void openNote(app, path, { line: item.line, pane: paneOf(event) }));
    }
  }
}

interface ItemLink {
  /** The note and the line that the link stands in. */
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly link: PieceLink;
}

function drawLink(parent: HTMLElement, app: App, { path, line, text, link }: ItemLink): void {
  const { target, external } = link;
  if (external) {
    const isSafe = /^(?:https?|mailto|obsidian|zotero):/i.test(target);
    if (isSafe) parent.createEl('a', { cls: ['external-link', 'rh-inner-link'], text, href: target, attr: OUTSIDE });
    else parent.appendText(text);
    return;
  }
  const attr = { 'data-key': `${path}:${String(line)}:${target}` };
  const el = parent.createEl('a', { cls: 'rh-inner-link', text, href: target, attr });
  listenForOpening(el, (event) => {
    const pane = paneOf(event);
    // The app would make a note for a link that leads nowhere; then the line that holds it is what there is to see.
    if (leadsSomewhere(app, target, path)) void app.workspace.openLinkText(target, path, pane);
    else void openNote(app, path, { line, pane });
  });
  const hoverParent: HoverParent = { hoverPopover: null };
  el.addEventListener('mouseover', (event) => {
    const hovered = { event, source: HOVER_SOURCE, hoverParent, targetEl: el, linktext: target, sourcePath: path };
    app.workspace.trigger('hover-link', hovered);
  });
}

const OUTSIDE = { target: '_blank', rel: 'noopener' };

function leadsSomewhere(app: App, target: string, from: string): boolean {
  const path = getLinkpath(target);
  return path === '' || app.metadataCache.getFirstLinkpathDest(path, from) !== null;
}
