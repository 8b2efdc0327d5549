// The page's clock in jsdom: time stands still unless the test moves it. (In Chromium, Playwright's own clock does this.)
// Only what the plugin can see is faked: Date, setTimeout, setInterval, requestAnimationFrame, requestIdleCallback.

type Callback = (...args: unknown[]) => void;
interface Timer {
  readonly id: number;
  due: number;
  readonly every: number | null;
  readonly run: () => void;
  /** Set by a plugin's code, not by the app (the editor, a notice). */
  readonly byPlugin: boolean;
}

export interface FakeClock {
  now(): number;
  /** Moves to an instant without running what falls due on the way (a wake from sleep, a changed system clock). */
  jump(instant: number): void;
  /** The same, but as time that passed: `performance.now()` goes along, which no change of the system clock moves. */
  pass(instant: number): void;
  /** When the next timer falls due, or null. */
  nextDue(): number | null;
  /** Moves to the next due timer and runs it. */
  runNext(): void;
  /** How many timers of plugins are pending. */
  count(): number;
}

/** Whether the code that set the timer (not what called it in turn) is a plugin's: `loader.ts` names its source. */
function calledByPlugin(): boolean {
  const frames = (new Error().stack ?? '').split('\n').slice(1);
  return frames.find((frame) => !frame.includes('clock.js'))?.includes('plugin:') ?? false;
}

export function installClock(start: number): FakeClock {
  const RealDate = Date;
  let now = start;
  let lastId = 0;
  let passed = 0;
  const timers = new Map<number, Timer>();

  const add = (delay: number, every: number | null, run: () => void): number => {
    const id = ++lastId;
    timers.set(id, { id, due: now + delay, every, run, byPlugin: calledByPlugin() });
    return id;
  };
  const remove = (id?: number): void => {
    if (id !== undefined) timers.delete(id);
  };
  const first = (): Timer | null => {
    let best: Timer | null = null;
    for (const t of timers.values()) if (best === null || t.due < best.due) best = t;
    return best;
  };
  const pass = (instant: number): void => {
    passed += Math.max(0, instant - now);
    now = Math.max(now, instant);
  };
  const sinceStart = window.performance.now.bind(window.performance);
  window.performance.now = () => sinceStart() + passed;
  const millis = (value: unknown): number => Math.max(0, Math.floor(Number(value ?? 0)) || 0);

  class FakeDate extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [now] : args) as [number]));
    }
    static override now(): number {
      return now;
    }
  }
  Object.defineProperty(FakeDate, 'name', { value: 'Date' });
  const date = new Proxy(FakeDate, { apply: () => new FakeDate().toString() });

  Object.assign(window, {
    Date: date,
    setTimeout: (f: Callback, ms?: unknown, ...args: unknown[]) =>
      add(millis(ms), null, () => {
        f(...args);
      }),
    setInterval: (f: Callback, ms?: unknown, ...args: unknown[]) =>
      add(Math.max(1, millis(ms)), Math.max(1, millis(ms)), () => {
        f(...args);
      }),
    clearTimeout: remove,
    clearInterval: remove,
    requestAnimationFrame: (f: Callback) =>
      add(16, null, () => {
        f(now - start);
      }),
    cancelAnimationFrame: remove,
    requestIdleCallback: (f: Callback) =>
      add(1, null, () => {
        f({ didTimeout: false, timeRemaining: () => 50 });
      }),
    cancelIdleCallback: remove,
  });

  return {
    now: () => now,
    jump: (instant) => {
      now = instant;
    },
    pass,
    nextDue: () => first()?.due ?? null,
    runNext: () => {
      const timer = first();
      if (timer === null) return;
      pass(timer.due);
      if (timer.every === null) timers.delete(timer.id);
      else timer.due = now + timer.every;
      timer.run();
    },
    count: () => [...timers.values()].filter((timer) => timer.byPlugin).length,
  };
}
