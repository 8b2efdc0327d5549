import { drawField, type Field } from './field';

export interface TextField<T extends TextInput = HTMLInputElement> extends Field {
  readonly input: T;
}

export type TextInput = HTMLInputElement | HTMLTextAreaElement;

export interface TextFieldOptions {
  /** Unique in the window. */
  readonly id: string;
  readonly label: string;
  readonly remark?: string;
  readonly placeholder?: string;
  readonly value?: string;
  /** Which keyboard a phone brings up. */
  readonly inputMode?: 'numeric' | 'url';
  readonly onInput: (value: string) => void;
  /** The field is left. */
  readonly onLeave?: () => void;
}

/** A line of text under its label. */
export function drawTextField(parent: HTMLElement, options: TextFieldOptions): TextField {
  const field = drawField(parent, headOf(options));
  return { ...field, input: addTextInput(field.el, options) };
}

/** A few lines of text under their label. */
export function drawTextArea(
  parent: HTMLElement,
  options: TextFieldOptions & { readonly rows: number },
): TextField<HTMLTextAreaElement> {
  const field = drawField(parent, headOf(options));
  const input = field.el.createEl('textarea', { attr: { id: options.id, rows: options.rows } });
  input.setCssProps({ '--rh-rows': String(options.rows) });
  connect(input, options);
  return { ...field, input };
}

/** The control alone, for a field that holds more than one. */
export function addTextInput(parent: HTMLElement, options: TextFieldOptions): HTMLInputElement {
  const input = parent.createEl('input', { type: 'text', attr: { id: options.id } });
  connect(input, options);
  return input;
}

function headOf({ label, remark, id }: TextFieldOptions): Parameters<typeof drawField>[1] {
  return { label, controlId: id, ...(remark === undefined ? {} : { remark }) };
}

function connect(
  input: TextInput,
  { placeholder = '', value = '', inputMode, onInput, onLeave }: TextFieldOptions,
): void {
  input.placeholder = placeholder;
  input.value = value;
  input.autocomplete = 'off';
  if (inputMode !== undefined) input.inputMode = inputMode;
  input.addEventListener('input', () => {
    onInput(input.value);
  });
  input.addEventListener('change', () => onLeave?.());
}
