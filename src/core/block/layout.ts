import { codeSpans } from '../markdown/code-spans';
import type { ScannedLine } from '../markdown/scan';

/** Quote marks, indent, a list mark where there is one, and the rest. */
const PARTS = /^((?:[ \t]*>)*)([ \t]*)(?:([-*+]|\d{1,9}[.)])(?:[ \t]+|$))?(.*)$/u;
const BREAK = /^[ \t]*(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/;
const TABLE_RULE = /^[ \t|:-]*\|[ \t|:-]*$/;
/** Marks that open or close an emphasis: at a word's edge `_` says what `*` does (CommonMark 6.2). */
const OPENING = /(^|[^\p{L}\p{N}\\_])(_{1,3})(?=[^\s_])/gu;
const CLOSING = /([^\s\\_])(_{1,3})(?![\p{L}\p{N}_])/gu;
/** Scripts that set no blank between words; formatters put one beside them, or take it away. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Folds the layout of lines, one after another: what Prettier, Linter and their like write anew and nobody would call an
 * edit. Out go blanks but one between two letters or digits, the kind of a bullet and of an emphasis, how far an item is
 * indented (its depth stays), the length of a table's rule and what a break is drawn of; blank lines become empty.
 */
export class LayoutFolder {
  /** Columns at which the list items around begin. */
  private indents: number[] = [];
  private quotes = 0;

  /**
   * @param line - as it was scanned
   * @param text - what is to be folded: the line's text, or what counts of it
   */
  fold({ code }: ScannedLine, text: string): string {
    if (code === 'indented') return this.outside(` ${text.trim()}`); // without the blank line above it, it were text
    if (code !== null) return text.trimEnd();
    const bare = text.trimEnd();
    if (/^[ \t>]*$/.test(bare)) return ''; // blank, in a quote too
    if (BREAK.test(bare)) return this.outside('---');
    if (TABLE_RULE.test(bare)) return this.outside(bare.replace(/[ \t]/g, '').replace(/-+/g, '-'));
    const [, quotes = '', blanks = '', mark, rest = ''] = PARTS.exec(bare) ?? [];
    const marks = quotes.replace(/[^>]/g, '');
    const indent = marks === '' ? blanks : blanks.replace(/^ /, ''); // the blank behind it belongs to the mark
    if (marks.length !== this.quotes) this.indents = [];
    this.quotes = marks.length;
    const words = foldBlanks(rest);
    if (mark === undefined) {
      if (indent === '') this.indents = [];
      return `${marks}${indent === '' ? '' : ' '}${words}`;
    }
    return `${marks}${'\t'.repeat(this.depthOf(columns(indent)))}${/\d/.test(mark) ? mark : '-'} ${words}`;
  }

  private outside(text: string): string {
    this.indents = [];
    return text;
  }

  private depthOf(column: number): number {
    while ((this.indents.at(-1) ?? -1) >= column) this.indents.pop();
    this.indents.push(column);
    return this.indents.length - 1;
  }
}

/** How far blanks and tabs reach, with a tab stop every four columns. */
function columns(indent: string): number {
  let column = 0;
  for (const blank of indent) column = blank === '\t' ? column - (column % 4) + 4 : column + 1;
  return column;
}

/** Keeps one blank between two words, or two backticks, that need it, and no other; code spans stay as they are. */
function foldBlanks(text: string): string {
  let folded = '';
  let at = 0;
  for (const { from, to } of [...codeSpans(text), { from: text.length, to: text.length }]) {
    // With the backticks beside it, since a run of them that grew would be another.
    const [before, behind] = [at > 0 ? '`' : '', from < text.length ? '`' : ''];
    const piece = `${before}${text.slice(at, from)}${behind}`
      .replace(OPENING, starred)
      .replace(CLOSING, starred)
      .replace(/([\p{L}\p{N}`])?[ \t]+(?=([\p{L}\p{N}`])?)/gu, between);
    folded += piece.slice(before.length, piece.length - behind.length) + text.slice(from, to);
    at = to;
  }
  return folded;
}

function starred(_all: string, before: string, marks: string): string {
  return before + '*'.repeat(marks.length);
}

function between(_all: string, before: string | undefined, after: string | undefined): string {
  const [left, right] = [before ?? '', after ?? ''];
  const areTicks = left === '`' && right === '`';
  const areWords = [left, right].every((one) => one !== '' && one !== '`' && !UNSPACED.test(one));
  const isNeeded = areTicks || areWords;
  return `${before ?? ''}${isNeeded ? ' ' : ''}`;
}
