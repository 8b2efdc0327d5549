/** A part of a script that is no plain value: it is kept as it is written, and never run. */
export class Code {
  constructor(readonly text: string) {}
}

/** What stands in a script: a plain value, or code in its place. */
export type Literal = string | number | boolean | null | Code | readonly Literal[] | LiteralObject;
export interface LiteralObject {
  readonly [key: string]: Literal;
}

export function isObject(value: Literal | undefined): value is LiteralObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Code);
}

export function isList(value: Literal | undefined): value is readonly Literal[] {
  return Array.isArray(value);
}

export interface ReadLiteral {
  readonly value: Literal;
  /** Where it ends in the text. */
  readonly end: number;
}

/** A text is no longer once others were put into it: each of forty names may hold the one before twice. */
const LONGEST_TEXT = 2_000;
const WORDS = new Map<string, Literal>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', null],
]);
/** Deeper than any options go. */
const DEEPEST = 12;
const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const NUMBER = /[+-]?(?:0x[\da-f]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iy;
const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const BLANK = /\s*/y;

/** Where the next sign stands behind blanks and remarks. */
export function skipBlanks(text: string, at: number): number {
  for (let end = at; ;) {
    BLANK.lastIndex = end;
    end += BLANK.exec(text)?.[0].length ?? 0;
    const close = text.startsWith('//', end) ? '\n' : text.startsWith('/*', end) ? '*/' : null;
    if (close === null) return end;
    const found = text.indexOf(close, end + 2);
    if (found < 0) return text.length;
    end = found + close.length;
  }
}

/**
 * Reads the value that a script has at a place: objects, lists, texts, numbers, products of numbers, names that stand for
 * one of these. What is none of them is passed over up to its end, as `Code`. Any text can be read; nothing is run.
 *
 * @param names - what names stand for
 */
export function readLiteral(
  text: string,
  from: number,
  names: ReadonlyMap<string, Literal> = new Map(),
  depth = 0,
): ReadLiteral {
  const at = skipBlanks(text, from);
  const plain = depth > DEEPEST ? null : readPlain(text, at, names, depth);
  const end = plain === null ? at : skipBlanks(text, plain.end);
  if (
    plain !== null &&
    (end >= text.length || /[,;)\]}\n]/.test(text.charAt(end)) || text.slice(plain.end, end).includes('\n'))
  ) {
    return { value: plain.value, end: plain.end };
  }
  const product = plain !== null && typeof plain.value === 'number' ? readProduct(text, plain.end, plain.value) : null;
  if (product !== null) return product;
  const stop = endOfCode(text, at);
  return { value: new Code(text.slice(at, stop).trim()), end: stop };
}

function readPlain(text: string, at: number, names: ReadonlyMap<string, Literal>, depth: number): ReadLiteral | null {
  const sign = text.charAt(at);
  if (sign === '{') return readObject(text, at, names, depth);
  if (sign === '[') return readList(text, at, names, depth);
  if (sign === '"' || sign === "'" || sign === '`') return readText(text, at, names);
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text)?.[0];
  if (number !== undefined) return { value: Number(number.replace(/_/g, '')), end: at + number.length };
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return null;
  const end = at + name.length;
  const meant = WORDS.has(name) ? WORDS.get(name) : names.get(name);
  return meant === undefined ? null : { value: meant, end };
}

/** `45 * 60 * 1000`, and no other arithmetic. */
function readProduct(text: string, from: number, first: number): ReadLiteral | null {
  const FACTOR = /\s*\*\s*(\d+(?:\.\d+)?)/y;
  let [value, end] = [first, from];
  for (;;) {
    FACTOR.lastIndex = end;
    const factor = FACTOR.exec(text);
    if (factor === null) break;
    value *= Number(factor[1]);
    end += factor[0].length;
  }
  const next = text.charAt(skipBlanks(text, end));
  return end > from && (next === '' || /[,;)\]}]/.test(next)) ? { value, end } : null;
}

