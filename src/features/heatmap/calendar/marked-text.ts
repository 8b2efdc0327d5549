/** Replaces an element's content by a text in which what stands between two `**` is strong. */
export function writeMarked(el: HTMLElement, text: string): void {
  el.empty();
  text.split('**').forEach((piece, index) => {
    if (piece === '') return;
    if (index % 2 === 1) el.createSpan({ cls: 'rh-strong', text: piece });
    else el.appendText(piece);
  });
}
