import type { EventRef } from './events';

/** Obsidian's `Component`: what it registers and its children live until it is unloaded, and no longer. */
export class Component {
  private children: Component[] = [];
  private cleanups: (() => unknown)[] = [];
  private isLoaded = false;

  /** The app awaits an asynchronous `onload` before it counts a plugin as loaded. */
  load(): void | Promise<void> {
    if (this.isLoaded) return undefined;
    this.isLoaded = true;
    const started: unknown = this.onload();
    for (const child of [...this.children]) void child.load();
    return started instanceof Promise ? (started as Promise<void>) : undefined;
  }

  onload(): void | Promise<void> {
    return undefined;
  }

  unload(): void {
    if (!this.isLoaded) return;
    this.isLoaded = false;
    const children = this.children;
    const cleanups = this.cleanups;
    this.children = [];
    this.cleanups = [];
    for (const child of children.reverse()) child.unload();
    for (const cleanup of cleanups.reverse()) attempt(cleanup);
    attempt(() => {
      this.onunload();
    });
  }

  onunload(): void {
    return undefined;
  }

  addChild<T extends Component>(child: T): T {
    this.children.push(child);
    if (this.isLoaded) void child.load();
    return child;
  }

  removeChild<T extends Component>(child: T): T {
    this.children = this.children.filter((other) => other !== child);
    child.unload();
    return child;
  }

  register(cleanup: () => unknown): void {
    this.cleanups.push(cleanup);
  }

  registerEvent(ref: EventRef): void {
    this.register(() => {
      ref.source.offref(ref);
    });
  }

  registerDomEvent(
    el: EventTarget,
    type: string,
    callback: (this: unknown, event: Event) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    el.addEventListener(type, callback, options);
    this.register(() => {
      el.removeEventListener(type, callback, options);
    });
  }

  registerInterval(id: number): number {
    this.register(() => {
      window.clearInterval(id);
    });
    return id;
  }
}

function attempt(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    console.error(error);
  }
}
