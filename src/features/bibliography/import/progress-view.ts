import type { Wordings } from '../../../i18n';
import { newId } from '../../../ui/new-id';
import { drawAmount } from './amount-view';

export interface ProgressView {
  /** @param milliseconds - since the beginning */
  set(done: number, total: number, milliseconds: number): void;
  wrote(path: string): void;
}

/** How far a long import is. */
export function drawProgress(parent: HTMLElement, total: number, t: Wordings['bibliography']): ProgressView {
  const box = parent.createDiv({ cls: 'rh-going' });
  const row = box.createDiv();
  const count = row.createSpan({ text: t.progress(0, total), attr: { id: newId() } });
  const left = row.createSpan({ cls: 'rh-muted' });
  const amount = drawAmount(box, count.id);
  amount.set(0, total);
  const current = box.createDiv({ cls: 'rh-muted rh-current' });
  parent.createDiv({ cls: 'rh-hint', text: t.stopHint });
  return {
    set: (done, of, milliseconds) => {
      count.setText(t.progress(done, of));
      amount.set(done, of);
      const seconds = Math.round((milliseconds / done) * (of - done)) / 1000;
      left.setText(milliseconds > 2000 && seconds >= 1 ? t.left(Math.round(seconds)) : '');
    },
    wrote: (path) => {
      current.setText(t.writing(path));
    },
  };
}
