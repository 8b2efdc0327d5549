/** Shows beside a field as what it was understood: a list of names. */
export interface NameList {
  show(names: readonly string[]): void;
}

/** Draws an empty list. It is not read out as it changes, which it does with each letter; it stands right behind its field. */
export function drawNameList(parent: HTMLElement): NameList {
  const list = parent.createEl('ul', 'rh-names');
  list.hide();
  return {
    show: (names) => {
      list.empty();
      for (const name of names) list.createEl('li', { text: name });
      list.toggle(names.length > 0);
    },
  };
}
