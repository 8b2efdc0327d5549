import type { Component } from '../base/component';
import {
  type CodeBlockHandler,
  type PostProcessor,
  type PostProcessorContext,
  registries,
  type SectionInfo,
  theApp,
} from '../registries';
import { adopt } from './lifecycle';

let documents = 0;

export function contextFor(
  sourcePath: string,
  owner: Component,
  info: () => SectionInfo | null,
  depth = 0,
): PostProcessorContext & { readonly depth: number } {
  documents += 1;
  return {
    docId: String(documents),
    sourcePath,
    frontmatter: theApp().metadataCache.getCache(sourcePath)?.frontmatter,
    depth,
    addChild: (child) => {
      adopt(owner, child);
    },
    getSectionInfo: () => info(),
  };
}

/** Runs every registered post-processor over a drawn piece, in their order; one that fails does not keep the others from running. */
export async function postProcess(el: HTMLElement, context: PostProcessorContext): Promise<void> {
  for (const { run } of [...registries.postProcessors].sort((a, b) => a.order - b.order)) {
    try {
      await run(el, context);
    } catch (error) {
      console.error(error);
    }
  }
}

/** A post-processor that gives a handler the code blocks of one language, each replaced by an empty element. */
export function codeBlockPostProcessor(language: string, handler: CodeBlockHandler): PostProcessor {
  return async (el, context) => {
    for (const code of [...el.querySelectorAll('pre > code')]) {
      if (!code.classList.contains(`language-${language}`)) continue;
      const block = createDiv({ cls: `block-language-${language}` });
      code.parentElement?.replaceWith(block);
      try {
        await handler(code.textContent.replace(/\n$/, ''), block, context);
      } catch (error) {
        block.createEl('pre', { text: String(error) });
        console.error(error);
      }
    }
  };
}

export function registerPostProcessor(run: PostProcessor, order = 0): void {
  registries.postProcessors.push({ run, order });
}

export function unregisterPostProcessor(run: PostProcessor): void {
  registries.postProcessors = registries.postProcessors.filter((entry) => entry.run !== run);
}
