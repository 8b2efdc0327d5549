import { MarkdownRenderChild, type Component, type MarkdownPostProcessorContext } from 'obsidian';
import type { OptionProblem, ReadOptions } from '../core/options/problem';

/** What is drawn from a block's options. Loading draws it, with what is known, and keeps it current from then on. */
export interface Drawing extends Component {
  /** Resolves once it shows the vault as it is; printing waits for it. */
  ready(): Promise<void>;
}

/**
 * What a kind of block has of its own; the rest is the same for all.
 *
 * @typeParam Own - codes of problems that only this kind of block has
 * @typeParam Key - names of settings
 */
export interface LiveBlockParts<Options, Own extends string, Key extends string> {
  /** Reads the options as they are now. */
  read(): ReadOptions<Options, Own>;
  /** Makes the element that carries the block's look, around its problems and what is drawn; left out: there is none. */
  frame?(el: HTMLElement, options: Options): HTMLElement;
  /** Draws what was not understood, wherever there is any. */
  drawProblems(el: HTMLElement, problems: readonly OptionProblem<Own>[], options: Options): void;
  /** Draws the rest, below the problems; null where there is nothing that stays alive. */
  draw(el: HTMLElement, read: ReadOptions<Options, Own>): Drawing | null;
  /** Settings that the options lean on: the block is drawn anew when one of them changes. */
  readonly follow: readonly Key[];
  readonly settings: { subscribe(listener: (changed: ReadonlySet<Key>) => void): () => void };
}

/**
 * A block that is drawn from options, wherever they come from: a note's code block, a script, a form's preview. It draws
 * what is wrong with them and what they ask for, and lives until it is unloaded. What it drew stays where it is then: the
 * element belongs to whoever handed it over.
 */
export class LiveBlock<Options, Own extends string = never, Key extends string = never> extends MarkdownRenderChild {
  private drawing: Drawing | null = null;
  private drawn: Promise<void> = Promise.resolve();
  private end: () => void = () => undefined;
  private readonly ended = new Promise<void>((resolve) => {
    this.end = resolve;
  });

  /** @param el - for this block alone: whatever it holds goes */
  constructor(
    el: HTMLElement,
    private readonly parts: LiveBlockParts<Options, Own, Key>,
  ) {
    super(el);
  }

  override onload(): void {
    const { follow, settings } = this.parts;
    this.register(
      settings.subscribe((changed) => {
        if (follow.some((key) => changed.has(key))) this.redraw();
      }),
    );
    this.redraw();
  }

  override onunload(): void {
    this.end();
  }

  /** Reads the options anew and draws them in the place of what stands. */
  redraw(): void {
    const { containerEl: el, parts } = this;
    if (this.drawing !== null) this.removeChild(this.drawing);
    this.drawing = null;
    el.empty();
    const read = parts.read();
    const frame = parts.frame?.(el, read.options) ?? el;
    if (read.problems.length > 0) parts.drawProblems(frame, read.problems, read.options);
    this.drawing = parts.draw(frame, read);
    if (this.drawing === null) return;
    this.addChild(this.drawing);
    this.drawn = this.drawing.ready();
  }

  /** Resolves once what it draws shows the vault as it is, however often it is drawn anew meanwhile, or once it has ended. */
  async ready(): Promise<void> {
    let awaited: Promise<void> | null = null;
    while (awaited !== this.drawn) {
      awaited = this.drawn;
      await Promise.race([awaited, this.ended]);
    }
  }

  /** Gives it to the note that its block stands in, and draws it at once; resolves once it stands, so that a PDF is not blank. */
  async showIn(note: MarkdownPostProcessorContext): Promise<void> {
    note.addChild(this);
    this.load(); // whether or not the note's own owner has loaded yet
    await this.ready();
  }
}
