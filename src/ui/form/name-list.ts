/** Shows beside a field as what it was understood: a list of names. */
export interface NameList {
  show(names: readonly string[]): void;
}

/** Draws an empty list; read out as it changes. */
export function drawNameList(parent: HTMLElement): NameList {
  const list = parent.createEl('ul', { cls: 'rh-names', attr: { 'aria-live': 'polite' } });
  list.hide();
  return {
    show: (names) => {
      list.empty();
      for (const name of names) list.createEl('li', { text: name });
      list.toggle(names.length > 0);
    },
  };
}
