import type { HeatmapOptions } from '../../../core/heatmap/options';
import type { Palette } from '../../../core/heatmap/palette';
import type { HeatmapProblemCode } from '../../../core/heatmap/problem-code';
import type { OptionProblems } from '../../../core/options/option-problems';

/** Share of a tile's side that the frame of an amount below all levels takes. */
const MOST_FRAME = 0.4;

/** Gives an element a palette; its tiles take their colours from there. */
export function paint(el: HTMLElement, palette: Palette): void {
  if (palette.kind === 'named') {
    el.dataset['palette'] = palette.name;
    return;
  }
  el.dataset['palette'] = 'own';
  const { length } = palette.colours;
  palette.colours.forEach((colour, i) => {
    const level = i + 1;
    // The frame that a level leaves uncovered, as the style sheet has it for four levels.
    const frame = MOST_FRAME * (1 - level / length);
    el.setCssProps({ [`--rh-level-${String(level)}`]: colour, [`--rh-frame-${String(level)}`]: frame.toFixed(3) });
  });
}

/** Problems with colours of one's own that the browser does not know; only it can tell. */
export function colourProblems(
  { palette, values }: HeatmapOptions,
  problems: OptionProblems<HeatmapProblemCode>,
  win: Window,
): void {
  for (const { written, colour } of values.listed) {
    if (colour !== null && !isColour(colour, win))
      problems.add('unknown-colour', ['values', written], { value: colour });
  }
  if (palette.kind === 'named') return;
  palette.colours.forEach((colour, i) => {
    if (!isColour(colour, win)) problems.add('unknown-colour', ['palette', i], { value: colour });
  });
}

/** Where the browser cannot be asked, a colour is taken on trust. */
function isColour(text: string, win: Window): boolean {
  const { CSS: css } = win as { readonly CSS?: { supports?(property: string, value: string): boolean } };
  return css?.supports === undefined || css.supports('color', text);
}
