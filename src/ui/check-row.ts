import type { App } from 'obsidian';
import { setChecked, type ChecklistItem } from '../core/home/checklist';
import type { NoteStore } from '../core/ports';
import type { Wordings } from '../i18n';
import { drawItemWords } from './item-words';

/** What a row leans on to write to its note, and to say that it could not. */
export interface CheckContext {
  readonly app: App;
  readonly notes: Pick<NoteStore, 'change'>;
  readonly notify: { warn(text: string): void };
  readonly words: Wordings;
}

/** An item of a checklist, with the note it stands in. */
export interface PlacedItem {
  readonly path: string;
  readonly item: ChecklistItem;
}

/** Called when the student ticks, or takes a tick back; the writing has been tried by then. */
export type OnTick = (placed: PlacedItem, written: boolean) => void;

/** A row with a checkbox that writes to the note, and the words, which lead there; links in them stay links. */
export function drawCheck(parent: HTMLElement, ctx: CheckContext, placed: PlacedItem, onTick: OnTick): HTMLElement {
  const { path, item } = placed;
  const row = parent.createDiv({ attr: { role: 'listitem' }, cls: item.done ? 'is-done' : '' });
  const label = row.createEl(item.hasBox ? 'label' : 'div', {
    cls: item.hasBox ? 'rh-check-row' : 'rh-check-row is-bullet',
  });
  if (item.hasBox) drawBox(label, ctx, placed, onTick);
  drawItemWords(label, ctx.app, { path, item });
  return row;
}

function drawBox(label: HTMLElement, ctx: CheckContext, placed: PlacedItem, onTick: OnTick): void {
  const { path, item } = placed;
  const box = label.createEl('input', {
    cls: 'rh-check',
    attr: { type: 'checkbox', 'data-key': `${path}:${String(item.line)}` },
  });
  box.checked = item.done;
  box.addEventListener('change', () => {
    const checked = box.checked;
    void tick(ctx, path, item, checked).then((written) => {
      if (!written) box.checked = !checked;
      onTick(placed, written);
    });
  });
}

/** Sets an item's checkbox in its note and nothing else there; answers whether it was written. */
export async function tick(ctx: CheckContext, path: string, item: ChecklistItem, checked: boolean): Promise<boolean> {
  const result = await ctx.notes.change(path, (text) => setChecked(text, item, checked));
  if (!result.ok) ctx.notify.warn(ctx.words.home.thisWeek.tickFailed(item.words));
  return result.ok;
}
