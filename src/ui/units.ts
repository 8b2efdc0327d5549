/** A bar with a gap between its units, as much of it full as is done; then how many are. */
export function drawUnits(
  parent: HTMLElement,
  { title, done, total }: { readonly title: string; readonly done: number; readonly total: number },
): void {
  const value = Math.floor((done / total) * 100);
  const attr = { role: 'progressbar', 'aria-valuenow': value, 'aria-label': title, 'data-units': total };
  const bar = parent.createSpan({ cls: 'rh-amount', attr });
  bar.setCssProps({ '--rh-value': String((done / total) * 100), '--rh-units': String(total) });
  parent.createSpan({ cls: 'rh-unbroken', text: `${String(done)} / ${String(total)}` });
}
