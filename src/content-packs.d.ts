/** The handbook packs of `src/content` by language, put in by scripts/pack-plugin.mjs. */
declare module 'virtual:handbook-packs' {
  /** A long text as scripts/pack-text.mjs packs it: UTF-8, deflated (RFC 1951), as base64. */
  export interface PackedText {
    readonly base64: string;
    /** Of the text, in UTF-8. */
    readonly bytes: number;
    readonly crc32: number;
  }
  /** Path and text of a note; then its id and what `history.json` holds for it, where it has earlier versions. */
  export type NoteRow = readonly [path: string, text: string, id?: string, history?: unknown];
  /** `manifest` is the text of `pack.yaml`; `notes` JSON text of a `NoteRow` for each note. */
  const packs: Readonly<Record<string, { readonly manifest: PackedText; readonly notes: PackedText }>>;
  export default packs;
}
