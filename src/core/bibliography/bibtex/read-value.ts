import type { Cursor } from './cursor';

/** A field's value, put together. */
export interface Value {
  readonly text: string;
  /** Names in it that no `@string` gives. */
  readonly unknown: readonly string[];
  /** Whether it says the same outside its file: no name of the file's own, and no `#`. */
  readonly isWhole: boolean;
}

/** Names of months that every style defines. */
export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const STANDARD: ReadonlySet<string> = new Set(MONTHS);

/** What `@string` gave names to, by name in lower case. */
export type Strings = ReadonlyMap<string, string>;

const WORD = /[^\s"#%'(),={}]+/y;

/** Reads a value up to what ends it; `unclosed` where it does not end, `none` where there is none. */
export function readValue(cursor: Cursor, strings: Strings): Value | 'unclosed' | 'none' {
  const unknown: string[] = [];
  let text = '';
  let isWhole = true;
  for (;;) {
    cursor.blanks();
    const sign = cursor.peek();
    if (sign === '{' || sign === '"') {
      const piece = sign === '{' ? cursor.braced() : cursor.quoted();
      if (piece === null) return 'unclosed';
      text += piece;
    } else {
      const word = cursor.match(WORD);
      if (word === '') return 'none';
      const name = word.toLowerCase();
      const given = strings.get(name);
      if (given !== undefined) isWhole = false;
      else if (!STANDARD.has(name) && !/^\d[\d–-]*$/.test(word)) unknown.push(word);
      text += given ?? (STANDARD.has(name) ? name : word);
    }
    cursor.blanks();
    if (!cursor.take('#')) return { text, unknown, isWhole };
    isWhole = false;
  }
}
