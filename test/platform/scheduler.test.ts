import { DateTime, FixedOffsetZone, type Zone } from 'luxon';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Scheduler, type Live } from '../../src/platform/scheduler';

vi.mock('obsidian', () => ({
  Component: class {
    unload(): void {
      this.onunload();
    }
    onunload(): void {
      // as the app's: nothing by itself
    }
  },
}));

/** A window whose timers are vitest's, and which counts what is left in it. */
class FakeWindow extends EventTarget {
  closed = false;
  listeners = 0;
  readonly pending = new Set<number>();
  readonly document = new FakeDocument(this);
  setTimeout(callback: () => void, delay: number): number {
    expect(delay).toBeLessThan(2 ** 31);
    const id = Number(
      setTimeout(() => {
        this.pending.delete(id);
        callback();
      }, delay),
    );
    this.pending.add(id);
    return id;
  }
  clearTimeout(id: number): void {
    this.pending.delete(id);
    clearTimeout(id);
  }
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.listeners += 1;
    super.addEventListener(...args);
  }
  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.listeners -= 1;
    super.removeEventListener(...args);
  }
}

class FakeDocument extends EventTarget {
  visibilityState = 'visible';
  constructor(private readonly win: FakeWindow) {
    super();
  }
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.win.listeners += 1;
    super.addEventListener(...args);
  }
  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.win.listeners -= 1;
    super.removeEventListener(...args);
  }
}

const MINUTE = 60_000;
let zone: Zone = FixedOffsetZone.utcInstance;
let scheduler: Scheduler;
let main: FakeWindow;

const now = (): DateTime => DateTime.fromMillis(Date.now(), { zone });

/** A widget that changes every so many minutes, on the minute; null for only at midnight. */
function widget(win: FakeWindow, minutes: number | null, broken = false) {
  const seen: string[] = [];
  let migrated: (() => void) | undefined;
  const el = {
    win,
    onWindowMigrated: (callback: () => void) => {
      migrated = callback;
      return () => (migrated = undefined);
    },
  };
  const live: Live = {
    el: el as unknown as HTMLElement,
    nextChange: (at) =>
      minutes === null ? null : (Math.floor(at.toMillis() / (minutes * MINUTE)) + 1) * minutes * MINUTE,
    update: (at) => {
      seen.push(at.toFormat('dd HH:mm'));
      if (broken) throw new Error('broken');
    },
  };
  return {
    live,
    seen,
    moveTo: (other: FakeWindow) => {
      el.win = other;
      migrated?.();
    },
    get watching() {
      return migrated !== undefined;
    },
  };
}

function show(win: FakeWindow, visible: boolean): void {
  win.document.visibilityState = visible ? 'visible' : 'hidden';
  win.document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-05T16:20:00Z') });
  zone = FixedOffsetZone.utcInstance;
  scheduler = new Scheduler({ now });
  main = new FakeWindow();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the one timer', () => {
  it('draws at once, then at each change and no more', () => {
    const each10 = widget(main, 10);
    scheduler.add(each10.live);
    expect(each10.seen).toEqual(['05 16:20']);
    vi.advanceTimersByTime(30 * MINUTE);
    expect(each10.seen).toEqual(['05 16:20', '05 16:30', '05 16:40', '05 16:50']);
  });

  it('is one for all widgets, and wakes only those that are due', () => {
    const often = widget(main, 10);
    const rarely = widget(main, 60);
    scheduler.add(often.live);
    scheduler.add(rarely.live);
    expect([vi.getTimerCount(), main.pending.size]).toEqual([1, 1]);
    vi.advanceTimersByTime(45 * MINUTE);
    expect(rarely.seen).toEqual(['05 16:20', '05 17:00']);
    expect(often.seen).toHaveLength(5);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('always comes at midnight, of a zone with any offset', () => {
    zone = FixedOffsetZone.instance(345); // Kathmandu
    const idle = widget(main, null);
    scheduler.add(idle.live);
    vi.advanceTimersByTime(24 * 60 * MINUTE);
    expect(idle.seen).toEqual(['05 22:05', '06 00:00']);
  });

  it('comes at midnight though the next change lies beyond it', () => {
    const rare = widget(main, 5 * 24 * 60); // on 8 November
    scheduler.add(rare.live);
    vi.advanceTimersByTime(24 * 60 * MINUTE);
    expect(rare.seen).toEqual(['05 16:20', '06 00:00']);
  });

  it('goes when nothing is left to keep current', () => {
    const stop = [widget(main, 10), widget(main, 20)].map(({ live }) => scheduler.add(live));
    stop[0]?.();
    expect(vi.getTimerCount()).toBe(1);
    stop[1]?.();
    stop[1]?.();
    expect([vi.getTimerCount(), main.listeners]).toEqual([0, 0]);
  });

  it('keeps the others going where one is broken, and asks the broken one less often', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const bad = widget(main, 1, true);
    const good = widget(main, 1);
    scheduler.add(bad.live);
    scheduler.add(good.live);
    vi.advanceTimersByTime(5 * MINUTE);
    expect(good.seen).toHaveLength(6);
    expect(bad.seen).toHaveLength(1);
    expect(error).toHaveBeenCalledTimes(1);
    error.mockRestore();
  });

  it('does not spin where the next change lies in the past', () => {
    const stuck = widget(main, 10);
    const live = { ...stuck.live, nextChange: (at: DateTime) => at.toMillis() - 60 * MINUTE };
    scheduler.add(live);
    vi.advanceTimersByTime(10 * MINUTE);
    expect(stuck.seen.length).toBeLessThanOrEqual(11);
  });
});

