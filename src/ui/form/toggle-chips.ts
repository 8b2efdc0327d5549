import { newId } from '../new-id';

export interface ToggleChipsOptions<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly value: readonly T[];
  /** Gets what is on, in the order of the choices. */
  readonly onChange: (value: readonly T[]) => void;
}

/** Any of a few: each chip is on or off. */
export function drawToggleChips<T extends string>(parent: HTMLElement, options: ToggleChipsOptions<T>): void {
  const { label, choices, onChange } = options;
  const field = parent.createDiv({ cls: 'rh-field' });
  const id = newId();
  field.createSpan({ cls: 'rh-label', text: label, attr: { id } });
  const group = field.createDiv({ cls: 'rh-minutes', attr: { role: 'group', 'aria-labelledby': id } });
  const on = new Set(options.value);
  for (const { value, label: text } of choices) {
    const attr = { type: 'button', 'aria-pressed': String(on.has(value)) };
    const chip = group.createEl('button', { cls: 'rh-chip', text, attr });
    chip.addEventListener('click', () => {
      if (!on.delete(value)) on.add(value);
      chip.setAttribute('aria-pressed', String(on.has(value)));
      onChange(choices.map((choice) => choice.value).filter((choice) => on.has(choice)));
    });
  }
}
