import { lineEnding, readFrontmatter, splitNote } from './frontmatter';
import { canonicalValue } from './frontmatter-value';
import type { Yaml } from '../ports';

/** New values by key; `undefined` takes the key out. */
export type FrontmatterChanges = Readonly<Record<string, unknown>>;

/**
 * Sets keys of a note's frontmatter; every other line keeps its bytes, comments and order, and a value of one line the
 * comment behind it. A note without frontmatter gets one. Answers null where the frontmatter is laid out in a way that
 * cannot be edited line by line.
 */
export function setFrontmatter(text: string, changes: FrontmatterChanges, yaml: Yaml): string | null {
  const before = readFrontmatter(text, yaml);
  if (!before.ok) return null;
  const parts = splitNote(text);
  const eol = lineEnding(text);
  let raw = parts.yaml ?? '';
  if (raw !== '' && !raw.endsWith('\n')) raw += eol;
  for (const [key, value] of Object.entries(changes)) {
    if (canonicalValue(before.data[key]) === canonicalValue(value)) continue;
    raw = setKey(raw, key, value === undefined ? '' : yaml.stringify({ [key]: value }).replace(/\r?\n/g, eol));
  }
  if (parts.yaml === null && raw === '') return text; // there is none, and nothing to say in one
  const opening = parts.yaml === null ? `---${eol}` : parts.opening;
  const closing = parts.yaml === null ? `---${eol}` : parts.closing;
  const result = parts.bom + opening + raw + closing + parts.body;
  return saysSo(result, { ...before.data, ...changes }, yaml) ? result : null;
}

function setKey(raw: string, key: string, lines: string): string {
  const range = keyRange(raw, key);
  if (range === null) return raw + lines;
  const comment = isOneLine(lines) ? commentBehind(raw.slice(range.from, range.to)) : '';
  const end = lineEnding(lines);
  const written = comment === '' ? lines : lines.slice(0, lines.length - end.length) + comment + end;
  return raw.slice(0, range.from) + written + raw.slice(range.to);
}

const isOneLine = (lines: string): boolean => lines !== '' && lines.indexOf('\n') === lines.length - 1;

/** The comment behind a value that is one line of plain text, with the blanks before it; a `#` in quotes begins none. */
function commentBehind(lines: string): string {
  const line = lines.replace(/\r?\n$/, '');
  if (line.includes('\n') || !/^[^\s:]+:[ \t]+[^\s"'[{|>&*!#]/.test(line)) return '';
  const at = line.search(/[ \t]#/);
  if (at < 0) return '';
  const value = line.slice(0, at).trimEnd();
  return line.slice(value.length);
}

/** The lines of a top-level key: its own and those that belong to its value, without comments that follow. */
function keyRange(raw: string, key: string): { readonly from: number; readonly to: number } | null {
  const names = [`${key}:`, `"${key}":`, `'${key}':`];
  let range: { from: number; to: number } | null = null;
  let at = 0;
  for (const line of raw.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    if (range === null) {
      if (names.some((name) => line.startsWith(name))) range = { from: at, to: at + line.length };
    } else if (/^(?:[ \t]+\S|-(?:\s|$))/.test(line)) {
      range.to = at + line.length;
    } else if (line.trim() !== '') {
      break;
    }
    at += line.length;
  }
  return range;
}

/** The edit is only good if the parser reads exactly what was meant; anything else is left to the student. */
function saysSo(text: string, wanted: FrontmatterChanges, yaml: Yaml): boolean {
  const read = readFrontmatter(text, yaml);
  if (!read.ok) return false;
  const keys = new Set([...Object.keys(read.data), ...Object.keys(wanted)]);
  return [...keys].every((key) => canonicalValue(read.data[key]) === canonicalValue(wanted[key]));
}
