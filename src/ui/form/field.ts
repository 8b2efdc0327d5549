import { addIcon } from '../result-list';

/** A labelled place of a form, with room for a remark or an error below it. */
export interface Field {
  readonly el: HTMLElement;
  /** Says what is wrong, beside the field; null takes it back. */
  setProblem(text: string | null): void;
  /** A quiet remark below; null for none. An error stands in its place while there is one. */
  setHint(text: string | null): void;
  /** The quiet words after the label. */
  setRemark(text: string): void;
}

export interface FieldOptions {
  readonly label: string;
  /** A few quiet words after the label. */
  readonly remark?: string;
  /** Id of the control that the label belongs to; unique in the window. */
  readonly controlId?: string;
}

/** Draws the label; the caller adds the control to `el` before setting a hint or a problem. */
export function drawField(parent: HTMLElement, options: FieldOptions): Field {
  const el = parent.createDiv({ cls: 'rh-field' });
  const { controlId } = options;
  const label =
    controlId === undefined
      ? el.createSpan({ cls: 'rh-label' })
      : el.createEl('label', { cls: 'rh-label', attr: { for: controlId } });
  label.appendText(options.label);
  label.appendText(' ');
  const remark = label.createSpan({ text: options.remark ?? '' });
  let problem: string | null = null;
  let hint: string | null = null;
  const show = (): void => {
    el.querySelector(':scope > .rh-hint')?.remove();
    const control = controlId === undefined ? null : el.querySelector(`[id="${controlId}"]`);
    const text = problem ?? hint;
    control?.toggleAttribute('aria-describedby', false);
    if (text === null) return;
    const line = el.createSpan({ cls: 'rh-hint' });
    if (controlId !== undefined) {
      line.id = `${controlId}-hint`;
      control?.setAttribute('aria-describedby', line.id);
    }
    if (problem !== null) {
      line.setAttribute('role', 'alert');
      addIcon(line, 'circle-alert');
      line.querySelector('.svg-icon')?.addClass('rh-icon-bad');
    }
    line.createSpan({ text });
  };
  return {
    el,
    setRemark: (text) => {
      remark.setText(text);
    },
    setProblem: (text) => {
      if (text === problem) return;
      problem = text;
      el.toggleAttribute('data-invalid', text !== null);
      const control = controlId === undefined ? null : el.querySelector(`[id="${controlId}"]`);
      control?.setAttribute('aria-invalid', String(text !== null));
      show();
    },
    setHint: (text) => {
      if (text === hint) return;
      hint = text;
      show();
    },
  };
}
