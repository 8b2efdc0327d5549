import { setIcon } from 'obsidian';

/** One kind of outcome with its notes. */
export interface ResultGroup {
  readonly outcome:
    'failed' | 'kept' | 'outdated' | 'deleted' | 'merged' | 'updated' | 'created' | 'removed' | 'unchanged';
  readonly title: string;
  /** A few words beside the title; may be empty. */
  readonly hint: string;
  readonly open: boolean;
  readonly items: readonly ResultItem[];
}

export interface ResultItem {
  /** Path of the note. */
  readonly path: string;
  /** Whether the path leads to a note that can be opened. */
  readonly exists: boolean;
  /** What is said after the path; may be empty. */
  readonly text: string;
  /** Something to do about it; once it is done, `done` puts words in its place. */
  readonly action?: { readonly label: string; readonly run: (done: (words: string) => void) => void };
}

const ICONS: Readonly<Record<ResultGroup['outcome'], string>> = {
  failed: 'circle-alert',
  kept: 'lock',
  outdated: 'clock',
  deleted: 'trash',
  merged: 'check',
  updated: 'rotate-ccw',
  created: 'plus',
  removed: 'trash',
  unchanged: 'minus',
};

/**
 * Draws what a run did, or would do, grouped by outcome; groups without notes are left out.
 *
 * @param open - opens a note when its path is clicked
 */
export function drawResultList(
  parent: HTMLElement,
  groups: readonly ResultGroup[],
  open: (path: string, event: MouseEvent) => void,
): HTMLElement {
  const list = parent.createDiv();
  for (const group of groups) if (group.items.length > 0) drawGroup(list, group, open);
  return list;
}

function drawGroup(list: HTMLElement, group: ResultGroup, open: (path: string, event: MouseEvent) => void): void {
  const details = list.createEl('details', { cls: 'rh-outcome', attr: { 'data-outcome': group.outcome } });
  details.open = group.open;
  const summary = details.createEl('summary');
  addIcon(summary, ICONS[group.outcome]);
  if (group.outcome === 'failed') summary.querySelector('.svg-icon')?.addClass('rh-icon-bad');
  summary.createSpan({ cls: 'rh-strong', text: group.title });
  summary.createSpan({ cls: 'rh-muted', text: group.hint });
  summary.createSpan({ text: String(group.items.length) });
  addIcon(summary, 'chevron-right');
  const items = details.createDiv({ attr: { role: 'list' } });
  for (const item of group.items) drawItem(items.createDiv({ attr: { role: 'listitem' } }), item, open);
}

function drawItem(row: HTMLElement, item: ResultItem, open: (path: string, event: MouseEvent) => void): void {
  if (item.exists) {
    const link = row.createEl('a', { cls: 'rh-link', text: item.path, href: '#' });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      open(item.path, event);
    });
  } else {
    row.createSpan({ text: item.path });
  }
  row.appendText(item.text);
  const { action } = item;
  if (action === undefined) return;
  const button = row.createEl('a', { cls: 'rh-strong', text: action.label, href: '#', attr: { role: 'button' } });
  button.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    button.click();
  });
  button.addEventListener('click', (event) => {
    event.preventDefault();
    action.run((words) => {
      button.replaceWith(words);
    });
  });
}

/** An icon that only decorates: the words beside it say the same. Where the app has no such icon its place stays. */
export function addIcon(parent: HTMLElement, name: string): void {
  const holder = createFragment().createSpan();
  setIcon(holder, name);
  const icon = holder.firstElementChild ?? holder;
  icon.setAttribute('aria-hidden', 'true');
  parent.append(icon);
}
