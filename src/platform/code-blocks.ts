import { MarkdownRenderChild, type MarkdownPostProcessorContext, type Plugin } from 'obsidian';
import type { Notify } from './notify';
import type { Translations } from '../i18n';

export type BlockHandler = (source: string, el: HTMLElement, ctx: MarkdownPostProcessorContext) => void | Promise<void>;

/**
 * One block in a note that is open. What a handler adds to it ends with the note, or with the plugin, whichever is
 * first; the app itself only does the former.
 */
class OpenBlock extends MarkdownRenderChild {
  constructor(
    containerEl: HTMLElement,
    private readonly source: string,
  ) {
    super(containerEl);
  }

  /** The plugin goes while the note stays: leaves the block as it looks without the plugin. */
  giveBack(): void {
    this.unload();
    this.containerEl.empty();
    this.containerEl.createEl('pre').createEl('code', { text: this.source });
  }
}

/**
 * Code blocks by name. A second registration of a name throws in the app and would keep the whole plugin from loading;
 * so where another plugin holds a name, ours still loads, and `rh-<name>` works besides.
 */
export class CodeBlocks {
  private readonly open = new Set<OpenBlock>();

  constructor(
    private readonly plugin: Plugin,
    private readonly notify: Notify,
    private readonly i18n: Translations,
  ) {
    plugin.register(() => {
      for (const block of [...this.open]) block.giveBack();
    });
  }

  register(name: string, handler: BlockHandler): void {
    if (this.tryRegister(name, handler)) {
      this.tryRegister(`rh-${name}`, handler);
      return;
    }
    if (this.tryRegister(`rh-${name}`, handler))
      this.notify.warn(this.i18n.ui.common.blockNameTaken(name, `rh-${name}`));
  }

  private tryRegister(name: string, handler: BlockHandler): boolean {
    try {
      this.plugin.registerMarkdownCodeBlockProcessor(name, (source, el, note) =>
        handler(source, el, this.track(source, el, note)),
      );
      return true;
    } catch {
      return false;
    }
  }

  /** The note as the handler sees it: what it adds belongs to the block. */
  private track(source: string, el: HTMLElement, note: MarkdownPostProcessorContext): MarkdownPostProcessorContext {
    const block = new OpenBlock(el, source);
    this.open.add(block);
    block.register(() => this.open.delete(block));
    note.addChild(block);
    const addChild = (child: MarkdownRenderChild): void => {
      block.addChild(child);
    };
    return Object.create(note, { addChild: { value: addChild } }) as MarkdownPostProcessorContext;
  }
}
