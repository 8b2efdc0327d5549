// The values of Bases, as far as a view reads them. `DateValue` exposes no Date: its text is read.
export abstract class Value {
  abstract toString(): string;
  isTruthy(): boolean {
    return true;
  }
  equals(other: Value): boolean {
    return this.constructor === other.constructor && this.toString() === other.toString();
  }
  looseEquals(other: Value): boolean {
    return this.toString() === other.toString();
  }
  renderTo(el: HTMLElement): void {
    el.setText(this.toString());
  }
  static equals(a: Value | null, b: Value | null): boolean {
    return a === null || b === null ? a === b : a.equals(b);
  }
}
export abstract class NotNullValue extends Value {}
export class NullValue extends Value {
  static readonly value = new NullValue();
  override isTruthy(): boolean {
    return false;
  }
  toString(): string {
    return '';
  }
}
abstract class PrimitiveValue<T> extends NotNullValue {
  constructor(protected readonly value: T) {
    super();
  }
  override isTruthy(): boolean {
    return Boolean(this.value);
  }
  toString(): string {
    return String(this.value);
  }
}
export class StringValue extends PrimitiveValue<string> {}
export class NumberValue extends PrimitiveValue<number> {}
export class BooleanValue extends PrimitiveValue<boolean> {}
export class LinkValue extends StringValue {}
export class TagValue extends StringValue {}
export class DateValue extends NotNullValue {
  readonly #text: string;
  constructor(text: string) {
    super();
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}
export class ListValue extends NotNullValue {
  constructor(private readonly items: readonly Value[]) {
    super();
  }
  length(): number {
    return this.items.length;
  }
  get(index: number): Value {
    return this.items[index] ?? NullValue.value;
  }
  includes(value: Value): boolean {
    return this.items.some((item) => item.looseEquals(value));
  }
  override isTruthy(): boolean {
    return this.items.length > 0;
  }
  toString(): string {
    return this.items.map(String).join(', ');
  }
}
export class ObjectValue extends NotNullValue {
  constructor(private readonly value: Record<string, unknown>) {
    super();
  }
  isEmpty(): boolean {
    return Object.keys(this.value).length === 0;
  }
  get(key: string): Value {
    return toValue(this.value[key]);
  }
  toString(): string {
    return JSON.stringify(this.value);
  }
}
export class FileValue extends StringValue {}

/** A property of a note as Bases hands it out. */
export function toValue(raw: unknown): Value {
  if (raw === null || raw === undefined) return NullValue.value;
  if (typeof raw === 'number') return new NumberValue(raw);
  if (typeof raw === 'boolean') return new BooleanValue(raw);
  if (Array.isArray(raw)) return new ListValue(raw.map(toValue));
  if (typeof raw === 'object') return new ObjectValue(raw as Record<string, unknown>);
  const text = String(raw);
  if (/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$/.test(text)) return new DateValue(text.replace(' ', 'T'));
  if (/^\[\[[^\]]+\]\]$/.test(text)) return new LinkValue(text);
  return new StringValue(text);
}