function readObject(
  text: string,
  from: number,
  names: ReadonlyMap<string, Literal>,
  depth: number,
): ReadLiteral | null {
  const entries: [string, Literal][] = [];
  for (let at = skipBlanks(text, from + 1); at < text.length;) {
    if (text.charAt(at) === '}') return { value: Object.fromEntries(entries), end: at + 1 };
    const key = readKey(text, at);
    const colon = key === null ? at : skipBlanks(text, key.end);
    if (key !== null && text.charAt(colon) === ':') {
      const { value, end } = readLiteral(text, colon + 1, names, depth + 1);
      entries.push([key.name, value]);
      at = end;
    } else {
      // A method, a spread, or a name that stands for itself.
      const end = endOfCode(text, at);
      const value = key !== null && skipBlanks(text, key.end) === end ? (names.get(key.name) ?? null) : null;
      entries.push([key?.name ?? text.slice(at, end).trim(), value ?? new Code(text.slice(at, end).trim())]);
      at = end;
    }
    at = skipBlanks(text, at);
    if (text.charAt(at) === ',') at = skipBlanks(text, at + 1);
    else if (text.charAt(at) !== '}') return null;
  }
  return null;
}

function readList(text: string, from: number, names: ReadonlyMap<string, Literal>, depth: number): ReadLiteral | null {
  const items: Literal[] = [];
  for (let at = skipBlanks(text, from + 1); at < text.length;) {
    if (text.charAt(at) === ']') return { value: items, end: at + 1 };
    const { value, end } = readLiteral(text, at, names, depth + 1);
    items.push(value);
    at = skipBlanks(text, end);
    if (text.charAt(at) === ',') at = skipBlanks(text, at + 1);
    else if (text.charAt(at) !== ']') return null;
  }
  return null;
}

function readKey(text: string, at: number): { readonly name: string; readonly end: number } | null {
  const sign = text.charAt(at);
  if (sign === '"' || sign === "'") {
    const read = readText(text, at, new Map());
    return typeof read?.value === 'string' ? { name: read.value, end: read.end } : null;
  }
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[0] ?? /^\d+/.exec(text.slice(at, at + 20))?.[0];
  return name === undefined ? null : { name, end: at + name.length };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

/** A text; one between backticks may name others: `"${FOLDER}"`. Null where it has no end, or holds code. */
function readText(text: string, from: number, names: ReadonlyMap<string, Literal>): ReadLiteral | null {
  const quote = text.charAt(from);
  let value = '';
  for (let at = from + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === quote) return { value, end: at + 1 };
    if (sign === '\\') {
      at += 1;
      value += ESCAPES[text.charAt(at)] ?? text.charAt(at);
    } else if (quote === '`' && text.startsWith('${', at)) {
      const close = text.indexOf('}', at);
      const meant = names.get(text.slice(at + 2, close).trim());
      if (close < 0 || (typeof meant !== 'string' && typeof meant !== 'number')) return null;
      value += String(meant);
      if (value.length > LONGEST_TEXT) return null;
      at = close;
    } else if (sign === '\n' && quote !== '`') return null;
    else value += sign;
  }
  return null;
}

/** Where code ends: at the next comma, semicolon or closing bracket that belongs to what is around it. */
export function endOfCode(text: string, from: number): number {
  const open: string[] = [];
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"' || sign === "'" || sign === '`') at = endOfText(text, at) - 1;
    else if (sign === '/' && /[/*]/.test(text.charAt(at + 1))) at = Math.max(at, skipBlanks(text, at) - 1);
    else if (PAIRS[sign] !== undefined) open.push(PAIRS[sign]);
    else if (sign === open.at(-1)) open.pop();
    else if (open.length === 0 && /[,;)\]}]/.test(sign)) return at;
  }
  return text.length;
}

function endOfText(text: string, from: number): number {
  const quote = text.charAt(from);
  for (let at = from + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === quote) return at + 1;
    else if (sign === '\n' && quote !== '`') return at;
  }
  return text.length;
}
