import type { MarkdownPostProcessorContext, Plugin } from 'obsidian';
import type { Notify } from './notify';
import type { Translations } from '../i18n';

export type BlockHandler = (source: string, el: HTMLElement, ctx: MarkdownPostProcessorContext) => void | Promise<void>;

/**
 * Code blocks by name. A second registration of a name throws in the app and would keep the whole plugin from loading;
 * so where another plugin holds a name, ours still loads, and `rh-<name>` works besides.
 */
export class CodeBlocks {
  constructor(
    private readonly plugin: Plugin,
    private readonly notify: Notify,
    private readonly i18n: Translations,
  ) {}

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
      this.plugin.registerMarkdownCodeBlockProcessor(name, handler);
      return true;
    } catch {
      return false;
    }
  }
}
