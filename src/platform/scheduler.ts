import type { DateTime } from 'luxon';
import { Component } from 'obsidian';
import type { Clock } from '../core/ports';
import { nextMidnight } from '../core/time/local-day';

/** Something on screen that changes with time. */
export interface Live {
  /** Where it is drawn; the window of it decides whether it is seen. */
  readonly el: HTMLElement;
  /** Whether it goes on while its window is hidden: a session of work does, whose student reads elsewhere. */
  readonly always?: boolean;
  /** When it next looks different, in milliseconds since 1970; midnight aside, which is always a change; null where nothing else is. */
  nextChange(now: DateTime): number | null;
  /** Brings what is drawn up to an instant; called at once, and at each change. */
  update(now: DateTime): void;
}

interface Entry {
  readonly live: Live;
  /** Milliseconds since 1970; what is due stays due while its window is hidden. */
  due: number;
  stopMigration(): void;
}

/** At what a window tells that time may have leapt: a wake from sleep shows first as any of these. */
const SIGNS_OF_LIFE = ['focus', 'pageshow', 'online', 'pointermove', 'keydown'] as const;
const OVERDUE_RETRY = 60_000;

/**
 * One timer for all live widgets, set to the next visible change or midnight; none while no window with one is shown, a
 * running session aside.
 * Whatever was missed (a hidden window, sleep, a changed clock or zone) is made up for at the first sign of life.
 * Since midnight is never further than two days, no delay comes near the limit of `setTimeout` (2^31 ms).
 */
export class Scheduler extends Component {
  private readonly entries = new Set<Entry>();
  private readonly watched = new Map<Window, () => void>();
  private timer: { readonly win: Window; readonly id: number; readonly due: number } | null = null;
  private last: DateTime | null = null;

  constructor(private readonly clock: Clock) {
    super();
  }

  /** Draws it at once and keeps it current from now on; answers how to stop. */
  add(live: Live): () => void {
    const entry: Entry = {
      live,
      due: 0,
      stopMigration: live.el.onWindowMigrated(() => {
        this.wake();
      }),
    };
    const now = this.clock.now();
    this.last ??= now;
    this.entries.add(entry);
    this.refresh(entry, now);
    this.watchWindows();
    this.plan();
    return () => {
      this.remove(entry);
    };
  }

  override onunload(): void {
    for (const entry of [...this.entries]) this.remove(entry);
  }

  private remove(entry: Entry): void {
    if (!this.entries.delete(entry)) return;
    entry.stopMigration();
    this.watchWindows();
    this.plan();
  }

  /** Updates what is due and seen, then waits for the next. */
  private wake(): void {
    this.watchWindows();
    const now = this.clock.now();
    if (this.leapt(now)) for (const entry of this.entries) entry.due = 0;
    for (const entry of [...this.entries]) {
      if (entry.due <= now.toMillis() && isLive(entry.live)) this.refresh(entry, now);
    }
    this.plan();
  }

  /** Whether the clock was set back or its zone changed, so that nothing planned before holds. */
  private leapt(now: DateTime): boolean {
    const { last } = this;
    this.last = now;
    return last !== null && (now < last || now.offset !== last.offset);
  }

  private refresh(entry: Entry, now: DateTime): void {
    const at = now.toMillis();
    const midnight = nextMidnight(now);
    entry.due = midnight;
    try {
      entry.live.update(now);
      const next = entry.live.nextChange(now) ?? midnight;
      entry.due = Math.min(next > at ? next : at + OVERDUE_RETRY, midnight);
    } catch (error) {
      console.error(error); // one broken widget must not stop the others
    }
  }

  private plan(): void {
    const shown = [...this.entries].filter(({ live }) => isLive(live));
    const due = Math.min(...shown.map((entry) => entry.due));
    const win = shown[0]?.live.el.win;
    if (this.timer && this.timer.win === win && this.timer.due === due) return;
    this.timer?.win.clearTimeout(this.timer.id);
    this.timer = null;
    if (!win) return;
    const delay = Math.max(0, due - this.clock.now().toMillis());
    const id = win.setTimeout(() => {
      this.timer = null;
      this.wake();
    }, delay);
    this.timer = { win, id, due };
  }

  /** Listens to exactly those windows that hold a widget, popouts among them. */
  private watchWindows(): void {
    const wanted = new Set([...this.entries].map(({ live }) => live.el.win));
    for (const [win, stop] of this.watched) {
      if (wanted.has(win)) continue;
      stop();
      this.watched.delete(win);
    }
    for (const win of wanted) if (!this.watched.has(win)) this.watched.set(win, this.watch(win));
  }

  private watch(win: Window): () => void {
    const doc = win.document;
    const onSign = (): void => {
      if (this.mayBeLate()) this.wake();
    };
    const onChange = (): void => {
      this.wake();
    };
    for (const name of SIGNS_OF_LIFE) win.addEventListener(name, onSign, { passive: true });
    for (const name of ['visibilitychange', 'resume']) doc.addEventListener(name, onChange);
    return () => {
      for (const name of SIGNS_OF_LIFE) win.removeEventListener(name, onSign);
      for (const name of ['visibilitychange', 'resume']) doc.removeEventListener(name, onChange);
    };
  }

  /** Cheap, since it is asked at every move of the pointer. */
  private mayBeLate(): boolean {
    const now = this.clock.now();
    const { last, timer } = this;
    return (
      (timer !== null && now.toMillis() >= timer.due) || (last !== null && (now.offset !== last.offset || now < last))
    );
  }
}

function isLive({ el: { win }, always = false }: Live): boolean {
  return !win.closed && (always || win.document.visibilityState === 'visible');
}
