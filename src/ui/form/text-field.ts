import { drawField, type Field } from './field';

export interface TextField extends Field {
  readonly input: HTMLInputElement | HTMLTextAreaElement;
}

export interface TextFieldOptions {
  /** Unique in the window. */
  readonly id: string;
  readonly label: string;
  readonly remark?: string;
  readonly placeholder?: string;
  readonly value?: string;
  /** More than one line high. */
  readonly rows?: number;
  /** Which keyboard a phone brings up. */
  readonly inputMode?: 'numeric' | 'url';
  readonly onInput: (value: string) => void;
  /** The field is left. */
  readonly onLeave?: () => void;
}

/** A line (or a few) of text under its label. */
export function drawTextField(parent: HTMLElement, options: TextFieldOptions): TextField {
  const { label, remark, id } = options;
  const field = drawField(parent, { label, controlId: id, ...(remark === undefined ? {} : { remark }) });
  return { ...field, input: addTextInput(field.el, options) };
}

/** The control alone, for a field that holds more than one. */
export function addTextInput(parent: HTMLElement, options: TextFieldOptions): HTMLInputElement | HTMLTextAreaElement {
  const { id, placeholder = '', value = '' } = options;
  const input =
    options.rows === undefined
      ? parent.createEl('input', { type: 'text', attr: { id } })
      : parent.createEl('textarea', { attr: { id, rows: options.rows } });
  input.placeholder = placeholder;
  input.value = value;
  input.autocomplete = 'off';
  if (options.inputMode !== undefined) input.inputMode = options.inputMode;
  input.addEventListener('input', () => {
    options.onInput(input.value);
  });
  input.addEventListener('change', () => options.onLeave?.());
  return input;
}
