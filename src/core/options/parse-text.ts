import type { Yaml } from '../ports';

/** A block's text as the YAML reader gave it; else its own words, and the line (from 0) that it stopped at, if it said. */
export type ParsedText = { readonly values: unknown } | { readonly message: string; readonly line: number };

/** From here on a map is parsed in pieces: the app's reader compares each key with all before it. */
const LONG = 400;
const PIECE = 200;

/** A map of many lines: `data:` with a day on each, say. */
interface LongMap {
  readonly key: string;
  /** First line of its entries, and the one after its last. */
  readonly from: number;
  readonly to: number;
  readonly indent: number;
}

/** Parses a block's text. Never throws. */
export function parseText(source: string, yaml: Yaml): ParsedText {
  const lines = source.split('\n');
  const long = lines.length > LONG ? longMapOf(lines) : null;
  if (long === null) return parsePiece(lines, 0, yaml);
  const rest = [
    ...lines.slice(0, long.from),
    ...lines.slice(long.from, long.to).map(() => ''),
    ...lines.slice(long.to),
  ];
  const parsed = parsePiece(rest, 0, yaml);
  if (!('values' in parsed)) return parsed;
  const entries = parseEntries(lines, long, yaml);
  if (!('values' in entries)) return entries;
  return { values: { ...(parsed.values as object), [long.key]: entries.values } };
}

function parseEntries(lines: readonly string[], { from, to, indent }: LongMap, yaml: Yaml): ParsedText {
  const all = new Map<string, unknown>();
  for (let at = from; at < to;) {
    let end = Math.min(at + PIECE, to);
    while (end < to && indentOf(lines[end] ?? '') !== indent) end += 1; // an entry stays in one piece
    const piece = parsePiece([...lines.slice(at, end), ''], at, yaml);
    if (!('values' in piece)) return piece;
    const { values } = piece;
    if (values !== null && (typeof values !== 'object' || Array.isArray(values))) {
      return { message: String(lines[at]).trim(), line: at };
    }
    for (const [key, value] of Object.entries(values ?? {})) {
      if (all.has(key)) return { message: `Map keys must be unique: "${key}"`, line: at };
      all.set(key, value);
    }
    at = end;
  }
  return { values: Object.fromEntries(all) };
}

/** The one map, at the top, that makes a text long; null where there is none, or where one entry may lean on another. */
function longMapOf(lines: readonly string[]): LongMap | null {
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
    return leans || isList ? null : { key, from, to, indent: indentOf(first) };
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
