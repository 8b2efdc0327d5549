/** What begins at a place in a line, by CommonMark's rules for the start of a block. The blanks before it are under four columns. */

const [TAB, SPACE, HASH, STAR, PLUS, DASH, POINT, BRACKET, EQUALS, UNDERSCORE] = [
  9, 32, 35, 42, 43, 45, 46, 41, 61, 95,
];
const [ZERO, NINE] = [48, 57];
const MOST_DIGITS = 9;

function isBlankUnit(unit: number): boolean {
  return unit === SPACE || unit === TAB || Number.isNaN(unit);
}

/** How often the unit stands there, one after the other. */
export function runLength(text: string, at: number, unit: number): number {
  let end = at;
  while (text.charCodeAt(end) === unit) end += 1;
  return end - at;
}

/** Whether nothing but blanks stands there up to the line's end. */
export function isBlankFrom(text: string, at: number): boolean {
  let end = at;
  while (end < text.length && isBlankUnit(text.charCodeAt(end))) end += 1;
  return end === text.length;
}

/** Level of an ATX heading (4.2), or 0. */
export function headingLevel(text: string, at: number): number {
  const level = runLength(text, at, HASH);
  return level <= 6 && isBlankUnit(text.charCodeAt(at + level)) ? level : 0;
}

/** Level of the heading that a line underlines (4.3), or 0. */
export function underlineLevel(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit !== EQUALS && unit !== DASH) return 0;
  if (!isBlankFrom(text, at + runLength(text, at, unit))) return 0;
  return unit === EQUALS ? 1 : 2;
}

/** Looks for thematic breaks (4.1) at ascending places of a line; a line of many marks is walked through once. */
export class RuleReader {
  private mark = 0;
  private stop = 0; // up to here nothing but that mark and blanks stands, and then something else

  start(): void {
    this.stop = 0;
  }

  isRule(text: string, at: number): boolean {
    const mark = text.charCodeAt(at);
    if (mark !== STAR && mark !== DASH && mark !== UNDERSCORE) return false;
    if (mark === this.mark && at < this.stop) return false;
    let marks = 0;
    let end = at;
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      if (unit === mark) marks += 1;
      else if (!isBlankUnit(unit)) break;
    }
    if (end === text.length) return marks >= 3;
    this.mark = mark;
    this.stop = end;
    return false;
  }
}

/** Length of the marks that open a fenced block (4.5), or 0. "```x```" is a code span. */
export function fenceLength(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const length = runLength(text, at, unit);
  if (length < 3) return 0;
  return unit === 96 && text.includes('`', at + length) ? 0 : length;
}

/**
 * Length of a list item's mark (5.2), or 0.
 *
 * @param interrupts - whether it would end a paragraph: only an item with words, and of numbers only 1, can do that
 */
export function listMarkLength(text: string, at: number, interrupts: boolean): number {
  const unit = text.charCodeAt(at);
  let length = 0;
  if (unit === STAR || unit === PLUS || unit === DASH) length = 1;
  else if (unit >= ZERO && unit <= NINE) length = numberLength(text, at, interrupts);
  if (length === 0 || !isBlankUnit(text.charCodeAt(at + length))) return 0;
  return interrupts && isBlankFrom(text, at + length) ? 0 : length;
}

function numberLength(text: string, at: number, interrupts: boolean): number {
  let end = at;
  while (end < at + MOST_DIGITS && text.charCodeAt(end) >= ZERO && text.charCodeAt(end) <= NINE) end += 1;
  const unit = text.charCodeAt(end);
  if (unit !== POINT && unit !== BRACKET) return 0;
  return interrupts && Number(text.slice(at, end)) !== 1 ? 0 : end + 1 - at;
}
