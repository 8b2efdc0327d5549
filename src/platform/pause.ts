/** Work that waits until what calls for it (typing, say) has paused, and is then done once. */
export class AfterPause {
  private timer: number | null = null;

  constructor(
    private readonly ms: number,
    private readonly act: () => void,
  ) {}

  /** Calls for the work; the pause begins anew. */
  call(): void {
    this.stop();
    this.timer = window.setTimeout(() => {
      this.timer = null;
      this.act();
    }, this.ms);
  }

  /** Does at once what waits, if anything does. */
  hurry(): void {
    if (this.timer === null) return;
    this.stop();
    this.act();
  }

  /** Lets go of what waits. */
  stop(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = null;
  }
}
