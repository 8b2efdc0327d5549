/** The texts that a release's modules of this folder put theirs together from; scripts/texts-plugin.mjs says what they are. */
export interface GivenTexts {
  /** The keys of all groups, as JSON. */
  readonly shape: string;
  readonly zh: string;
  readonly en: string;
}

/** Filled when the plugin starts, before any text is asked for. In a build for development the modules hold their texts. */
export const given: { -readonly [K in keyof GivenTexts]: string } = { shape: '', zh: '', en: '' };
