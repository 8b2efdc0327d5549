import type { DamageCode } from '../entry';
import type { Cursor } from './cursor';
import { readValue, type Strings } from './read-value';

/** Something wrong at a place of the text. */
export interface DamageAt {
  readonly code: DamageCode;
  readonly at: number;
  readonly value: string;
}

/** What stands between an entry's brackets. */
export interface EntryBody {
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly damage: readonly DamageAt[];
  readonly isWhole: boolean;
  /** Whether the closing bracket was found. */
  readonly isClosed: boolean;
}

const KEY = /[^\s,}]*(?:[ \t]+[^\s,}=]+)*/y;
const NAME = /[^\s"#%'(),={}]+/y;
/** What begins a field, to go on with after damage. */
const NEXT_FIELD = /[\n,][ \t]*[a-z][\w-]*[ \t]*=[ \t]*["{\w]/i;
const NEXT_LINE = /\n[ \t]*[a-z][\w-]*[ \t]*=[ \t]*["{\w]/i;
/** What follows a bracket that closed the entry too early. */
const GOES_ON = /[\s},]*[a-z][\w-]*\s*=\s*["{\d]/iy;
/** Fields that may well stand there more than once. */
const REPEATED: ReadonlySet<string> = new Set(['keywords', 'annote', 'annotation', 'note', 'file']);

/**
 * Reads what stands between an entry's brackets, the cursor being behind the first. Damage costs the field that it is in,
 * and the reading goes on with the next; where a value does not end, its line is taken for all of it.
 */
export function readEntryBody(cursor: Cursor, close: '}' | ')', strings: Strings): EntryBody {
  const reader = new EntryReader(cursor, close, strings);
  reader.readKey();
  reader.readFields();
  return reader;
}

class EntryReader implements EntryBody {
  key = '';
  readonly fields = new Map<string, string>();
  readonly damage: DamageAt[] = [];
  isWhole = true;
  isClosed = false;
  private readonly end: number;
  /** Once a value did not end, none is read beyond the line on which the next field begins. */
  private isCareful = false;

  constructor(
    private readonly cursor: Cursor,
    private readonly close: string,
    private readonly strings: Strings,
  ) {
    this.end = cursor.limit;
  }

  readKey(): void {
    const { cursor } = this;
    cursor.blanks();
    const from = cursor.pos;
    const key = cursor.match(KEY).trim();
    cursor.blanks();
    if (/[={"]/.test(key) || cursor.peek() === '=') {
      cursor.pos = from; // no key: the first field begins at once
    } else {
      this.key = key;
      if (!cursor.take(',') && cursor.peek() !== this.close && !cursor.isAtEnd) this.report('missing-comma');
    }
    if (this.key === '') this.report('no-key');
  }

  readFields(): void {
    const { cursor } = this;
    for (;;) {
      cursor.blanks();
      if (cursor.isAtEnd) {
        if (!this.isClosed) this.report('unclosed-entry');
        break;
      }
      if (cursor.take(this.close)) {
        this.isClosed = true;
        if (!this.goesOn()) break;
        continue;
      }
      if (cursor.take(',')) continue;
      this.readField();
    }
    if (cursor.commented !== null) this.report('commented-line', '', cursor.commented);
  }

  private readField(): void {
    const { cursor } = this;
    const at = cursor.pos;
    const name = cursor.match(NAME).toLowerCase();
    cursor.blanks();
    if (name === '' || !cursor.take('=')) {
      this.report(name === '' ? 'extra-brace' : 'no-equals', name, at);
      this.goToNext();
      return;
    }
    const from = cursor.pos;
    if (this.isCareful) cursor.limit = this.nextLine(from);
    const value = this.readWhole();
    cursor.limit = this.end;
    if (value === 'none') {
      this.report('no-value', name, at);
      cursor.pos = from;
      this.goToNext();
      return;
    }
    if (value === 'unclosed') {
      this.report('unclosed-value', name, at);
      this.isCareful = true;
      cursor.pos = this.nextLine(from);
      if (cursor.pos < this.end) this.set(name, salvaged(cursor.text.slice(from, cursor.pos)), at);
      return;
    }
    this.isWhole &&= value.isWhole;
    for (const word of value.unknown) this.report('unknown-name', word, at);
    this.set(name, value.text, at);
    cursor.blanks();
    const next = cursor.peek();
    if (next !== ',' && next !== this.close && next !== '') this.report('missing-comma');
  }

  /** A value; one that took the entry's own last bracket for its end, and the fields before it along, has none. */
  private readWhole(): ReturnType<typeof readValue> {
    const { cursor } = this;
    const value = readValue(cursor, this.strings);
    if (typeof value === 'string' || this.isCareful || cursor.limit < this.end) return value;
    cursor.blanks();
    return cursor.isAtEnd && NEXT_LINE.test(value.text) ? 'unclosed' : value;
  }

  private set(name: string, value: string, at: number): void {
    const before = this.fields.get(name);
    if (before === undefined) this.fields.set(name, value);
    else if (before !== value && !REPEATED.has(name)) this.report('double-field', name, at);
  }

  /** Whether fields follow the bracket that closed the entry. */
  private goesOn(): boolean {
    const { cursor } = this;
    GOES_ON.lastIndex = cursor.pos;
    const more = GOES_ON.exec(cursor.text)?.[0];
    if (more === undefined || cursor.pos + more.length > this.end) return false;
    this.report('extra-brace', '', cursor.pos - 1);
    while (/[\s},]/.test(cursor.peek())) cursor.pos++;
    return true;
  }

  /** To where the next field begins; else behind the entry, whose last bracket may close it. */
  private goToNext(): void {
    const { cursor } = this;
    const rest = cursor.text.slice(cursor.pos, this.end);
    const next = NEXT_FIELD.exec(rest);
    if (next === null) {
      this.isClosed = rest.trimEnd().endsWith(this.close);
      cursor.pos = this.end;
    } else {
      cursor.pos += next.index + 1;
    }
  }

  private nextLine(from: number): number {
    const next = NEXT_LINE.exec(this.cursor.text.slice(from, this.end));
    return next === null ? this.end : from + next.index + 1;
  }

  private report(code: DamageCode, value = '', at = this.cursor.pos): void {
    this.damage.push({ code, at, value });
  }
}

/** A value that does not end, as far as its line goes; brackets that have no counterpart are left out. */
function salvaged(piece: string): string {
  return piece
    .trim()
    .replace(/^[{"]/, '')
    .replace(/["},\s]{1,8}$/, '')
    .replace(/[{}]/g, '');
}
