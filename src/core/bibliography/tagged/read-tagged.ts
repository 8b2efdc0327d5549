import { shortened, type Damage, type Failure, type FoundEntry, type ReadEntries } from '../entry';
import { taggedEntry } from './tagged-entry';

/** Formats of one tag a line. */
export type TaggedFormat = 'ris' | 'endnote' | 'refworks';

/** A record as it is written: its tags' values in their order. */
export interface TaggedRecord {
  readonly format: TaggedFormat;
  readonly type: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

const RIS = /^([A-Z][A-Z0-9]) {0,2}-(?: (.*))?$/;
const ENDNOTE = /^%([0-9A-Z@!+~^&*$?<>[(:)#=|])(?: (.*))?$/;
const REFWORKS =
  /^(RT|SR|A[1-6]|AD|T[1-3]|JF|JO|YR|FD|VO|IS|SP|OP|K1|AB|N[OT]|SN|PB|PP|DO|UL|LK|LA|DS|ID|CN|ED|CL|RD|ST|OL|WP|U[1-9])(?: (.*))?$/;
/** The tag that begins a record. */
const BEGINS: Readonly<Record<TaggedFormat, string>> = { ris: 'TY', endnote: '0', refworks: 'RT' };

/** The format of tags that a text is in, and where its first record begins; null where it is none of these. */
export function taggedFormat(text: string): { readonly format: TaggedFormat; readonly at: number } | null {
  const found = (
    [
      ['ris', /^(?:TY {0,2}-|(?:TI|T1|AU|A1) {1,2}-) ?\S/m],
      ['endnote', /^%0 \S/m],
      ['refworks', /^RT \S/m],
    ] as const
  ).map(([format, first]) => ({ format, at: text.search(first) }));
  const [earliest] = found.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
  return earliest ?? null;
}

/**
 * Reads RIS, EndNote's `%` format and RefWorks (as CNKI and publishers write them). Tags may repeat; a line without a tag goes
 * on with the one before; a record without its first or last line is taken, and told. What stands before the first record is
 * the database's own heading.
 */
export function readTagged(text: string, format: TaggedFormat): ReadEntries {
  const reader = new TaggedReader(format);
  for (const [number, line] of text.split(/\r\n?|\n/).entries()) reader.line(line.trimEnd(), number);
  return reader.end();
}

class TaggedReader {
  private readonly entries: FoundEntry[] = [];
  private readonly failures: Failure[] = [];
  private record: OpenRecord | null = null;

  constructor(private readonly format: TaggedFormat) {}

  line(line: string, number: number): void {
    const { format } = this;
    const match = (format === 'ris' ? RIS : format === 'endnote' ? ENDNOTE : REFWORKS).exec(line);
    if (match === null) {
      this.goOn(line, number);
      return;
    }
    const [, tag = '', value = ''] = match;
    if (tag === BEGINS[format]) this.begin(value.trim(), number, line);
    else if (format === 'ris' && tag === 'ER') this.close(true);
    else {
      if (this.record === null) {
        this.begin('', number);
        this.report('no-type', number);
      }
      this.record?.add(tag, value.trim(), line);
    }
  }

  end(): ReadEntries {
    this.close(false);
    return { entries: this.entries, failures: this.failures, skipped: [] };
  }

  /** A line without a tag belongs to the value before. */
  private goOn(line: string, number: number): void {
    if (this.record === null || line.trim() === '') return;
    if (!this.record.goOn(line)) this.report('stray-line', number, line.trim().slice(0, 80));
  }

  private begin(type: string, number: number, line?: string): void {
    this.close(false);
    this.record = new OpenRecord(type, number, line === undefined ? [] : [line]);
  }

  private close(hasEnd: boolean): void {
    const { record, format } = this;
    this.record = null;
    if (record === null) return;
    if (!hasEnd && format === 'ris') record.damage.push({ code: 'no-end', line: record.number, value: '' });
    const { number: line, type, values, damage } = record;
    const raw = record.lines.join('\n');
    if (values.size === 0) this.failures.push({ code: 'unreadable', line, raw: shortened(raw), damage });
    else this.entries.push({ ...taggedEntry({ format, type, values }), line, raw, damage, isWhole: false });
  }

  private report(code: Damage['code'], line: number, value = ''): void {
    this.record?.damage.push({ code, line, value });
  }
}

class OpenRecord {
  readonly damage: Damage[] = [];
  /** Each value with the lines that it goes on with. */
  private readonly found: { readonly tag: string; readonly pieces: string[] }[] = [];

  constructor(
    readonly type: string,
    readonly number: number,
    readonly lines: string[],
  ) {}

  get values(): Map<string, string[]> {
    const values = new Map<string, string[]>();
    for (const { tag, pieces } of this.found) {
      const value = pieces.join(' ').trim();
      const list = values.get(tag);
      if (list === undefined) values.set(tag, [value]);
      else list.push(value);
    }
    return values;
  }

  add(tag: string, value: string, line: string): void {
    this.lines.push(line);
    this.found.push({ tag, pieces: [value] });
  }

  /** Whether there was a value to go on with. */
  goOn(line: string): boolean {
    this.lines.push(line);
    const last = this.found.at(-1);
    last?.pieces.push(line.trim());
    return last !== undefined;
  }
}
