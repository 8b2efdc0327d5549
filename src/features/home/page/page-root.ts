import type { SectionContext } from '../sections/section-context';

/** The element that carries the page's look; a section alone stands in one, too. */
export function createPageRoot(parent: HTMLElement, { words }: SectionContext): HTMLElement {
  return parent.createDiv({ cls: 'rh-home', attr: { lang: words.common.langTag } });
}
