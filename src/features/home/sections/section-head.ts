/** The head of a section: its name, and a quiet word at the other end. */
export function drawHead(parent: HTMLElement, title: string, aside: string | null): void {
  const head = parent.createDiv('rh-section-head');
  head.createDiv({ cls: 'rh-heading', text: title, attr: { role: 'heading', 'aria-level': 3 } });
  if (aside !== null) head.createSpan({ cls: 'rh-aside', text: aside });
}
