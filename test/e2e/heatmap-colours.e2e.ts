import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, type OpenPage } from '../host/node';

const PALETTES = ['green', 'accent', 'blue', 'orange', 'ink', 'safe'] as const;
const block = (palette: string): string =>
  `\`\`\`calendar-heatmap\nsource: data\ndata: { 2026-11-02: 1, 2026-11-03: 2, 2026-11-04: 3, 2026-11-05: 4 }\n` +
  `range: 2026-11-01..2026-11-06\npalette: ${palette}\n\`\`\`\n`;

let opened: OpenPage;
beforeAll(async () => {
  opened = await openPage({
    plugin: true,
    files: { 'n.md': PALETTES.map(block).join('\n') },
    now: '2026-11-06T16:20:00',
  });
  await opened.open('n.md');
});
afterAll(async () => {
  expect(opened.errors).toEqual([]);
  await opened.close();
});

type Colour = readonly [number, number, number];

/** WCAG 2.2, "relative luminance". */
function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, "contrast ratio". */
function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

interface Painted {
  readonly page: Colour;
  /** A day without anything. */
  readonly tile: Colour;
  readonly levels: readonly Colour[];
}

/** What is painted, as the screen gets it: colours are mixed and partly see-through. */
function paintedIn(vars: string, theme: string): Promise<Record<string, Painted>> {
  return opened.page.evaluate(
    ([vars, theme]) => {
      document.body.classList.remove('theme-light', 'theme-dark');
      document.body.classList.add(theme);
      document.body.dataset['vars'] = vars;
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      if (canvas === null) throw new Error('no canvas');
      const page = document.body.createDiv({ attr: { style: 'background: var(--background-primary)' } });
      const under = getComputedStyle(page).backgroundColor;
      page.remove();
      const paint = (colour: string): Colour => {
        for (const style of [under, colour]) {
          canvas.fillStyle = style;
          canvas.fillRect(0, 0, 1, 1);
        }
        const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
        return [r, g, b];
      };
      const heatmaps = Array.from(document.querySelectorAll<HTMLElement>('.rh-heatmap'));
      return Object.fromEntries(
        heatmaps.map((heatmap) => {
          const colour = (day: string): Colour => {
            const tile = heatmap.querySelector(`[data-date="2026-11-0${day}"]`);
            return paint(tile === null ? 'none' : getComputedStyle(tile).backgroundColor);
          };
          return [
            heatmap.dataset['palette'],
            { page: paint(under), tile: colour('6'), levels: ['2', '3', '4', '5'].map(colour) },
          ];
        }),
      );
    },
    [vars, theme] as const,
  );
}

describe.each(['', 'warm', 'blue', 'contrast'])('with the variables %o', (vars) => {
  describe.each(['theme-light', 'theme-dark'])('in %s', (theme) => {
    let painted: Record<string, Painted>;
    beforeAll(async () => {
      painted = await paintedIn(vars, theme);
    });

    it.each(PALETTES)('%s can be seen, and each level told from the next', (palette) => {
      const { page, tile, levels } = painted[palette] ?? { page: [0, 0, 0], tile: [0, 0, 0], levels: [] };
      const [first, second, third, fourth] = levels as [Colour, Colour, Colour, Colour];
      // 3:1 is what WCAG 2.2 (1.4.11) asks of graphics; the rest is a promise of the design.
      expect(contrast(first, page)).toBeGreaterThanOrEqual(3.5);
      expect(contrast(first, tile)).toBeGreaterThanOrEqual(3);
      for (const [a, b] of [
        [first, second],
        [second, third],
        [third, fourth],
      ] as const) {
        expect(contrast(a, b)).toBeGreaterThanOrEqual(1.22); // 1.23, less the rounding to whole bytes
      }
      const brightness = levels.map(luminance);
      const ascending = [...brightness].sort((x, y) => x - y);
      expect(brightness).toEqual(theme === 'theme-light' ? ascending.reverse() : ascending);
    });
  });
});
