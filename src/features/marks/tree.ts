import type { ListedMark, MarkGroup } from '../../core/marks/listing';

/** A group's head, or a mark below one. */
export type TreeItem =
  | { readonly group: MarkGroup; readonly folded: boolean }
  | { readonly group: MarkGroup; readonly mark: ListedMark; readonly at: number; readonly size: number };

type Act = 'open' | 'close' | 'fold' | 'filter' | 'leave';

interface TreeActions {
  readonly draw: (item: TreeItem, row: HTMLElement) => void;
  readonly act: (item: TreeItem, act: Act, event?: MouseEvent | KeyboardEvent) => void;
}

/** Up to so many rows are all there; of more, those near what is seen. */
const MOST_AT_ONCE = 200;
const ROWS_A_CHUNK = 50;
const ROW_HEIGHT = 46;

/** By what an item is known again when the list is drawn anew. */
export function keyOf(item: { readonly mark: ListedMark } | TreeItem): string {
  return 'mark' in item
    ? `${item.mark.path}\n${String(item.mark.line)}\n${String(item.mark.at)}`
    : `\n${item.group.key}`;
}

/**
 * Groups and their rows as a tree: one tab stop; ↑↓, Home and End move, Enter opens, Space closes a mark, ← and → fold, `/`
 * leads to the filter.
 */
export class MarkTree {
  private readonly el: HTMLElement;
  private items: readonly TreeItem[] = [];
  private selected = 0;
  private chunks: Chunk[] = [];
  private observer: IntersectionObserver | null = null;

  constructor(
    parent: HTMLElement,
    label: string,
    private readonly actions: TreeActions,
  ) {
    this.el = parent.createDiv({ attr: { role: 'tree', 'aria-label': label } });
    this.el.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
    this.el.addEventListener('focusin', ({ target }) => {
      const row = (target as HTMLElement).closest<HTMLElement>('[data-item]');
      if (row !== null) this.select(Number(row.dataset['item']), false);
    });
  }

  /** Shows these in the place of what stands; what was chosen stays so, if it is still there. */
  show(items: readonly TreeItem[]): void {
    const before = this.items[this.selected];
    const hadFocus = this.el.contains(this.el.doc.activeElement);
    this.items = items;
    const again = before === undefined ? -1 : items.findIndex((item) => keyOf(item) === keyOf(before));
    this.selected = again >= 0 ? again : Math.min(this.selected, Math.max(0, items.length - 1));
    this.stop();
    this.el.empty();
    this.el.toggle(items.length > 0);
    const isLong = items.length > MOST_AT_ONCE;
    this.chunks = [];
    for (let from = 0; from < items.length; from += ROWS_A_CHUNK) {
      const el = this.el.createDiv({ attr: { role: 'none' } });
      const to = Math.min(items.length, from + ROWS_A_CHUNK);
      this.chunks.push({ el, from, to, isDrawn: false });
    }
    if (isLong) this.watch();
    else for (const chunk of this.chunks) this.fill(chunk);
    if (hadFocus) this.focus();
  }

  focus(): void {
    this.select(this.selected, true);
  }

  stop(): void {
    this.observer?.disconnect();
    this.observer = null;
  }

  private watch(): void {
    const root = this.el.closest('.view-content');
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const chunk = this.chunks.find(({ el }) => el === target);
          if (chunk === undefined) continue;
          if (isIntersecting) this.fill(chunk);
          else this.drain(chunk);
        }
      },
      { root, rootMargin: '600px' },
    );
    this.observer = observer;
    for (const { el, from, to } of this.chunks) {
      el.setCssProps({ '--rh-rows': `${String((to - from) * ROW_HEIGHT)}px` });
      el.addClass('rh-marks-chunk');
      observer.observe(el);
    }
  }

  private fill(chunk: Chunk): void {
    if (chunk.isDrawn) return;
    chunk.isDrawn = true;
    chunk.el.removeClass('rh-marks-chunk');
    for (let at = chunk.from; at < chunk.to; at++) {
      const item = this.items[at];
      if (item === undefined) return;
      const isRow = 'mark' in item;
      const attr: Record<string, string> = isRow
        ? { 'aria-level': '2', 'aria-posinset': String(item.at + 1), 'aria-setsize': String(item.size) }
        : { 'aria-level': '1', 'aria-expanded': String(!item.folded) };
      const row = chunk.el.createDiv({ attr: { role: 'treeitem', 'data-item': String(at), ...attr } });
      this.actions.draw(item, row);
      if (!isRow) {
        row.addEventListener('click', () => {
          this.select(at, true);
          this.actions.act(item, 'fold');
        });
      }
      this.mark(row, at === this.selected);
    }
  }

  /** What is far from what is seen leaves its height alone. */
  private drain(chunk: Chunk): void {
    if (!chunk.isDrawn || chunk.el.contains(this.el.doc.activeElement)) return;
    chunk.isDrawn = false;
    chunk.el.setCssProps({ '--rh-rows': `${String(chunk.el.offsetHeight)}px` });
    chunk.el.addClass('rh-marks-chunk');
    chunk.el.empty();
  }

  private rowAt(at: number): HTMLElement | null {
    const chunk = this.chunks[Math.floor(at / ROWS_A_CHUNK)];
    if (chunk !== undefined) this.fill(chunk);
    return this.el.querySelector<HTMLElement>(`[data-item="${String(at)}"]`);
  }

  private select(at: number, withFocus: boolean): void {
    if (at !== this.selected) {
      const before = this.el.querySelector<HTMLElement>(`[data-item="${String(this.selected)}"]`);
      if (before !== null) this.mark(before, false);
      this.selected = at;
    }
    const row = this.rowAt(at);
    if (row === null) return;
    this.mark(row, true);
    if (!withFocus) return;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }

  private mark(row: HTMLElement, isSelected: boolean): void {
    row.setAttrs({ 'aria-selected': String(isSelected), tabindex: isSelected ? '0' : '-1' });
    row.toggleClass('is-selected', isSelected);
  }

  private onKey(event: KeyboardEvent): void {
    const item = this.items[this.selected];
    if (item === undefined || event.isComposing) return;
    const isOnRow = (event.target as HTMLElement).hasAttribute('data-item');
    if (!isOnRow && event.key !== 'Escape') return;
    const last = this.items.length - 1;
    const move = (at: number): void => {
      this.select(Math.max(0, Math.min(last, at)), true);
    };
    const isFolded = !('mark' in item) && item.folded;
    switch (event.key) {
      case 'ArrowDown':
        move(this.selected + 1);
        break;
      case 'ArrowUp':
        move(this.selected - 1);
        break;
      case 'Home':
        move(0);
        break;
      case 'End':
        move(last);
        break;
      case 'ArrowLeft':
        if ('mark' in item) move(this.selected - item.at - 1);
        else if (!isFolded) this.actions.act(item, 'fold');
        break;
      case 'ArrowRight':
        if (isFolded) this.actions.act(item, 'fold');
        else move(this.selected + 1);
        break;
      case 'Enter':
        this.actions.act(item, 'open', event);
        break;
      case ' ':
        this.actions.act(item, 'close');
        break;
      case '/':
        this.actions.act(item, 'filter');
        break;
      case 'Escape':
        this.actions.act(item, 'leave');
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

interface Chunk {
  readonly el: HTMLElement;
  readonly from: number;
  readonly to: number;
  isDrawn: boolean;
}
