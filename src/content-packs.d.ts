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
  /** As an LZMA file. */
  export interface LzmaText extends PackedBytes {
    readonly lzma: string;
  }
  /**
   * By language: `manifests` are the texts of each `pack.yaml`. `notes` are all notes, between U+0000: language, path and text
   * between U+0001, then, where a note has earlier versions, what `history.json` holds under its id.
   */
  const packs: { readonly manifests: Readonly<Record<string, DeflatedText>>; readonly notes: LzmaText };
  export default packs;
}
