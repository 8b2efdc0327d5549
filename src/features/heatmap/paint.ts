import type { Palette } from '../../core/heatmap/palette';

/** Gives an element a palette; its tiles take their colours from there. */
export function paint(el: HTMLElement, palette: Palette): void {
  if (palette.kind === 'named') {
    el.dataset['palette'] = palette.name;
    return;
  }
  el.dataset['palette'] = 'own';
  el.setCssProps({ '--rh-levels': String(palette.colours.length) });
  palette.colours.forEach((colour, i) => {
    el.setCssProps({ [`--rh-own-${String(i + 1)}`]: colour });
  });
}

/** Whether a browser knows it as a colour; where it cannot be asked, it is taken on trust. */
export function isColour(
  text: string,
  win: Window & { readonly CSS?: { supports(property: string, value: string): boolean } },
): boolean {
  return win.CSS === undefined || win.CSS.supports('color', text);
}
