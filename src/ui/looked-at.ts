import { Component } from 'obsidian';
import type { Drawing } from './live-block';
import { redrawOnChange } from './redraw-on-change';

export interface LookedAtParts<T> {
  /** Calls back when it may look different; answers how to stop. */
  subscribe(listener: () => void): () => void;
  /** Looks at the vault; what it answers is plain data. */
  look(): Promise<T>;
  draw(parent: HTMLElement, model: T): void;
}

/** A part of the page that shows what a look at the vault answers, kept current; a late look does not show over a newer. */
export class LookedAt<T> extends Component implements Drawing {
  /** Shows a model at once. */
  readonly show: (model: T) => void;
  private looks = 0;

  constructor(
    el: HTMLElement,
    private readonly parts: LookedAtParts<T>,
  ) {
    super();
    this.show = redrawOnChange(el, (parent, model) => {
      parts.draw(parent, model);
    });
  }

  override onload(): void {
    this.register(this.parts.subscribe(() => void this.ready()));
    this.register(() => (this.looks += 1)); // what is still being looked at is not drawn any more
  }

  async ready(): Promise<void> {
    const look = ++this.looks;
    const model = await this.parts.look();
    if (look === this.looks) this.show(model);
  }
}
