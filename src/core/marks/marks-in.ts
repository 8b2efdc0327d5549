import { checkboxMark } from '../markdown/checkbox';
import { linksOfLine } from '../markdown/links';
import { masked } from '../markdown/masked';
import { INLINE_FORMULA } from '../markdown/math-as-code';
import type { ScannedLine, TextRange } from '../markdown/scan';
import type { Keywords } from './keywords';
import { lineMarks, MASK, type LineMark } from './line-marks';

/** A mark in a note. */
export interface NoteMark extends LineMark {
  readonly line: ScannedLine;
  /** Struck through, or in an item whose box is ticked. */
  readonly done: boolean;
}

/** What is looked for, and where. */
export interface MarkRules {
  readonly keywords: Keywords;
  /** Whether comments in code count. */
  readonly code: boolean;
}

/**
 * The marks of a note, in order: in its text and comments, and in code where the rules say so. None stand in frontmatter,
 * guarded blocks, code spans, formulas, links and addresses.
 */
export function* marksIn(lines: readonly ScannedLine[], { keywords, code }: MarkRules): Generator<NoteMark> {
  const { pattern } = keywords;
  let lastFormula = lines.length - 1;
  while (lastFormula >= 0 && !opensFormula(lines[lastFormula])) lastFormula -= 1;
  let isFormula = false;
  for (const line of lines) {
    const { kind, text, number } = line;
    if (kind === 'code' ? !code || line.code === 'fence' : kind !== 'text' && kind !== 'comment') continue;
    let formulas: readonly TextRange[] = [];
    if (isFormula || (number <= lastFormula && opensFormula(line)))
      ({ ranges: formulas, isOpen: isFormula } = formulasOf(text, isFormula, number < lastFormula));
    pattern.lastIndex = 0;
    if (!pattern.test(text)) continue;
    const isCode = kind === 'code';
    const box = isCode ? null : checkboxMark(text);
    const isTicked = box === 'x' || box === 'X';
    const plain = isCode ? text : maskedLine(line, formulas);
    for (const mark of lineMarks(plain, keywords, isCode)) yield { ...mark, line, done: mark.struck || isTicked };
  }
}

function opensFormula(line: ScannedLine | undefined): boolean {
  return line?.kind === 'text' && line.text.includes('$$');
}

/** Where `$$ … $$` reaches over a line, and whether it goes on below, as it may only where there is an end to it. */
function formulasOf(
  text: string,
  wasOpen: boolean,
  hasEnd: boolean,
): { readonly ranges: readonly TextRange[]; readonly isOpen: boolean } {
  const ranges: TextRange[] = [];
  let from = wasOpen ? 0 : text.indexOf('$$');
  let inside = wasOpen ? 0 : from + 2;
  while (from >= 0) {
    const close = text.indexOf('$$', inside);
    if (close >= 0 || hasEnd) ranges.push({ from, to: close < 0 ? text.length : close + 2 });
    if (close < 0) return { ranges, isOpen: hasEnd };
    from = text.indexOf('$$', close + 2);
    inside = from + 2;
  }
  return { ranges, isOpen: false };
}

const ADDRESS = /(?:[a-z][a-z0-9+.-]{0,20}:\/\/|www\.)[^\s<>，。；、！？（）「」]+/gi;
const TAG = /<[a-z/][^<>]*>/gi;

/** The line with `MASK` in place of what is no place for a mark; as long as it was. */
function maskedLine({ text, spans }: ScannedLine, formulas: readonly TextRange[]): string {
  return masked(text, [...formulas, ...spans, ...linksOfLine(text, spans)], MASK)
    .replace(INLINE_FORMULA, (_all, before: string, formula: string) => before + MASK.repeat(formula.length))
    .replace(ADDRESS, mask)
    .replace(TAG, mask);
}

function mask(text: string): string {
  return MASK.repeat(text.length);
}
