import type { Language } from '../../../core/ports';
import type { Wordings } from '../../../i18n';
import type { HomeContext } from '../context';

/** What a section leans on: the page's context, and the language that its block asks for. */
export interface SectionContext extends HomeContext {
  readonly language: Language;
  /** Texts in that language. */
  readonly words: Wordings;
}

/** @param language - null for the app's */
export function sectionContext(ctx: HomeContext, language: Language | null): SectionContext {
  const chosen = language ?? ctx.i18n.language;
  return { ...ctx, language: chosen, words: ctx.i18n.in(chosen) };
}
