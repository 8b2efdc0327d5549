/** The handbook packs of `src/content` by language, put in by scripts/pack-plugin.mjs. */
declare module 'virtual:handbook-packs' {
  /** A long text as scripts/pack-text.mjs packs it: UTF-8, deflated (RFC 1951), as base64. */
  export interface PackedText {
    readonly base64: string;
    /** Of the text, in UTF-8. */
    readonly bytes: number;
    readonly crc32: number;
  }
  /** `manifest` is the text of `pack.yaml`; `rest` JSON text of the other parts of `PackFiles`. */
  const packs: Readonly<Record<string, { readonly manifest: PackedText; readonly rest: PackedText }>>;
  export default packs;
}
