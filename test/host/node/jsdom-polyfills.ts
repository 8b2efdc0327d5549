// What a browser has and jsdom lacks, as far as CodeMirror, the host and plugins lean on it. Nothing is laid out in jsdom.
import type { HostOptions } from './options';

class NoObserver {
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
  takeRecords(): [] {
    return [];
  }
}

/**
 * Keeps jsdom from reading style sheets: it would parse the plugin's and the editor's anew for each vault, and match every
 * rule whenever CodeMirror asks for a computed style, which was half of the time of a test. How things look is Chromium's.
 */
function readNoStyles(window: Window & typeof globalThis): void {
  const { document } = window;
  const create = document.createElement.bind(document) as (
    tag: string,
    options?: ElementCreationOptions,
  ) => HTMLElement;
  document.createElement = ((tag: string, options?: ElementCreationOptions) => {
    const el = create(tag, options);
    if (tag === 'style') el.setAttribute('type', 'text/x-unread');
    return el;
  }) as Document['createElement'];
  window.getComputedStyle = (el) => ownStyle(el as HTMLElement);
}

/** Without style sheets, what an element's own `style` says, and the direction of writing that the nearest `dir` says. */
function ownStyle(el: HTMLElement): CSSStyleDeclaration {
  return new Proxy(el.style, {
    get: (style, key) => {
      if (key === 'direction') return style.direction || (el.closest<HTMLElement>('[dir]')?.dir ?? 'ltr');
      const value: unknown = Reflect.get(style, key, style);
      return typeof value === 'function' ? (value.bind(style) as unknown) : value;
    },
  });
}

export function polyfill(window: Window & typeof globalThis, options: HostOptions): void {
  const rect = { x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0, toJSON: () => ({}) };
  Object.assign(window, {
    ResizeObserver: NoObserver,
    IntersectionObserver: NoObserver,
    structuredClone,
    TextEncoder,
    TextDecoder,
    matchMedia: (query: string) => ({
      matches: query.includes('prefers-color-scheme: dark') && options.dark === true,
      media: query,
      onchange: null,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
      dispatchEvent: () => true,
    }),
    scrollTo: () => undefined,
    CSS: { escape: (text: string) => text.replace(/[^\w-]/g, (c) => `\\${c}`), supports: () => true },
  });
  readNoStyles(window);
  Object.assign(window.Range.prototype, { getClientRects: () => [], getBoundingClientRect: () => rect });
  Object.assign(window.Element.prototype, {
    scrollIntoView: () => undefined,
    animate: () => ({ finished: Promise.resolve(), cancel: () => undefined, onfinish: null }),
  });
  const clipboard = {
    text: '',
    writeText: (text: string) => ((clipboard.text = text), Promise.resolve()),
    readText: () => Promise.resolve(clipboard.text),
  };
  Object.defineProperty(window.navigator, 'clipboard', { value: clipboard, configurable: true });
}
