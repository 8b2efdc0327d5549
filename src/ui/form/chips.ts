/** Usual values beside a text field: a tap fills it, and the one that it holds shows as pressed. */
export interface Chips {
  /** Lets the chip show that the field holds its value. */
  show(value: string): void;
}

export function drawChips(
  parent: HTMLElement,
  values: readonly { readonly value: string; readonly label: string }[],
  onPick: (value: string) => void,
): Chips {
  const buttons = values.map(({ value, label }) => {
    const attr = { type: 'button', 'aria-pressed': 'false', 'aria-label': label };
    const button = parent.createEl('button', { cls: 'rh-chip', text: value, attr });
    button.addEventListener('click', () => {
      onPick(value);
    });
    return { value, button };
  });
  return {
    show: (current) => {
      for (const { value, button } of buttons) button.setAttribute('aria-pressed', String(value === current));
    },
  };
}
