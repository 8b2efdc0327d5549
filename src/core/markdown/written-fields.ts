/** What was meant as a field and is written with a slip of the pen: no colons, one colon, the wide signs of a Chinese keyboard. */
export interface WrittenField {
  /** In lower case. */
  readonly key: string;
  /** What stands behind the colon, trimmed; null where there is none. */
  readonly value: string | null;
  readonly start: number;
  readonly end: number;
  /** The opening bracket. */
  readonly bracket: string;
}

const COLONS = /\s*[:：]{0,2}/y;
const CLOSING = /[\])）】］]/g;

/** What the fields of some keys begin with. The keys are letters alone. */
export function fieldHeads(keys: readonly string[]): RegExp {
  return new RegExp(`[[(（【［]\\s*(${keys.join('|')})`, 'gi');
}

/** Every such field; sound ones look alike and are found, too. `heads`: of the keys that are looked for. */
export function writtenFields(text: string, heads: RegExp): WrittenField[] {
  const fields: WrittenField[] = [];
  let free = 0;
  let closing = -1;
  for (const match of text.matchAll(heads)) {
    const start = match.index;
    if (start < free) continue;
    const named = start + match[0].length;
    COLONS.lastIndex = named;
    const colons = COLONS.exec(text)?.[0] ?? '';
    const from = named + colons.length;
    if (closing < from) {
      CLOSING.lastIndex = from;
      const found = CLOSING.exec(text);
      if (found === null) break;
      closing = found.index;
    }
    const isNamed = colons.trim() !== '';
    const value = text.slice(from, closing);
    if (!isNamed && value.trim() !== '') continue;
    free = closing + 1;
    const key = (match[1] ?? '').toLowerCase();
    fields.push({ key, value: isNamed ? value.trim() : null, start, end: free, bracket: text.charAt(start) });
  }
  return fields;
}
