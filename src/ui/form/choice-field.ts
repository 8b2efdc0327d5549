import { drawSegmented, type SegmentedOptions } from '../segmented';

/** One of a few, as a segmented row under its label. */
export function drawChoiceField<T extends string>(parent: HTMLElement, options: SegmentedOptions<T>): HTMLElement {
  const el = parent.createDiv({ cls: 'rh-field' });
  el.createSpan({ cls: 'rh-label', text: options.label, attr: { 'aria-hidden': 'true' } }); // the group has it for its name
  drawSegmented(el, options);
  return el;
}