describe('a hidden window', () => {
  it('has no timer, and catches up at once when it is shown', () => {
    const each10 = widget(main, 10);
    scheduler.add(each10.live);
    show(main, false);
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(60 * MINUTE);
    expect(each10.seen).toEqual(['05 16:20']);
    show(main, true);
    expect(each10.seen).toEqual(['05 16:20', '05 17:20']);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('is not redrawn on being shown where nothing changed', () => {
    const each10 = widget(main, 10);
    scheduler.add(each10.live);
    show(main, false);
    vi.advanceTimersByTime(5 * MINUTE);
    show(main, true);
    expect(each10.seen).toEqual(['05 16:20']);
  });

  it('does not stop a shown popout, whose own timer is used', () => {
    const popout = new FakeWindow();
    const [here, there] = [widget(main, 10), widget(popout, 10)];
    scheduler.add(here.live);
    scheduler.add(there.live);
    show(main, false);
    expect([main.pending.size, popout.pending.size]).toEqual([0, 1]);
    vi.advanceTimersByTime(10 * MINUTE);
    expect([here.seen.length, there.seen.length]).toEqual([1, 2]);
    show(main, true);
    expect(here.seen).toHaveLength(2);
  });

  it('is followed when a widget moves to a popout and back, and left when the popout closes', () => {
    const popout = new FakeWindow();
    const moved = widget(main, 10);
    scheduler.add(moved.live);
    moved.moveTo(popout);
    expect([main.listeners, main.pending.size, popout.pending.size]).toEqual([0, 0, 1]);
    popout.closed = true;
    show(popout, false);
    expect(vi.getTimerCount()).toBe(0);
    moved.moveTo(main);
    expect([popout.listeners, main.pending.size]).toEqual([0, 1]);
  });
});

describe('a leap of time', () => {
  it('after sleep is seen at the first sign of life, before the late timer', () => {
    for (const sign of ['focus', 'pointermove', 'keydown', 'pageshow', 'online']) {
      const each10 = widget(main, 10);
      const stop = scheduler.add(each10.live);
      vi.setSystemTime(Date.now() + 9 * 60 * MINUTE); // the timer slept, too: it is not due for another while
      expect(each10.seen).toHaveLength(1);
      main.dispatchEvent(new Event(sign));
      expect(each10.seen).toHaveLength(2);
      stop();
    }
  });

  it('signs of life cost nothing while nothing is due', () => {
    const each10 = widget(main, 10);
    scheduler.add(each10.live);
    for (let count = 0; count < 100; count += 1) main.dispatchEvent(new Event('pointermove'));
    expect(each10.seen).toHaveLength(1);
  });

  it('to another zone redraws all, hidden ones when they are shown', () => {
    const popout = new FakeWindow();
    const [here, there] = [widget(main, null), widget(popout, null)];
    scheduler.add(here.live);
    scheduler.add(there.live);
    show(popout, false);
    zone = FixedOffsetZone.instance(8 * 60);
    main.dispatchEvent(new Event('focus'));
    expect([here.seen, there.seen]).toEqual([['05 16:20', '06 00:20'], ['05 16:20']]);
    show(popout, true);
    expect(there.seen).toEqual(['05 16:20', '06 00:20']);
  });

  it('backwards redraws all and plans anew', () => {
    const each10 = widget(main, 10);
    scheduler.add(each10.live);
    vi.setSystemTime(Date.parse('2026-11-04T08:00:00Z'));
    main.dispatchEvent(new Event('focus'));
    expect(each10.seen).toEqual(['05 16:20', '04 08:00']);
    vi.advanceTimersByTime(10 * MINUTE);
    expect(each10.seen.at(-1)).toBe('04 08:10');
  });
});

it('leaves nothing behind at unload', () => {
  const popout = new FakeWindow();
  const widgets = [widget(main, 10), widget(popout, 10)];
  for (const { live } of widgets) scheduler.add(live);
  scheduler.unload();
  expect([vi.getTimerCount(), main.listeners, popout.listeners]).toEqual([0, 0, 0]);
  expect(widgets.map((one) => one.watching)).toEqual([false, false]);
  vi.advanceTimersByTime(48 * 60 * MINUTE);
  show(main, true);
  expect(widgets.map((one) => one.seen.length)).toEqual([1, 1]);
});
