import type { Language } from '../../../core/ports';
import type { Wordings } from '../../../i18n';
import type { HomeContext } from '../context';

/** What every section of the page is drawn with. */
export interface Frame {
  readonly ctx: HomeContext;
  readonly language: Language;
  /** Texts in that language. */
  readonly words: Wordings;
}

/** @param language - null for the app's */
export function frameFor(ctx: HomeContext, language: Language | null): Frame {
  const chosen = language ?? ctx.i18n.language;
  return { ctx, language: chosen, words: ctx.i18n.in(chosen) };
}

/** The element that carries the page's look; a section alone stands in one, too. */
export function createRoot(parent: HTMLElement, { words }: Frame): HTMLElement {
  return parent.createDiv({ cls: 'rh-home', attr: { lang: words.common.langTag } });
}

/** The head of a section: its name, and a quiet word at the other end. */
export function drawHead(parent: HTMLElement, title: string, aside: string | null): void {
  const head = parent.createDiv('rh-section-head');
  head.createDiv({ cls: 'rh-heading', text: title, attr: { role: 'heading', 'aria-level': 3 } });
  if (aside !== null) head.createSpan({ cls: 'rh-aside', text: aside });
}
