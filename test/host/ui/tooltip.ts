// The app draws a tooltip for whatever bears an `aria-label`, on hover, and on focus that came by the keyboard.
const DELAY_MS = 100;

let tip: HTMLElement | null = null;
let timer = 0;

function hide(): void {
  window.clearTimeout(timer);
  tip?.remove();
  tip = null;
}

export interface TooltipOptions {
  readonly placement?: 'bottom' | 'right' | 'left' | 'top';
  readonly delay?: number;
  readonly classes?: string[];
}

export function displayTooltip(
  target: HTMLElement,
  content: string | DocumentFragment,
  options: TooltipOptions = {},
): void {
  hide();
  tip = document.body.createDiv({ cls: 'tooltip', attr: { role: 'tooltip' } });
  tip.setText(content);
  if (options.classes !== undefined) tip.addClasses(options.classes);
  tip.createDiv({ cls: 'tooltip-arrow' });
  const box = target.getBoundingClientRect();
  const size = tip.getBoundingClientRect();
  const below = options.placement !== 'top' && box.bottom + size.height + 8 < window.innerHeight;
  tip.toggleClass('mod-top', !below);
  const left = Math.max(4, Math.min(box.left + box.width / 2 - size.width / 2, window.innerWidth - size.width - 4));
  const top = below ? box.bottom + 8 : box.top - size.height - 8;
  tip.setCssStyles({ left: `${String(left)}px`, top: `${String(top)}px` });
}

function soon(target: HTMLElement): void {
  hide();
  timer = window.setTimeout(() => {
    const text = target.getAttribute('aria-label');
    if (text && target.isConnected) {
      displayTooltip(target, text, {
        placement: target.getAttribute('data-tooltip-position') === 'top' ? 'top' : 'bottom',
      });
    }
  }, DELAY_MS);
}

const labelled = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[aria-label]') : null;

export function installTooltips(): void {
  document.addEventListener('mouseover', (event) => {
    const target = labelled(event);
    if (target !== null) soon(target);
  });
  document.addEventListener('mouseout', (event) => {
    const target = labelled(event);
    if (target !== null && !target.contains(event.relatedTarget as Node | null)) hide();
  });
  document.addEventListener('focusin', (event) => {
    const target = labelled(event);
    if (target?.matches(':focus-visible')) soon(target);
  });
  document.addEventListener('focusout', hide);
  document.addEventListener('mousedown', hide, true);
}

/** `setTooltip`: the text becomes the element's `aria-label`, which the app shows. */
export function setTooltip(el: HTMLElement, text: string, options: TooltipOptions = {}): void {
  el.setAttribute('aria-label', text);
  if (options.placement !== undefined) el.setAttribute('data-tooltip-position', options.placement);
}
