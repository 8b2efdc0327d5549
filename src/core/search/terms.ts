import { stemmer } from 'stemmer';

/** A term where it stands in a text. */
export interface Token {
  readonly term: string;
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
  /** It is a part of a longer word, which is a term of its own (`cache` of `getFileCache`). */
  readonly isPart: boolean;
}

/** Longer runs of letters are no words: keys, picture data, hashes. */
const LONGEST_WORD = 64;

/**
 * Goes through the terms of a text, in order. Chinese and Japanese have no blanks between words, so each two neighbouring
 * characters are a term (a character that stands alone is one, too); other words count as a whole and in the parts that code
 * joins (`batch_size`, `getFileCache`, `ResNet50`).
 *
 * @param found - is told where a term stands; `termOf` says which it is
 */
export function walkTerms(text: string, found: (from: number, to: number, isPart: boolean) => void): void {
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === NONE) {
      at += 1;
      continue;
    }
    const from = at;
    at += widthAt(text, at);
    let before = from;
    while (at < text.length && kindAt(text, at) === kind) {
      const to = at + widthAt(text, at);
      if (kind === HAN) found(before, to, false);
      before = at;
      at = to;
    }
    if (kind === HAN && before === from) found(from, at, false);
    if (kind === WORD && at - from <= LONGEST_WORD) walkWord(text, from, at, found);
  }
}

/** The terms of a text as a list. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  walkTerms(text, (from, to, isPart) => tokens.push({ term: termOf(text.slice(from, to)), from, to, isPart }));
  return tokens;
}

/** The terms that a student asks for: of a word that code joins the whole alone, unless nothing in the vault is called so. */
export function queryTerms(query: string, isKnown: (term: string) => boolean): string[] {
  const terms = new Set<string>();
  let whole = false;
  for (const { term, isPart } of tokensOf(query)) {
    if (!isPart) whole = isKnown(term);
    if (!isPart || !whole) terms.add(term);
  }
  return [...terms];
}

/** The term that a word is: width, case and an English ending do not count (NFKC, Porter 1980). */
export function termOf(word: string): string {
  const folded = word.normalize('NFKC').toLowerCase();
  return /^[a-z]{4,}$/.test(folded) ? stemmer(folded) : folded;
}

/** Whether a character is one of those that are written without blanks between words: Chinese and kana. */
export function isHan(code: number): boolean {
  if (code < 0x3005) return false;
  return code <= 0x3007
    ? code !== 0x3006
    : code < 0x3040
      ? false
      : code <= 0x30ff ||
        (code >= 0x3400 && code <= 0x9fff) ||
        (code >= 0xf900 && code <= 0xfaff) ||
        (code >= 0xd840 && code <= 0xd8bf) ||
        (code >= 0x20000 && code <= 0x3ffff);
}

const [NONE, WORD, HAN] = [0, 1, 2] as const;
type Kind = typeof NONE | typeof WORD | typeof HAN;

function kindAt(text: string, at: number): Kind {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiWord(code) ? WORD : NONE;
  if (isHan(code)) return HAN;
  const isMark =
    (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xff0f);
  if (isMark) return NONE;
  return /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at, at + 2)) ? WORD : NONE;
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

/** Units of the character that begins there. */
function widthAt(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
}

function walkWord(
  text: string,
  from: number,
  to: number,
  found: (from: number, to: number, isPart: boolean) => void,
): void {
  found(from, to, false);
  let isJoined = false;
  for (let at = from; at < to && !isJoined; at++) {
    const code = text.charCodeAt(at);
    isJoined = code < 97 && (at > from || code < 65 || code === 95); // a capital within, a digit or `_`
  }
  if (!isJoined) return;
  for (const part of text.slice(from, to).matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^A-Za-z\d_]+/g)) {
    const { length } = part[0];
    if (length > 1 && length < to - from) found(from + part.index, from + part.index + length, true);
  }
}
