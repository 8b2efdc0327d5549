// The user's hands in jsdom: events as a browser sends them, then waiting until what they caused is done.
import type { Host } from './host';

export function userActions(
  window: Window & typeof globalThis,
  element: (target: string | Element) => Element,
  settle: () => Promise<void>,
): Pick<Host, 'click' | 'hover' | 'fill' | 'press'> {
  return {
    click: async (target, held = {}) => {
      const at = element(target) as HTMLElement;
      const init = { bubbles: true, cancelable: true, ...held };
      if (at.dispatchEvent(new window.MouseEvent('mousedown', init))) at.focus();
      at.dispatchEvent(new window.MouseEvent('mouseup', init));
      at.dispatchEvent(new window.MouseEvent('click', init));
      await settle();
    },
    hover: async (target) => {
      const at = element(target);
      at.dispatchEvent(new window.MouseEvent('mouseover', { bubbles: true, cancelable: true }));
      at.dispatchEvent(new window.MouseEvent('mouseenter'));
      await settle();
    },
    fill: async (target, value) => {
      const at = element(target) as HTMLInputElement;
      at.focus();
      at.value = value;
      at.dispatchEvent(new window.Event('input', { bubbles: true }));
      at.dispatchEvent(new window.Event('change', { bubbles: true }));
      await settle();
    },
    press: async (key) => {
      const parts = key.split('+');
      const name = parts.at(-1) ?? key;
      const init = {
        key: name,
        bubbles: true,
        cancelable: true,
        ctrlKey: parts.includes('Mod') || parts.includes('Ctrl'),
        shiftKey: parts.includes('Shift'),
        altKey: parts.includes('Alt'),
      };
      const at = window.document.activeElement ?? window.document.body;
      const go = at.dispatchEvent(new window.KeyboardEvent('keydown', init));
      if (go && (name === 'Enter' || name === ' ') && at instanceof window.HTMLButtonElement) at.click();
      at.dispatchEvent(new window.KeyboardEvent('keyup', init));
      await settle();
    },
  };
}
