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

const WAITS_FOR_INSERTION = 'node-insert-event';
let insertions: MutationObserver | null = null;

/** jsdom begins no animation, so the elements that entered the document are told by hand. */
function tellInsertions(): void {
  if (insertions !== null) return;
  insertions = new MutationObserver((records) => {
    for (const node of new Set(records.flatMap(({ addedNodes }) => [...addedNodes]))) {
      if (!(node instanceof HTMLElement) || !node.isConnected) continue;
      const waiting = node.querySelectorAll(`.${WAITS_FOR_INSERTION}`);
      for (const el of node.classList.contains(WAITS_FOR_INSERTION) ? [node, ...waiting] : waiting)
        el.dispatchEvent(Object.assign(new Event('animationstart'), { animationName: 'node-inserted' }));
    }
  });
  insertions.observe(document, { childList: true, subtree: true });
}

/**
 * Calls back whenever the element enters the document. As in the app, a class gives it an animation, and the start of that
 * is listened to: nothing but the element itself knows of it.
 */
function onNodeInserted(this: HTMLElement, callback: () => unknown, once = false): () => void {
  const stop = (): void => {
    this.removeEventListener('animationstart', listener);
    this.classList.remove(WAITS_FOR_INSERTION);
  };
  const listener = (event: Event): void => {
    if (event.target !== this || (event as AnimationEvent).animationName !== 'node-inserted') return;
    if (once) stop();
    callback();
  };
  this.addEventListener('animationstart', listener);
  this.classList.add(WAITS_FOR_INSERTION);
  if (isJsdom()) tellInsertions();
  return stop;
}

function isJsdom(): boolean {
  return window.__tick !== undefined;
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
      if (!isJsdom()) return this.offsetParent !== null;
      return this.isConnected && this.closest('[style*="display: none"], .is-hidden') === null; // jsdom lays nothing out
    },
  });
  // Prototype members that show up in `for … in` would be the host's fault, not the plugin's.
  for (const prototype of [Array.prototype, String.prototype]) {
    for (const name of Object.keys(prototype)) Object.defineProperty(prototype, name, { enumerable: false });
  }
}
