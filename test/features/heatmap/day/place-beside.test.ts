import { describe, expect, it } from 'vitest';
import { placeBeside } from '../../../../src/features/heatmap/day/place-beside';

const VIEW = { width: 1000, height: 600 };
const LIST = { width: 300, height: 200 };
const tileAt = (left: number, top: number) => ({ left, top, right: left + 12, bottom: top + 12 });

describe('a list beside its day', () => {
  it('stands 8 px below it, in its middle', () => {
    expect(placeBeside(tileAt(494, 100), LIST, VIEW)).toEqual({ x: 350, y: 120 });
  });

  it('stands 8 px above it where there is more room, so that it does not cover its day', () => {
    expect(placeBeside(tileAt(494, 400), LIST, VIEW)).toEqual({ x: 350, y: 192 });
  });

  it('keeps 12 px from the window’s edges', () => {
    expect(placeBeside(tileAt(20, 100), LIST, VIEW).x).toBe(12);
    expect(placeBeside(tileAt(980, 100), LIST, VIEW).x).toBe(688);
    expect(placeBeside(tileAt(494, 300), { width: 300, height: 560 }, VIEW).y).toBe(12);
  });

  it('begins at the window’s edge where it is larger than the window', () => {
    expect(placeBeside(tileAt(100, 100), { width: 2000, height: 900 }, VIEW)).toEqual({ x: 12, y: 12 });
  });
});
