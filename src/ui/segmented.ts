export interface Segment<T extends string> {
  readonly value: T;
  readonly label: string;
}

export interface SegmentedOptions<T extends string> {
  /** What radio buttons share; no other group of the window has it. */
  readonly name: string;
  /** Id of the words that name the group: an `aria-label` would bring them up a second time, as a tooltip. */
  readonly labelledBy: string;
  readonly segments: readonly Segment<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, as a row of radio buttons; arrow keys move within it as in any radio group. */
export function drawSegmented<T extends string>(parent: HTMLElement, options: SegmentedOptions<T>): HTMLElement {
  const group = parent.createDiv({
    cls: 'rh-choice',
    attr: { role: 'radiogroup', 'aria-labelledby': options.labelledBy },
  });
  const { name } = options;
  for (const { value, label } of options.segments) {
    const row = group.createEl('label');
    const input = row.createEl('input', { cls: 'rh-choice-input', type: 'radio', attr: { name } });
    input.value = value;
    input.checked = value === options.value;
    input.addEventListener('change', () => {
      if (input.checked) options.onChange(value);
    });
    row.createSpan({ text: label });
  }
  return group;
}
