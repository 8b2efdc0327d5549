import type { Language } from '../core/ports';
import { en } from './en';
import type { GivenTexts, Wording } from './types';
import { zh } from './zh';

export type Wordings = Wording<typeof en>;

/** A language's texts. A release has src/i18n/fill.ts in place of this, which puts them together from texts that it is given. */
export function wordingsIn(language: Language, _texts: Partial<GivenTexts>): Wordings {
  return { zh, en }[language];
}
