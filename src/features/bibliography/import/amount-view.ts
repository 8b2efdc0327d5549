/** How much of something is done, as a bar. */
export interface AmountView {
  set(part: number, whole: number): void;
}

/**
 * @param labelledBy - id of the words that say how much; without one the bar only shows what stands beside it, and is not
 *   heard
 */
export function drawAmount(parent: HTMLElement, labelledBy: string | null): AmountView {
  const bar = parent.createSpan({ cls: 'rh-amount' });
  if (labelledBy === null) bar.setAttribute('aria-hidden', 'true');
  else {
    bar.setAttribute('role', 'progressbar');
    bar.setAttribute('aria-labelledby', labelledBy);
    bar.setAttribute('aria-valuemin', '0');
    bar.setAttribute('aria-valuemax', '100');
  }
  return {
    set: (part, whole) => {
      const percent = whole === 0 ? 0 : (part / whole) * 100;
      bar.setCssProps({ '--rh-value': percent.toFixed(1) });
      if (labelledBy !== null) bar.setAttribute('aria-valuenow', String(Math.floor(percent)));
    },
  };
}
