import { shortened, type Damage, type Failure, type FoundEntry, type ReadEntries, type Skipped } from '../entry';
import { lookBetween } from './between-entries';
import { Cursor } from './cursor';
import { entryStarts, looksLikeEntry, type EntryStart } from './entry-starts';
import { inherit } from './inherit';
import { lineCounter } from './line-counter';
import { readEntryBody, type EntryBody } from './read-entry';
import { readValue } from './read-value';

/** Lines like an entry's beginning that one value may hold; a comment may hold any number. */
const MOST_HELD = 16;

/**
 * Reads BibTeX and BibLaTeX, as people and programs write them. One broken entry costs itself alone: it is read up to the
 * next line that begins an entry, and what can be understood of it is taken. Nothing is thrown, and every byte is an entry, a
 * block of the format's own (`@string`, `@preamble`, `@comment`), a comment, or told.
 */
export function readBibtex(text: string): ReadEntries {
  return new FileReader(text).read();
}

class FileReader {
  private readonly starts: readonly EntryStart[];
  private readonly lineOf: (place: number) => number;
  private readonly strings = new Map<string, string>();
  private readonly entries: FoundEntry[] = [];
  private readonly failures: Failure[] = [];
  private readonly skipped: Skipped[] = [];
  private closings: ReadonlyMap<number, number> | null = null;
  private pos = 0;

  constructor(private readonly text: string) {
    this.starts = entryStarts(text);
    this.lineOf = lineCounter(text);
  }

  read(): ReadEntries {
    for (const [number, start] of this.starts.entries()) {
      if (start.at < this.pos) continue; // within what was read
      this.between(start.at);
      this.pos = this.readAt(start, number);
    }
    this.between(this.text.length);
    const { entries, containers } = inherit(doubledKeys(this.entries));
    for (const { line, key } of containers) this.skipped.push({ code: 'container', line, value: key });
    return { entries, failures: this.failures, skipped: this.skipped };
  }

  private between(to: number): void {
    const { failures, skipped } = lookBetween(this.text, this.pos, to, this.lineOf(this.pos));
    this.failures.push(...failures);
    this.skipped.push(...skipped);
  }

  /** Reads what begins here; answers where it ends. */
  private readAt(start: EntryStart, number: number): number {
    switch (start.type) {
      case 'comment':
        return this.endOfComment(start, number);
      case 'string':
      case 'preamble':
        return this.readBlock(start, number);
      default:
        return this.readEntry(start, number);
    }
  }

  private readEntry(start: EntryStart, number: number): number {
    const short = this.readBody(start, this.startAfter(number));
    const long = short.body.isClosed ? null : this.readFurther(start, number);
    const { body, end } = long ?? short;
    const { at, type } = start;
    const raw = this.text.slice(at, end).trimEnd();
    const line = this.lineOf(at);
    const damage = body.damage.map(({ code, at: place, value }) => ({ code, line: this.lineOf(place), value }));
    if (body.fields.size === 0 && damage.some(({ code }) => code !== 'no-key')) {
      this.failures.push({ code: 'unreadable', line, raw: shortened(raw), damage });
    } else {
      const { key, fields, isWhole } = body;
      this.entries.push({ type, key, fields, line, raw, damage, isWhole: isWhole && damage.every(isHarmless) });
    }
    return end;
  }

  /** An entry that did not end before a line like another's beginning: its value may hold that line. */
  private readFurther(start: EntryStart, number: number): { readonly body: EntryBody; readonly end: number } | null {
    const held = this.starts.slice(number + 1, number + 1 + MOST_HELD);
    if (held.length === 0) return null;
    const found = this.readBody(start, this.startAfter(number + MOST_HELD));
    const isSound = found.body.isClosed && found.body.damage.length === 0;
    const swallowed = held.filter(({ at }) => at < found.end);
    return isSound && !swallowed.some((one) => looksLikeEntry(this.text, one)) ? found : null;
  }

  private readBody(start: EntryStart, limit: number): { readonly body: EntryBody; readonly end: number } {
    const cursor = new Cursor(this.text, start.from, limit);
    const body = readEntryBody(cursor, start.close, this.strings);
    return { body, end: cursor.pos };
  }

  /** `@string` and `@preamble`. */
  private readBlock(start: EntryStart, number: number): number {
    const limit = this.startAfter(number);
    if (start.type === 'string') {
      const { body, end } = this.readBody({ ...start, from: start.from }, limit);
      for (const [name, value] of body.fields) this.strings.set(name, value);
      const damage = body.damage.filter(({ code }) => code !== 'no-key');
      if (damage.length > 0) this.fail(start.at, end, damage);
      return end;
    }
    const cursor = new Cursor(this.text, start.from, limit);
    const isRead = typeof readValue(cursor, this.strings) === 'object' && cursor.take(start.close);
    if (!isRead) this.fail(start.at, limit, []);
    return isRead ? cursor.pos : limit;
  }

  private fail(at: number, end: number, damage: EntryBody['damage']): void {
    const lines = damage.map(({ code, at: place, value }): Damage => ({ code, line: this.lineOf(place), value }));
    const raw = shortened(this.text.slice(at, end));
    this.failures.push({ code: 'unreadable', line: this.lineOf(at), raw, damage: lines });
  }

  /** A comment may hold any number of entries; one that does not end is its line's beginning alone. */
  private endOfComment(start: EntryStart, number: number): number {
    if (start.close === ')') return this.startAfter(number);
    const cursor = new Cursor(this.text, start.from - 1, this.startAfter(number));
    if (cursor.braced() !== null) return cursor.pos;
    this.closings ??= closingBraces(this.text, this.starts);
    return this.closings.get(start.from - 1) ?? this.startAfter(number);
  }

  private startAfter(number: number): number {
    return this.starts[number + 1]?.at ?? this.text.length;
  }
}

/** Damage that `raw` carries on without harm to whoever reads it. */
const isHarmless = ({ code }: Damage): boolean => code === 'unknown-name' || code === 'commented-line';

/** Where the braces of comments close, each place behind it; in one pass. */
function closingBraces(text: string, starts: readonly EntryStart[]): ReadonlyMap<number, number> {
  const wanted = new Set(starts.filter(({ type }) => type === 'comment').map(({ from }) => from - 1));
  const found = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 123) open.push(at);
    else if (code === 125) {
      const begin = open.pop();
      if (begin !== undefined && wanted.has(begin)) found.set(begin, at + 1);
    }
  }
  return found;
}

/** Entries with a key of another before them say so. */
function doubledKeys(entries: readonly FoundEntry[]): FoundEntry[] {
  const seen = new Set<string>();
  return entries.map((entry) => {
    const key = entry.key.toLowerCase();
    if (key === '' || !seen.has(key)) {
      seen.add(key);
      return entry;
    }
    return { ...entry, damage: [...entry.damage, { code: 'double-key', line: entry.line, value: entry.key }] };
  });
}
