import { newId } from '../../../ui/new-id';
import { addIcon } from '../../../ui/result-list';

/** A group of entries of one fate. */
export interface GroupOptions {
  readonly outcome: string;
  readonly icon: string;
  readonly tone?: 'warn' | 'bad';
  readonly title: string;
  readonly hint: string;
  readonly open: boolean;
  /** How many rows there are; they are drawn as they come into sight. */
  readonly rows: number;
  readonly drawRow: (row: HTMLElement, at: number) => void;
  readonly more: (count: number) => string;
  /** A box that ticks all rows. */
  readonly tick?: { readonly label: string; readonly onChange: (on: boolean) => void };
}

export interface GroupView {
  /** Says how many, and how many of them are ticked. */
  setCount(text: string): void;
  setTick(state: 'all' | 'some' | 'none'): void;
  /** Draws the rows that are shown anew. */
  redraw(): void;
}

/** Rows that are drawn at a time: thousands would keep the window waiting. */
const TOGETHER = 100;

export function drawGroup(parent: HTMLElement, options: GroupOptions): GroupView {
  const place = parent.createDiv({ cls: 'rh-group' });
  const tick = options.tick === undefined ? null : drawTick(place, options.tick.label, true, options.tick.onChange);
  const details = place.createEl('details', { cls: 'rh-outcome', attr: { 'data-outcome': options.outcome } });
  const summary = details.createEl('summary');
  addIcon(summary, options.icon);
  if (options.tone !== undefined) summary.querySelector('.svg-icon')?.addClass(`rh-icon-${options.tone}`);
  summary.createSpan({ cls: 'rh-strong', text: options.title });
  summary.createSpan({ cls: 'rh-muted', text: options.hint });
  const count = summary.createSpan({ text: String(options.rows) });
  addIcon(summary, 'chevron-right');
  const list = details.createDiv({ attr: { role: 'list' } });
  let shown = 0;
  const drawMore = (upTo: number): void => {
    list.querySelector(':scope > .rh-more-rows')?.remove();
    for (; shown < Math.min(upTo, options.rows); shown++) {
      options.drawRow(list.createDiv({ attr: { role: 'listitem' } }), shown);
    }
    const left = options.rows - shown;
    if (left === 0) return;
    const place = list.createDiv({ cls: 'rh-more-rows' });
    const button = place.createEl('button', { cls: 'rh-small', text: options.more(Math.min(left, TOGETHER)) });
    button.addEventListener('click', () => {
      const next = shown;
      drawMore(shown + TOGETHER);
      list.children[next]?.querySelector<HTMLElement>('input, a, button')?.focus();
    });
  };
  const open = (): void => {
    if (details.open && shown === 0) drawMore(TOGETHER);
  };
  details.addEventListener('toggle', open);
  details.open = options.open;
  open();
  return {
    setCount: (text) => {
      count.setText(text);
    },
    setTick: (state) => {
      if (tick === null) return;
      tick.checked = state === 'all';
      tick.indeterminate = state === 'some';
    },
    redraw: () => {
      const upTo = shown;
      shown = 0;
      list.empty();
      if (upTo > 0) drawMore(upTo);
    },
  };
}

/** A box to tick; unless it stands in a label, one that is not seen says what of: an `aria-label` would show as a tooltip. */
export function drawTick(
  parent: HTMLElement,
  label: string | null,
  on: boolean,
  onChange: (on: boolean) => void,
): HTMLInputElement {
  const input = parent.createEl('input', { type: 'checkbox', cls: 'rh-tick', attr: { id: newId() } });
  if (label !== null) parent.createEl('label', { cls: 'rh-unseen', text: label, attr: { for: input.id } });
  input.checked = on;
  input.addEventListener('change', () => {
    onChange(input.checked);
  });
  return input;
}
