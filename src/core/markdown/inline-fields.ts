import { codeSpanLength } from './scan';

/** A Dataview-style field in a line: `[key:: value]` or `(key:: value)`. */
export interface InlineField {
  /** Trimmed, in lower case. */
  readonly key: string;
  /** Trimmed. */
  readonly value: string;
  /** Offset of the opening bracket. */
  readonly start: number;
  /** Offset after the closing bracket. */
  readonly end: number;
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')' };

/**
 * The inline fields of a line, in order, as Dataview reads them: brackets inside the value are balanced, fields do not
 * nest. What stands in a code span is no field.
 */
export function inlineFields(line: string): InlineField[] {
  if (!line.includes('::')) return [];
  const fields: InlineField[] = [];
  let at = 0;
  while (at < line.length) {
    const character = line.charAt(at);
    if (character === '`') {
      at += codeSpanLength(line, at);
      continue;
    }
    const field = character === '[' || character === '(' ? fieldAt(line, at) : null;
    if (field === null) {
      at += 1;
      continue;
    }
    fields.push(field);
    at = field.end;
  }
  return fields;
}

/** The line without those stretches; the blanks around each shrink to one. */
export function withoutRanges(
  line: string,
  ranges: readonly { readonly start: number; readonly end: number }[],
): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of ranges) {
    kept = `${kept}${line.slice(at, start).trimEnd()} `;
    at = end;
    while (line.charAt(at) === ' ') at += 1;
  }
  return ranges.length === 0 ? line : (kept + line.slice(at)).trim();
}

function fieldAt(line: string, start: number): InlineField | null {
  const opening = line.charAt(start);
  const closing = CLOSING[opening];
  if (closing === undefined) return null;
  const colons = line.indexOf('::', start + 1);
  if (colons < 0) return null;
  const key = line.slice(start + 1, colons).trim();
  if (key === '' || /[[\](){}`:]/.test(key)) return null;
  let depth = 1;
  for (let at = colons + 2; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === opening) depth += 1;
    else if (character === closing && --depth === 0) {
      return { key: key.toLowerCase(), value: line.slice(colons + 2, at).trim(), start, end: at + 1 };
    }
  }
  return null;
}
