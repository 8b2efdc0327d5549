import { DEFAULT_CHOICES, importCounts, type ImportChoices, type ImportCounts } from '../../../core/import/choices';
import type { ImportPlan } from '../../../core/import/plan';
import type { FillableKey } from '../../../core/reading/filling';

/** What the student chose so far, and who hears of it. */
export class Selection {
  private readonly unticked = new Set<number>();
  private readonly taken = new Map<number, Set<FillableKey>>();
  private readonly same = new Set<number>();

  constructor(
    readonly plan: ImportPlan,
    private readonly onChange: () => void,
  ) {}

  get choices(): ImportChoices {
    return { ...DEFAULT_CHOICES, unticked: this.unticked, taken: this.taken, same: this.same };
  }

  get counts(): ImportCounts {
    return importCounts(this.plan, this.choices);
  }

  isTicked(step: number): boolean {
    return !this.unticked.has(step);
  }

  tick(steps: readonly number[], on: boolean): void {
    for (const step of steps) {
      if (on) this.unticked.delete(step);
      else this.unticked.add(step);
    }
    this.onChange();
  }

  isTaken(step: number, key: FillableKey): boolean {
    return this.taken.get(step)?.has(key) === true;
  }

  take(step: number, key: FillableKey, on: boolean): void {
    const keys = this.taken.get(step) ?? new Set();
    if (on) keys.add(key);
    else keys.delete(key);
    this.taken.set(step, keys);
    this.onChange();
  }

  isSame(step: number): boolean {
    return this.same.has(step);
  }

  setSame(step: number, on: boolean): void {
    if (on) this.same.add(step);
    else this.same.delete(step);
    this.onChange();
  }
}
