import type { Component } from 'obsidian';

/** Options of a widget: the same keys and values as in its code block, already parsed. */
export type WidgetOptions = Readonly<Record<string, unknown>>;

/** Something drawn into an element and kept current, as its code block would be. */
export interface Widget {
  /**
   * Draws it; wrong options are drawn as an error box in the element, nothing is thrown.
   *
   * @param el - for the widget alone: it is emptied first, and what was drawn stays in it when the owner unloads
   * @param owner - the widget stops when this component unloads
   */
  draw(el: HTMLElement, options: WidgetOptions, owner: Component): void;
}
