import { setIcon, type App, type HoverParent } from 'obsidian';
import type { DayItem } from '../days/day-source';
import { listenForOpening, openNote, paneOf, previewNote } from '../../../ui/open-note';
import { HOVER_SOURCE } from './hover-source';
import type { HeatmapWords } from '../texts';

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
  /** A note is being opened: whatever shows the list is no longer wanted. */
  done(): void;
}

/** Draws a day's items, each with its note to open. */
export function drawItems(parent: HTMLElement, items: readonly DayItem[], parts: ItemListParts): void {
  if (items.length === 0) return;
  const list = parent.createDiv({ cls: 'rh-entries', attr: { role: 'list' } });
  const drawn = new Map<string | null, number>();
  for (const item of items.slice(0, MOST_ITEMS)) {
    const nth = drawn.get(item.path) ?? 0;
    drawn.set(item.path, nth + 1);
    drawItem(list, item, nth, parts);
  }
  if (items.length > MOST_ITEMS) {
    list.createDiv({ attr: { role: 'listitem' } }).createDiv({
      cls: 'rh-entry-note',
      text: parts.words.t.moreItems(items.length - MOST_ITEMS),
    });
  }
}

/** @param nth - of the items of the same note, from 0; tells apart those that lead there */
function drawItem(list: HTMLElement, item: DayItem, nth: number, parts: ItemListParts): void {
  const { words } = parts;
  const row = list.createDiv({ attr: { role: 'listitem' } });
  icon(row, ICONS[item.kind]);
  drawTitle(row, item, nth, parts);
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

function drawTitle(row: HTMLElement, item: DayItem, nth: number, parts: ItemListParts): void {
  const { path } = item;
  if (path === null) {
    row.createSpan({ cls: 'rh-item-title', text: item.title });
    return;
  }
  const attr = { 'data-control': `item ${String(nth)} ${path}` };
  const link = row.createEl('a', { cls: 'rh-link rh-item-title', text: item.title, href: '#', attr });
  listenForOpening(link, (event) => {
    parts.done();
    void openNote(parts.app, path, { line: item.line, pane: paneOf(event) });
  });
  link.addEventListener('mouseover', (event) => {
    previewNote(parts.app, event, { source: HOVER_SOURCE, hoverParent: parts.hoverParent, targetEl: link, path });
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
