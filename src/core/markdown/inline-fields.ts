import { codeSpans, insideRanges } from './code-spans';

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

/**
 * The inline fields of a line, in order, as Dataview reads them: brackets inside the value are balanced, escaped ones do
 * not count, fields do not nest. What stands in a code span is no field.
 */
export function inlineFields(line: string): InlineField[] {
  if (!line.includes('::')) return [];
  const signs = signsOf(line);
  const isCode = insideRanges(codeSpans(line));
  const fields: InlineField[] = [];
  let free = 0; // where the last field ended
  signs.forEach(({ at, closing }, index) => {
    const colons = signs[index + 1]?.at ?? line.length;
    if (closing <= colons || at < free || !line.startsWith('::', colons) || isCode(at)) return;
    const key = line.slice(at + 1, colons).trim();
    if (key === '') return;
    free = closing + 1;
    fields.push({ key: key.toLowerCase(), value: line.slice(colons + 2, closing).trim(), start: at, end: free });
  });
  return fields;
}

/** A sign that no key may hold; `closing`: where the bracket is closed, each kind counted by itself; -1 for any other. */
interface Sign {
  readonly at: number;
  closing: number;
}

const [BACKTICK, COLON, OPEN_ROUND, CLOSE_ROUND] = [96, 58, 40, 41];
const [OPEN_SQUARE, CLOSE_SQUARE, OPEN_CURLY, CLOSE_CURLY, BACKSLASH] = [91, 93, 123, 125, 92];

function signsOf(line: string): Sign[] {
  const signs: Sign[] = [];
  const square: Sign[] = [];
  const round: Sign[] = [];
  const hasEscapes = line.includes('\\');
  const riders: Riders = new Map();
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (!isSign(unit)) continue;
    const sign = { at, closing: -1 };
    signs.push(sign);
    const open = unit === OPEN_SQUARE || unit === CLOSE_SQUARE ? square : round;
    const isEscape = hasEscapes && isEscaped(line, at);
    if (unit === OPEN_SQUARE || unit === OPEN_ROUND) {
      if (isEscape) ride(riders, open, sign);
      else open.push(sign);
    } else if ((unit === CLOSE_SQUARE || unit === CLOSE_ROUND) && !isEscape) {
      close(riders, open, at);
    }
  }
  return signs;
}

/** Whether an odd number of backslashes stands before the sign. */
function isEscaped(line: string, at: number): boolean {
  let from = at;
  while (line.charCodeAt(from - 1) === BACKSLASH) from -= 1;
  return (at - from) % 2 === 1;
}

/**
 * Escaped brackets by the open one around them, or by the list of open ones where there is none. An escaped bracket is
 * text within a value, but a field may begin at one: it ends where what is around it does.
 */
type Riders = Map<Sign | readonly Sign[], Sign[]>;

function ride(riders: Riders, open: readonly Sign[], sign: Sign): void {
  const around = open.at(-1) ?? open;
  const known = riders.get(around);
  if (known === undefined) riders.set(around, [sign]);
  else known.push(sign);
}

function close(riders: Riders, open: Sign[], at: number): void {
  const opening = open.pop();
  if (opening !== undefined) opening.closing = at;
  if (riders.size === 0) return;
  for (const sign of riders.get(opening ?? open) ?? []) sign.closing = at;
  riders.delete(opening ?? open);
}

function isSign(unit: number): boolean {
  if (unit === COLON || unit === BACKTICK || unit === OPEN_ROUND || unit === CLOSE_ROUND) return true;
  return unit === OPEN_SQUARE || unit === CLOSE_SQUARE || unit === OPEN_CURLY || unit === CLOSE_CURLY;
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
