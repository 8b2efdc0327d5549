import type { Language } from '../core/ports';
import { en } from './en';
import { given, type GivenTexts } from './given';
import type { Wording } from './types';
import { zh } from './zh';

export type Wordings = Wording<typeof en>;

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
 * @param texts - what a release's modules put the texts together from; others need none
 */
export function translations(appLanguage: string, texts: Partial<GivenTexts> = {}): Translations {
  Object.assign(given, texts);
  const language: Language = appLanguage.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  const wordings: Readonly<Record<Language, Wordings>> = { zh, en };
  return { language, ui: wordings[language], in: (wanted) => wordings[wanted] };
}
