/** Milliseconds of work after which the app gets its turn. */
const SLICE = 8;

/** Work in slices: `pause` returns at once until a slice is used up, then lets the app draw and answer. */
export class Slices {
  private began = performance.now();

  async pause(): Promise<void> {
    if (!this.isUsedUp) return;
    await nextTurn();
    this.resume();
  }

  /** For loops with next to no work in a round, where a promise each would cost more than the work. */
  get isUsedUp(): boolean {
    return performance.now() - this.began >= SLICE;
  }

  /** A new slice begins: something else was waited for, so the app had its turn. */
  resume(): void {
    this.began = performance.now();
  }
}

interface YieldingScheduler {
  yield?(): Promise<void>;
}

/** Lets the app have its turn. Unlike a timer, `scheduler.yield` is not slowed down while the window is hidden. */
export async function nextTurn(): Promise<void> {
  const { scheduler } = window as unknown as { readonly scheduler?: YieldingScheduler };
  if (scheduler?.yield !== undefined) {
    await scheduler.yield();
    return;
  }
  await new Promise<void>((resolve) => {
    window.setTimeout(resolve, 0);
  });
}
