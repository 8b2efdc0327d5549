/** Shows to the letter what a form will write. */
export interface PreviewBox {
  readonly el: HTMLElement;
  /** Where the lines stand. */
  readonly code: HTMLElement;
  /** `lead` says where it goes; without lines the box cannot be seen, but keeps its room: what one is about to press does not move. */
  set(lead: string, lines: readonly string[]): void;
}

export function drawPreviewBox(parent: HTMLElement): PreviewBox {
  const el = parent.createDiv({ cls: 'rh-preview', attr: { 'aria-live': 'polite' } });
  const lead = el.createSpan({ cls: 'rh-hint' });
  const code = el.createEl('code');
  return {
    el,
    code,
    set: (words, lines) => {
      el.toggleClass('is-empty', lines.length === 0);
      lead.setText(words);
      code.setText(lines.join('\n'));
      // It grows into the room of the fields, and what is typed into stays in sight.
      const typedInto = el.doc.activeElement;
      if (parent.contains(typedInto)) typedInto?.scrollIntoView({ block: 'nearest' });
    },
  };
}
