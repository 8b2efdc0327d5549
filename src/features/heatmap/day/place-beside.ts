/** Space between the tile and what is shown beside it, and to the window's edges. */
const GAP = 8;
const MARGIN = 12;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a popover goes: below what it belongs to, above where there is more room, and always within the window. */
export function placeBeside(anchor: Box, size: Size, view: Size): { readonly x: number; readonly y: number } {
  const centred = (anchor.left + anchor.right) / 2 - size.width / 2;
  const x = clamp(centred, MARGIN, view.width - size.width - MARGIN);
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - size.height;
  const fitsBelow = below + size.height <= view.height - MARGIN;
  const y = fitsBelow || view.height - anchor.bottom >= anchor.top ? below : above;
  return { x, y: clamp(y, MARGIN, view.height - size.height - MARGIN) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)));
}
