/** The handbook packs of `src/content` by language, put in by scripts/pack-plugin.mjs. */
declare module 'virtual:handbook-packs' {
  /** A long text as scripts/pack-text.mjs packs it and src/core/packed/unmix.ts unpacks it: UTF-8, as base64. */
  export interface MixedText {
    readonly mixed: string;
    /** Of the text, in UTF-8. */
    readonly bytes: number;
    readonly crc32: number;
  }
  /**
   * By language: `manifests` are the texts of each `pack.yaml`. `notes` are all notes, between U+0000: language, path and text
   * between U+0001, then, where a note has earlier versions, what `history.json` holds under its id. A build for development leaves
   * them in plain.
   */
  const packs: { readonly manifests: Readonly<Record<string, string>>; readonly notes: MixedText | string };
  export default packs;
}
