import type { Language } from '../ports';

/** Of the languages that we write, the one for notes in another; `tag` is of BCP 47. */
export const asLanguage = (tag: string): Language => (/^zh\b/i.test(tag) ? 'zh' : 'en');
