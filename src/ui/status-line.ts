import { addIcon } from './result-list';

/** A line that says what is wrong, or that all is well. */
export function drawStatusLine(parent: HTMLElement, text: string, isWell = false): HTMLElement {
  const line = parent.createDiv({ cls: 'rh-hint', attr: { role: isWell ? 'status' : 'alert' } });
  addIcon(line, isWell ? 'circle-check' : 'circle-alert');
  if (!isWell) line.querySelector('.svg-icon')?.addClass('rh-icon-bad');
  line.createSpan({ text });
  return line;
}
