/** Several values by key; a key without any is gone. */
export class SetMap {
  private readonly sets = new Map<string, Set<string>>();

  get(key: string): ReadonlySet<string> {
    return this.sets.get(key) ?? NONE;
  }

  add(key: string, value: string): void {
    const values = this.sets.get(key);
    if (values === undefined) this.sets.set(key, new Set([value]));
    else values.add(value);
  }

  remove(key: string, value: string): void {
    const values = this.sets.get(key);
    if (values?.delete(value) === true && values.size === 0) this.sets.delete(key);
  }
}

const NONE: ReadonlySet<string> = new Set();
