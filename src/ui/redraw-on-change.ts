/**
 * A part of the page that is drawn anew only where what it shows has changed, the focus staying where it was.
 *
 * @param draw - draws a model, which is plain data, into the emptied element
 */
export function redrawOnChange<T>(el: HTMLElement, draw: (el: HTMLElement, model: T) => void): (model: T) => void {
  let shown: string | null = null;
  return (model) => {
    const next = JSON.stringify(model);
    if (next === shown) return;
    shown = next;
    const focused = focusedWithin(el);
    el.empty();
    draw(el, model);
    if (focused !== null) refocus(el, focused);
  };
}

interface Focused {
  readonly key: string | null;
  readonly index: number;
}

const FOCUSABLE = 'a[href], button, input, summary';

function focusedWithin(el: HTMLElement): Focused | null {
  const active = el.doc.activeElement;
  if (active === null || !el.contains(active)) return null;
  return { key: active.getAttribute('data-key'), index: [...el.querySelectorAll(FOCUSABLE)].indexOf(active) };
}

/** To the same thing where it is still there, else to what took its place. */
function refocus(el: HTMLElement, { key, index }: Focused): void {
  const candidates = [...el.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const same = candidates.find((one) => key !== null && one.getAttribute('data-key') === key);
  (same ?? candidates[Math.min(Math.max(index, 0), candidates.length - 1)])?.focus({ preventScroll: true });
}
