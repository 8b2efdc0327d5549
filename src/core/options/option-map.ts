import type { IsoDate } from '../ports';
import { exactDay } from '../time/date-value';
import { leadingDay } from '../time/when';
import type { OptionProblems } from './option-problems';
import type { OptionPath } from './place';
import type { OptionProblemCode } from './problem';
import { writtenValue } from '../text/written-value';
import { addWideColons } from './text-problems';

/** One value of a list in the options, and where it stands. */
export interface OptionItem {
  readonly value: unknown;
  readonly path: OptionPath;
}

/**
 * The options of a block, or of one entry of a list in it. Each reading method answers undefined where the option is
 * not given, or is not what it should be; the latter is told to `problems`, with its place.
 */
export class OptionMap<in out Own extends string = never> {
  constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    readonly path: OptionPath,
    readonly problems: OptionProblems<Own>,
  ) {}

  /** Tells every key that is not among the known ones, and every known one with nothing behind it. */
  only(known: readonly string[]): void {
    for (const [key, value] of Object.entries(this.values)) {
      const path = [...this.path, key];
      if (!known.includes(key)) this.problems.add('unknown-key', path, { value: key, known, at: 'key' });
      else if (value === null) this.problems.addNoValue(path);
    }
  }

  /** Whether the option is given at all; a key with nothing behind it is not. */
  has(key: string): boolean {
    return this.raw(key) !== undefined;
  }

  /** All of it, as it was given. */
  get all(): Readonly<Record<string, unknown>> {
    return this.values;
  }

  /** The value as the YAML reader gave it. */
  raw(key: string): unknown {
    const value = Object.hasOwn(this.values, key) ? this.values[key] : undefined;
    return value ?? undefined;
  }

  /**
   * Tells that an option which cannot be left out is not there.
   *
   * @param example - a value that would do, for the tip
   */
  require(key: string, example: string): boolean {
    if (this.has(key)) return true;
    if (this.values[key] === null) return false; // there, with nothing behind it: `only` has told that
    this.problems.add('missing', [...this.path, key], { value: key, known: [example], nearest: null });
    return false;
  }

  /** Text without blanks around it; a number is taken as it is written. */
  text(key: string): string | undefined {
    return this.asText(this.raw(key), [...this.path, key]);
  }

  oneOf<const T extends string>(key: string, choices: readonly T[]): T | undefined {
    const value = this.raw(key);
    return value === undefined ? undefined : this.choiceAt({ value, path: [...this.path, key] }, choices);
  }

  /** A number with `min` ≤ value ≤ `max`. */
  number(
    key: string,
    limits: { readonly min: number; readonly max: number; readonly whole?: boolean },
  ): number | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isFinite(value) || (limits.whole === true && !Number.isInteger(value))) {
      this.reject('not-number', key, value);
      return undefined;
    }
    if (value >= limits.min && value <= limits.max) return value;
    this.problems.add('out-of-range', [...this.path, key], {
      value: String(value),
      known: [String(limits.min), String(limits.max)],
      nearest: null,
    });
    return undefined;
  }

  boolean(key: string): boolean | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'boolean') return value;
    this.reject('not-yes-no', key, value);
    return undefined;
  }

  /** A day that exists, in any of the forms that `readDate` reads. */
  day(key: string): IsoDate | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    const day = exactDay(value);
    if (day !== null) return day;
    const read = leadingDay(writtenValue(value));
    this.reject(read.ok ? 'not-a-day' : read.problem, key, value);
    return undefined;
  }

  /** A list of texts; a single one stands for a list of one. What is no text is told and left out. */
  texts(key: string): string[] | undefined {
    return this.items(key)?.flatMap(({ value, path }) => this.asText(value, path) ?? []);
  }

  /** A list of names out of a fixed set. What is not among them is told and left out. */
  choices<const T extends string>(key: string, choices: readonly T[]): T[] | undefined {
    return this.items(key)?.flatMap((item) => this.choiceAt(item, choices) ?? []);
  }

  /**
   * A list of entries with keys of their own; a single one stands for a list of one.
   *
   * @param example - an entry that would do, for the tip: `{name: Paper, to: 2026-12-01}`
   */
  entries(key: string, example: string): OptionMap<Own>[] | undefined {
    return this.items(key)?.flatMap((item) => this.entryAt(item, example) ?? []);
  }

  /**
   * The options under a key, or undefined.
   *
   * @param example - a line that may stand there, for the tip: `tag: cv`
   */
  map(key: string, example: string): OptionMap<Own> | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    return this.mapAt({ value, path: [...this.path, key] }, 'not-keys', example);
  }

  /** A list's entry with keys of its own. @param example - as of `entries` */
  entryAt(item: OptionItem, example: string): OptionMap<Own> | undefined {
    return this.mapAt(item, 'not-entries', example);
  }

  /** The values of a list one by one, to be read with `choiceAt` and `entryAt`; a single one stands for a list of one. */
  items(key: string): OptionItem[] | undefined {
    const value = this.raw(key);
    if (value === undefined) return undefined;
    const path = [...this.path, key];
    if (!Array.isArray(value)) return [{ value, path }];
    return (value as unknown[]).map((item, index) => ({ value: item, path: [...path, index] }));
  }

  choiceAt<const T extends string>({ value, path }: OptionItem, choices: readonly T[]): T | undefined {
    const text = writtenValue(value);
    const choice = choices.find((one) => one === text);
    if (choice === undefined) this.problems.add('unknown-value', path, { value: text, known: choices });
    return choice;
  }

  private mapAt(
    { value, path }: OptionItem,
    code: 'not-entries' | 'not-keys',
    example: string,
  ): OptionMap<Own> | undefined {
    if (isMap(value)) return new OptionMap(value, path, this.problems);
    const { source } = this.problems;
    const isTold = source !== null && typeof value === 'string' && addWideColons(this.problems, source, value);
    if (!isTold) this.problems.add(code, path, { value: writtenValue(value), known: [example], nearest: null });
    return undefined;
  }

  private asText(value: unknown, path: OptionPath): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value === 'string') return value.trim();
    if (typeof value === 'number') return String(value);
    this.problems.add('not-text', path, { value: writtenValue(value) });
    return undefined;
  }

  private reject(code: OptionProblemCode, key: string, value: unknown): void {
    this.problems.add(code, [...this.path, key], { value: writtenValue(value) });
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
