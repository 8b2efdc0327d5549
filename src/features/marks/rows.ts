import type { Closing } from '../../core/marks/close-mark';
import type { Keyword } from '../../core/marks/keywords';
import type { ListedMark } from '../../core/marks/listing';
import { noteName } from '../../core/vault/path';
import { addIcon } from '../../ui/result-list';
import type { Context } from '../context';
import { markLook } from './look';

export interface RowActions {
  readonly open: (mark: ListedMark, event: MouseEvent | KeyboardEvent) => void;
  readonly ask: (mark: ListedMark) => void;
  readonly write: (mark: ListedMark, closing: Closing) => void;
  readonly cancel: () => void;
  readonly addSource: (mark: ListedMark) => void;
}

export interface RowLook {
  readonly keyword: Keyword | undefined;
  /** How it would be closed, where that is asked. */
  readonly closing: Closing | null;
  readonly actions: RowActions;
}

export function drawGroup(
  row: HTMLElement,
  { keyword, title, count }: { readonly keyword: Keyword | undefined; readonly title: string; readonly count: string },
): void {
  row.addClass('rh-marks-group');
  addIcon(row, 'chevron-right');
  if (keyword !== undefined) row.createSpan({ cls: 'rh-mark-shape', attr: markLook(keyword) });
  row.createSpan({ text: title });
  row.createSpan({ cls: 'rh-aside', text: count });
}

/** A mark: the shape that closes it, what it says, where it stands. */
export function drawRow(
  ctx: Context,
  row: HTMLElement,
  mark: ListedMark,
  { keyword, closing, actions }: RowLook,
): void {
  const t = ctx.i18n.ui.marks;
  const { done, arg, text, path, line } = mark;
  const button = (parent: HTMLElement, cls: string, label: string, run: () => void): HTMLElement => {
    const made = parent.createEl('button', { cls, text: label, attr: { type: 'button' } });
    made.addEventListener('click', (event) => {
      event.stopPropagation();
      run();
    });
    return made;
  };
  row.addClass('rh-marks-row');
  const shape = button(row, 'rh-mark-close', '', () => {
    actions.ask(mark);
  });
  shape.setAttrs({ 'aria-label': t.closeMark(text), tabindex: '-1' });
  shape.toggleAttribute('disabled', done);
  shape.createSpan({ cls: done ? 'rh-mark-shape is-done' : 'rh-mark-shape', attr: markLook(keyword) });
  const words = row.createSpan({ cls: done ? 'rh-mark-text is-done' : 'rh-mark-text' });
  if (arg !== '') words.createSpan({ cls: 'rh-muted', text: `${arg} ` });
  words.appendText(text);
  const where = row.createSpan('rh-where');
  where.createSpan({ text: noteName(path) });
  where.createSpan({ text: ctx.i18n.ui.search.line(line + 1) });
  if (keyword?.name === 'READ' && !done) {
    button(where, 'rh-plain', t.addSource, () => {
      actions.addSource(mark);
    });
  }
  row.addEventListener('click', (event) => {
    actions.open(mark, event);
  });
  if (closing === null) return;
  const ask = row.createDiv('rh-close-ask');
  ask.createDiv({ cls: 'rh-raw', text: closing.after.trim() });
  const buttons = ask.createDiv();
  button(buttons, 'rh-small', t.write(closing.line + 1), () => {
    actions.write(mark, closing);
  });
  button(buttons, 'rh-small', ctx.i18n.ui.common.cancel, actions.cancel);
}
