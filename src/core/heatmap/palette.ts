/** Palettes that the style sheet makes from the theme's own colours. */
export const PALETTES = ['green', 'accent', 'blue', 'orange', 'ink', 'safe'] as const;
export type PaletteName = (typeof PALETTES)[number];

/** A palette by name, or one's own colours from the least to the most, as CSS writes them. */
export type Palette =
  | { readonly kind: 'named'; readonly name: PaletteName }
  | { readonly kind: 'own'; readonly colours: readonly string[] };

const NAMED_LEVELS = 4;
export const MOST_COLOURS = 12;

export function levelsOf(palette: Palette): number {
  return palette.kind === 'named' ? NAMED_LEVELS : palette.colours.length;
}
