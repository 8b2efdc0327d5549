import { setIcon, type App, type HoverParent } from 'obsidian';
import type { DayItem } from './day-source';
import { openNote, paneOf, previewNote } from './open-note';
import type { HeatmapWords } from './words';

/** More would be a list to scroll in rather than a look at a day. */
const MOST_ITEMS = 50;

const ICONS: Readonly<Record<DayItem['kind'], string>> = {
  paper: 'file-text',
  course: 'graduation-cap',
  book: 'book-open',
  video: 'video',
  article: 'newspaper',
  task: 'square-check',
  note: 'file',
  value: 'hash',
};

export interface ItemListParts {
  readonly app: App;
  readonly words: HeatmapWords;
  readonly hoverParent: HoverParent;
  /** A note was opened in this pane: whatever shows the list is no longer wanted. */
  done(): void;
}

/** Draws a day's items, each with its note to open. */
export function drawItems(parent: HTMLElement, items: readonly DayItem[], parts: ItemListParts): void {
  if (items.length === 0) return;
  const list = parent.createDiv({ cls: 'rh-entries', attr: { role: 'list' } });
  for (const item of items.slice(0, MOST_ITEMS)) drawItem(list, item, parts);
  if (items.length > MOST_ITEMS) {
    list.createDiv({ attr: { role: 'listitem' } }).createDiv({
      cls: 'rh-entry-note',
      text: parts.words.t.moreItems(items.length - MOST_ITEMS),
    });
  }
}

function drawItem(list: HTMLElement, item: DayItem, parts: ItemListParts): void {
  const { words } = parts;
  const row = list.createDiv({ attr: { role: 'listitem' } });
  icon(row, ICONS[item.kind]);
  drawTitle(row, item, parts);
  const amount = words.itemAmount(item);
  if (amount !== '') row.createSpan({ cls: 'rh-entry-min', text: amount });
  if (item.private) {
    const note = row.createDiv('rh-entry-note');
    icon(note, 'lock');
    note.appendText(` ${words.t.popover.private}`);
    return;
  }
  const detail = words.itemDetail(item);
  if (detail !== '') row.createDiv({ cls: 'rh-entry-note', text: detail });
}

function drawTitle(row: HTMLElement, item: DayItem, parts: ItemListParts): void {
  const { path } = item;
  if (path === null) {
    row.createSpan({ cls: 'rh-item-title', text: item.title });
    return;
  }
  const link = row.createEl('a', { cls: 'rh-link rh-item-title', text: item.title, href: '#' });
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    const pane = paneOf(event);
    if (pane === false) parts.done();
    void openNote(parts.app, path, item.line, pane);
  };
  link.addEventListener('click', open);
  link.addEventListener('auxclick', (event) => {
    if (event.button === 1) open(event);
  });
  link.addEventListener('mouseover', (event) => {
    previewNote(parts.app, parts.hoverParent, event, link, path);
  });
}

function icon(parent: HTMLElement, name: string): void {
  // `setIcon` empties what it is given, and the drawn markup has the icon itself in the row.
  const holder = createSpan();
  setIcon(holder, name);
  const svg = holder.firstElementChild;
  if (svg === null) return;
  svg.setAttribute('aria-hidden', 'true');
  parent.append(svg);
}
