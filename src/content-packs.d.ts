/** The handbook packs of `src/content` by language, put in by scripts/pack-plugin.mjs. */
declare module 'virtual:handbook-packs' {
  /** A long text as scripts/pack-text.mjs packs it: UTF-8, packed, as base64. */
  interface PackedBytes {
    /** Of the text, in UTF-8. */
    readonly bytes: number;
    readonly crc32: number;
  }
  /** Deflated (RFC 1951). */
  export interface DeflatedText extends PackedBytes {
    readonly deflated: string;
  }
  /** As src/core/packed/unmix.ts unpacks it. */
  export interface MixedText extends PackedBytes {
    readonly mixed: string;
  }
  /**
   * By language: `manifests` are the texts of each `pack.yaml`. `notes` are all notes, between U+0000: language, path and text
   * between U+0001, then, where a note has earlier versions, what `history.json` holds under its id.
   */
  const packs: { readonly manifests: Readonly<Record<string, string>>; readonly notes: MixedText };
  export default packs;
}
