import type { Yaml } from '../ports';

/** A block's text as the YAML reader gave it; else its own words, and the line (from 0) that it stopped at, if it said. */
export type ParsedText = { readonly values: unknown } | { readonly message: string; readonly line: number };

/** From here on it is parsed in pieces: the app's reader compares each key of a map with all before it. */
const LONG = 400;
const PIECE = 200;

/** A map or a list of many lines: `data:` with a day on each, say. */
interface LongPart {
  readonly key: string;
  /** First line of its entries, and the one after its last. */
  readonly from: number;
  readonly to: number;
  readonly indent: number;
  /** Of entries with a dash, rather than of keys. */
  readonly isList: boolean;
}

/** Parses a block's text. Never throws. */
export function parseText(source: string, yaml: Yaml): ParsedText {
  const lines = source.split('\n');
  const long = lines.length > LONG ? longPartOf(lines) : null;
  if (long === null) return parsePiece(lines, 0, yaml);
  const parsed = parsePiece([...lines.slice(0, long.from), ...lines.slice(long.to)], 0, yaml);
  if (!('values' in parsed)) {
    const { message, line } = parsed;
    return { message, line: line < long.from ? line : line + long.to - long.from };
  }
  const entries = parseEntries(lines, long, yaml);
  if (!('values' in entries)) return entries;
  return { values: { ...(parsed.values as object), [long.key]: entries.values } };
}

function parseEntries(lines: readonly string[], { from, to, indent, isList }: LongPart, yaml: Yaml): ParsedText {
  const map = new Map<string, unknown>();
  const list: unknown[] = [];
  for (let at = from; at < to;) {
    let end = Math.min(at + PIECE, to);
    while (end < to && indentOf(lines[end] ?? '') !== indent) end += 1; // an entry stays in one piece
    const piece =
      plainPiece(lines.slice(at, end), indent, isList) ?? parsePiece([...lines.slice(at, end), ''], at, yaml);
    if (!('values' in piece)) return piece;
    const { values } = piece;
    if (values !== null && (typeof values !== 'object' || Array.isArray(values) !== isList)) {
      return { message: String(lines[at]).trim(), line: at };
    }
    if (Array.isArray(values)) for (const one of values as unknown[]) list.push(one);
    else {
      for (const [key, value] of Object.entries(values ?? {})) {
        if (map.has(key)) return { message: `Map keys must be unique: "${key}"`, line: at };
        map.set(key, value);
      }
    }
    at = end;
  }
  return { values: isList ? list : Object.fromEntries(map) };
}

const PLAIN_DAY = /^( +)(\d{4}-\d{2}-\d{2}): (-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?) *$/;
const PLAIN_ENTRY = /^( +)- \{date: (\d{4}-\d{2}-\d{2}), value: (-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?)\} *$/;

/** A piece in which every line is a day with a number, of which there is one reading alone; null for any other. */
function plainPiece(lines: readonly string[], indent: number, isList: boolean): { readonly values: object } | null {
  const pattern = isList ? PLAIN_ENTRY : PLAIN_DAY;
  const days = new Map<string, number>();
  const entries: object[] = [];
  for (const line of lines) {
    const [, blanks = '', date = '', number = ''] = pattern.exec(line) ?? [];
    if (blanks.length !== indent || days.has(date)) return null;
    if (isList) entries.push({ date, value: Number(number) });
    else days.set(date, Number(number));
  }
  return { values: isList ? entries : Object.fromEntries(days) };
}

/** The one map or list, at the top, that makes a text long; null where there is none, or where one entry may lean on another. */
function longPartOf(lines: readonly string[]): LongPart | null {
  for (let at = 0; at < lines.length; at += 1) {
    const key = /^([A-Za-z][\w-]*):\s*(?:#.*)?$/.exec(lines[at] ?? '')?.[1];
    if (key === undefined) continue;
    const from = at + 1;
    let to = from;
    while (to < lines.length && isWithin(lines[to] ?? '')) to += 1;
    if (to - from <= LONG) continue;
    const entries = lines.slice(from, to);
    const first = entries.find((line) => !isRemark(line)) ?? '';
    const leans = entries.some((line) => /[&*|>][\w-]*\s*$|:\s+[&*!]|^\s*<<:/.test(line));
    const isList = /^\s*-(\s|$)/.test(first);
    return leans ? null : { key, from, to, indent: indentOf(first), isList };
  }
  return null;
}

function parsePiece(lines: readonly string[], first: number, yaml: Yaml): ParsedText {
  try {
    return { values: yaml.parse(lines.join('\n')) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const named = /\bline (\d+)/.exec(message) ?? /\((\d+):\d+\)/.exec(message);
    const line = first + Math.min(Math.max(Number(named?.[1] ?? 1) - 1, 0), lines.length - 1);
    return { message: (message.split('\n')[0] ?? '').replace(/\s+at line \d+, column \d+:?\s*$/, ''), line };
  }
}

function isRemark(line: string): boolean {
  return line.trim() === '' || line.trimStart().startsWith('#');
}

function isWithin(line: string): boolean {
  return isRemark(line) || /^\s/.test(line);
}

function indentOf(line: string): number {
  return isRemark(line) ? Infinity : line.length - line.trimStart().length;
}
