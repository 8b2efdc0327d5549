// DOM helpers of the app that obsidian-test-mocks leaves out or gets wrong.
import { installDomHelpers } from './mocks';

type Listener = (this: HTMLElement, event: Event, target: HTMLElement) => unknown;

/** Delegated listeners, as `el.on('click', '.cell', callback)` registers them. */
const delegated = new WeakMap<
  HTMLElement,
  { type: string; selector: string; listener: Listener; real: EventListener }[]
>();

function on(
  this: HTMLElement,
  type: string,
  selector: string,
  listener: Listener,
  options?: AddEventListenerOptions,
): void {
  const real = (event: Event): void => {
    const target = (event.target as Element | null)?.closest?.<HTMLElement>(selector);
    if (target && this.contains(target)) listener.call(this, event, target);
  };
  delegated.set(this, [...(delegated.get(this) ?? []), { type, selector, listener, real }]);
  this.addEventListener(type, real, options);
}

function off(
  this: HTMLElement,
  type: string,
  selector: string,
  listener: Listener,
  options?: EventListenerOptions,
): void {
  for (const entry of delegated.get(this) ?? []) {
    if (entry.type !== type || entry.selector !== selector || entry.listener !== listener) continue;
    this.removeEventListener(type, entry.real, options);
  }
}

/** Calls back whenever the element enters the document. */
function onNodeInserted(this: HTMLElement, callback: () => unknown, once = false): () => void {
  let inside = this.isConnected;
  if (inside) callback();
  if (inside && once) return () => undefined;
  const observer = new MutationObserver(() => {
    if (this.isConnected && !inside) {
      callback();
      if (once) observer.disconnect();
    }
    inside = this.isConnected;
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
  };
}

function defineOn(prototype: object, members: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true, enumerable: false });
  }
}

export function installDom(): void {
  installDomHelpers();
  defineOn(HTMLElement.prototype, {
    on,
    off,
    onNodeInserted,
    onWindowMigrated: () => () => undefined, // the host has one window
    isShown(this: HTMLElement): boolean {
      if (window.__tick === undefined) return this.offsetParent !== null;
      return this.isConnected && this.closest('[style*="display: none"], .is-hidden') === null; // jsdom lays nothing out
    },
  });
  // Prototype members that show up in `for … in` would be the host's fault, not the plugin's.
  for (const prototype of [Array.prototype, String.prototype]) {
    for (const name of Object.keys(prototype)) Object.defineProperty(prototype, name, { enumerable: false });
  }
}
