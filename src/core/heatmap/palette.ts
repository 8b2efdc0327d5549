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

/** Hues of the theme, by the names that its variables have, in an order in which neighbours are told apart. */
export const HUES = ['blue', 'orange', 'green', 'purple', 'cyan', 'red', 'yellow', 'pink'] as const;

/** A hue of the theme, deep enough to be seen on its page; beyond the eighth each comes again, nearer to the text. */
export function wordColour(at: number): string {
  return hueColour(HUES[at % HUES.length] ?? 'blue', at < HUES.length ? 72 : 40);
}

export function hueColour(hue: string, share = 72): string {
  return `color-mix(in oklab, var(--color-${hue}) ${String(share)}%, var(--text-normal))`;
}
