/** The texts that ship in main.js, put in by scripts/texts-plugin.mjs. */
declare module 'virtual:shipped-texts' {
  /** So much of a text in UTF-8, and the check sum of that. */
  export interface TextExtent {
    readonly bytes: number;
    readonly crc32: number;
  }

  /** A long text as scripts/pack-text.mjs packs it and src/core/packed/unmix.ts unpacks it: UTF-8, as base64. */
  export interface MixedText extends TextExtent {
    readonly mixed: string;
    /** What it begins with, and can be unpacked without the rest. */
    readonly first: TextExtent;
  }

  /**
   * `start` is what a start of the app reads, in parts between U+0005: the keys of the interface's texts, its texts
   * (see scripts/wording-plugin.mjs), each in English and then in Chinese, then of each handbook its language and `pack.yaml`, and of each
   * list of a course its name and its text, between U+0001. `notes` are all
   * notes, between U+0000: language, path and text between U+0001, then, where a note has earlier versions, what `history.json` holds under
   * its id. Packed, they are one text, one after the other; a build for development leaves them in plain.
   */
  export type Shipped = MixedText | { readonly start: string; readonly notes: string };

  const shipped: Shipped;
  export default shipped;
}
