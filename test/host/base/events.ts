/** A registered callback; what `on` answers and `offref` takes. */
export interface EventRef {
  readonly source: Events;
  readonly name: string;
  readonly callback: (...data: never[]) => unknown;
  readonly context: unknown;
}

/** Obsidian's `Events`: a listener that throws does not keep the others from hearing. */
export class Events {
  private readonly listeners = new Map<string, EventRef[]>();

  on(name: string, callback: (...data: never[]) => unknown, context?: unknown): EventRef {
    const ref: EventRef = { source: this, name, callback, context };
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), ref]);
    return ref;
  }

  off(name: string, callback: (...data: never[]) => unknown): void {
    this.keep(name, (ref) => ref.callback !== callback);
  }

  offref(ref: EventRef): void {
    this.keep(ref.name, (other) => other !== ref);
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const ref of this.listeners.get(name) ?? []) this.tryTrigger(ref, data);
  }

  tryTrigger(ref: EventRef, data: unknown[]): void {
    try {
      (ref.callback as (...values: unknown[]) => unknown).apply(ref.context, data);
    } catch (error) {
      console.error(error);
    }
  }

  /** How many callbacks are registered (the host's own measure; the app has no such member). */
  listenerCount(): number {
    return [...this.listeners.values()].reduce((sum, refs) => sum + refs.length, 0);
  }

  private keep(name: string, wanted: (ref: EventRef) => boolean): void {
    this.listeners.set(name, (this.listeners.get(name) ?? []).filter(wanted));
  }
}
