// Moves a page with a standing clock: it waits for real work (files) and lets short timers run, in order, without waiting for real time.
import type { FakeClock } from '../clock';

/** Page time that `settle` may let pass (a debounce): beyond it lie saves (2 s), notices and clocks, which a test asks for by `advance`. */
const SETTLE_MS = 500;
/** Page time that a running command may let pass. */
const RUN_MS = 10_000;
/** Turns of the event loop without any work after which the page counts as idle. */
const QUIET_TURNS = 4;
/** Real time after which a wait is given up: something hangs. */
const GIVE_UP_MS = 60_000;

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));
const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 1));

type Idle = 'done' | 'idle';

export class Driver {
  constructor(
    private readonly clock: FakeClock,
    private readonly busy: () => number,
  ) {}

  /** Until `done()` or until nothing is under way and no timer falls due before `until`. */
  private async loop(until: number, done: () => boolean): Promise<Idle> {
    const started = performance.now();
    let quiet = 0;
    while (!done()) {
      await turn();
      if (performance.now() - started > GIVE_UP_MS) throw new Error('The page did not come to rest within a minute');
      if (this.busy() > 0) {
        quiet = 0;
        await pause();
        continue;
      }
      quiet += 1;
      if (quiet < QUIET_TURNS) continue;
      const due = this.clock.nextDue();
      if (due === null || due > until) return done() ? 'done' : 'idle';
      this.clock.runNext();
      quiet = 0;
    }
    return 'done';
  }

  /** Waits for the promise; throws where it cannot settle (it waits for the user, or for time beyond ten seconds). */
  async run<T>(work: Promise<T>): Promise<T> {
    const answer = await this.watch(work);
    if (answer === null)
      throw new Error('The work waits for something that does not come by itself (a modal? a later time?)');
    return answer.value;
  }

  /** Waits for the promise, or until it waits for the user (answers undefined then). */
  async runOrWait<T>(work: Promise<T>): Promise<T | undefined> {
    const answer = await this.watch(work);
    await this.settle();
    return answer?.value;
  }

  private async watch<T>(work: Promise<T>): Promise<{ value: T } | null> {
    let state: { value: T } | { error: unknown } | null = null;
    work.then(
      (value) => {
        state = { value };
      },
      (error: unknown) => {
        state = { error };
      },
    );
    await this.loop(this.clock.now() + RUN_MS, () => state !== null);
    const settled = state as { value: T } | { error: unknown } | null;
    if (settled !== null && 'error' in settled) throw settled.error;
    return settled;
  }

  async settle(): Promise<void> {
    await this.loop(this.clock.now() + SETTLE_MS, () => false);
  }

  async advance(milliseconds: number): Promise<void> {
    const end = this.clock.now() + milliseconds;
    await this.loop(end, () => false);
    this.clock.pass(end);
    await this.settleWork();
  }

  /** Waits for files and cache, without letting time pass. */
  private async settleWork(): Promise<void> {
    await this.loop(Number.NEGATIVE_INFINITY, () => false);
  }
}
