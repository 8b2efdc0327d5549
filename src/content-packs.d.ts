/** The handbook packs of `src/content`, put in by scripts/pack-plugin.mjs: JSON text of `PackFiles` by language. */
declare module 'virtual:handbook-packs' {
  const packs: string;
  export default packs;
}
