import { newId } from '../new-id';
import { drawSegmented, type SegmentedOptions } from '../segmented';

export interface ChoiceFieldOptions<T extends string> extends Omit<SegmentedOptions<T>, 'labelledBy'> {
  readonly label: string;
  /** A few quiet words after the label. */
  readonly remark?: string;
}

/** One of a few, as a segmented row under its label. */
export function drawChoiceField<T extends string>(parent: HTMLElement, options: ChoiceFieldOptions<T>): HTMLElement {
  const el = parent.createDiv({ cls: 'rh-field' });
  const labelledBy = newId();
  const label = el.createSpan({ cls: 'rh-label', text: options.label, attr: { id: labelledBy } });
  if (options.remark !== undefined) label.createSpan({ text: ` ${options.remark}` });
  drawSegmented(el, { ...options, labelledBy });
  return el;
}
