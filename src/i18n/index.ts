import type { Language } from '../core/ports';
import type { GivenTexts } from './types';
import { wordingsIn, type Wordings } from './wordings';

export type { Wordings } from './wordings';

/** Texts of the interface, and the words that go into notes. */
export interface Translations {
  /** Language of the interface: Chinese where the app is Chinese, else English. */
  readonly language: Language;
  /** Texts in the interface's language. */
  readonly ui: Wordings;
  /** Texts in a given language, for what is written into notes or asked for by a block's `language`. */
  in(language: Language): Wordings;
}

/**
 * @param appLanguage - the app's language code, e.g. `zh`, `zh-TW`, `en-GB`.
 * @param texts - what a release puts the texts together from; other builds need none
 */
export function translations(appLanguage: string, texts: Partial<GivenTexts> = {}): Translations {
  const made: Partial<Record<Language, Wordings>> = {};
  const wordings = (language: Language): Wordings => (made[language] ??= wordingsIn(language, texts));
  const language: Language = appLanguage.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  return { language, ui: wordings(language), in: wordings };
}
