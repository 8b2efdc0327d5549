import type { Component } from 'obsidian';
import type { WidgetOptions } from '../../offers/widget';
import type { Context } from '../context';
import { scriptSource } from './options';
import { TimeProgressView } from './view';

/** What scripts have drawn: into any element, over what they drew there before. */
export class ScriptViews {
  private readonly drawn = new WeakMap<HTMLElement, () => void>();

  constructor(private readonly ctx: Context) {}

  /**
   * Draws time progress into an element and keeps it current until `owner` unloads, the element leaves the page, or
   * something is drawn there anew.
   *
   * @param el - emptied first
   * @param options - keys and values of a `time-progress` block; wrong ones are drawn as error boxes, nothing is thrown
   */
  render(el: HTMLElement, options: WidgetOptions, owner: Component): void {
    this.drawn.get(el)?.();
    const stop = (): void => {
      this.drawn.delete(el);
      owner.removeChild(view);
    };
    const view = new TimeProgressView(el, this.ctx, scriptSource(this.ctx, options), stop);
    this.drawn.set(el, stop);
    owner.addChild(view);
  }
}
