/** One setting: what it starts as, and how a stored value is read. */
export interface Field<T> {
  readonly initial: T;
  /** The value, or undefined where what is stored is of another kind. */
  read(stored: unknown): T | undefined;
}

export type ValueOf<F> = F extends Field<infer T> ? T : never;

export function text(initial: string): Field<string> {
  return { initial, read: (stored) => (typeof stored === 'string' ? stored : undefined) };
}

export function boolean(initial: boolean): Field<boolean> {
  return { initial, read: (stored) => (typeof stored === 'boolean' ? stored : undefined) };
}

export interface NumberField extends Field<number> {
  readonly min: number;
  readonly max: number;
}

/** A finite number with `min` ≤ value ≤ `max`. */
export function numberBetween(min: number, max: number, initial: number): NumberField {
  return {
    initial,
    min,
    max,
    read: (stored) => (typeof stored === 'number' && stored >= min && stored <= max ? stored : undefined),
  };
}

export function oneOf<const T extends string>(choices: readonly T[], initial: NoInfer<T>): Field<T> {
  return { initial, read: (stored) => choices.find((choice) => choice === stored) };
}
