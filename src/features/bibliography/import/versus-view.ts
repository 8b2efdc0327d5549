import { newId } from '../../../ui/new-id';

/** One of two, side by side. */
export interface VersusOptions {
  /** What stands before the two, such as a property's name. */
  readonly name: string;
  /** What the choice is about, for a screen reader. */
  readonly label: string;
  readonly sides: readonly [string, string];
  /** Whether the second side is chosen. */
  readonly second: boolean;
  readonly onChange: (second: boolean) => void;
}

/** Old beside new, as two radio buttons: the chosen side is ringed and full text, so that colour is not needed. */
export function drawVersus(parent: HTMLElement, options: VersusOptions): void {
  const labelledBy = newId();
  const group = parent.createDiv({ cls: 'rh-versus', attr: { role: 'radiogroup', 'aria-labelledby': labelledBy } });
  const name = group.createSpan({ cls: 'rh-key-name', text: options.name });
  name.createSpan({ cls: 'rh-unseen', text: options.label, attr: { id: labelledBy } });
  const inputs = options.sides.map((text, at) => {
    const side = group.createEl('label');
    const input = side.createEl('input', { type: 'radio', cls: 'rh-radio', attr: { name: labelledBy } });
    input.checked = (at === 1) === options.second;
    side.createSpan({ text });
    return input;
  });
  const mark = (): void => {
    for (const input of inputs) input.parentElement?.toggleClass('is-kept', input.checked);
  };
  for (const input of inputs) {
    input.addEventListener('change', () => {
      mark();
      options.onChange(inputs[1]?.checked === true);
    });
  }
  mark();
}
