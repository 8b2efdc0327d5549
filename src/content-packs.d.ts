/** The handbook packs of `src/content` by language, put in by scripts/pack-plugin.mjs. */
declare module 'virtual:handbook-packs' {
  type PackedText = import('./features/handbook/packed-text').PackedText;
  /** `manifest` is the text of `pack.yaml`; `rest` JSON text of the other parts of `PackFiles`. */
  const packs: Readonly<Record<string, { readonly manifest: PackedText; readonly rest: PackedText }>>;
  export default packs;
}
