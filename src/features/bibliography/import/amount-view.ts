/** How much of something is done, as a bar. */
export interface AmountView {
  set(part: number, whole: number, words: string): void;
}

export function drawAmount(parent: HTMLElement): AmountView {
  const bar = parent.createSpan({
    cls: 'rh-amount',
    attr: { role: 'progressbar', 'aria-valuemin': '0', 'aria-valuemax': '100' },
  });
  return {
    set: (part, whole, words) => {
      const percent = whole === 0 ? 0 : (part / whole) * 100;
      bar.setCssProps({ '--rh-value': percent.toFixed(1) });
      bar.setAttribute('aria-valuenow', String(Math.floor(percent)));
      bar.setAttribute('aria-valuetext', words);
    },
  };
}
