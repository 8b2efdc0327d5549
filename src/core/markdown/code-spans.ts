import type { TextRange } from './line-kinds';
import { NO_SPANS } from './lines';

const BACKTICK = 96;

/** Where runs of backticks stand in a text, by their length. Asked in the order of the text, all answers take one walk. */
export class BacktickRuns {
  private readonly byLength = new Map<number, { readonly starts: number[]; next: number }>();

  constructor(text: string) {
    for (let at = text.indexOf('`'); at >= 0;) {
      let end = at + 1;
      while (text.charCodeAt(end) === BACKTICK) end += 1;
      const known = this.byLength.get(end - at);
      if (known === undefined) this.byLength.set(end - at, { starts: [at], next: 0 });
      else known.starts.push(at);
      at = text.indexOf('`', end);
    }
  }

  /** Where a code span ends that was opened by a run of that length, the run ending at `from`; -1 where it does not end before `limit`. */
  closing(length: number, from: number, limit: number): number {
    const runs = this.byLength.get(length);
    if (runs === undefined) return -1;
    let start = runs.starts[runs.next];
    while (start !== undefined && start < from) {
      runs.next += 1;
      start = runs.starts[runs.next];
    }
    return start === undefined || start + length > limit ? -1 : start + length;
  }
}

/**
 * Code spans of a text that is one paragraph, or a part of one (CommonMark 6.1: from a run of backticks to the next that
 * is as long; a backslash takes the first backtick away). For a whole note, ask the scanner.
 */
export function codeSpans(text: string): readonly TextRange[] {
  let at = text.indexOf('`');
  if (at < 0) return NO_SPANS;
  const runs = new BacktickRuns(text);
  const spans: TextRange[] = [];
  const backslash = text.indexOf('\\');
  if (backslash >= 0 && backslash < at) at = backslash;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === BACKTICK) {
      const length = backticks(text, at);
      const end = runs.closing(length, at + length, text.length);
      if (end >= 0) spans.push({ from: at, to: end });
      at = end >= 0 ? end : at + length;
    } else {
      at += escapeLength(text, at) || 1;
    }
  }
  return spans;
}

/** Length of the run of backticks there. */
export function backticks(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === BACKTICK) end += 1;
  return end - at;
}

/** 2 where a backslash takes its meaning from a backtick or a backslash, else 0. */
export function escapeLength(text: string, at: number): number {
  if (text.charCodeAt(at) !== 92) return 0;
  const next = text.charCodeAt(at + 1);
  return next === 92 || next === BACKTICK ? 2 : 0;
}

/** Tells whether positions asked for in ascending order lie in one of the ranges (sorted, not overlapping). */
export function insideRanges(ranges: readonly TextRange[]): (position: number) => boolean {
  let next = 0;
  return (position) => {
    while (next < ranges.length && (ranges[next]?.to ?? 0) <= position) next++;
    const range = ranges[next];
    return range !== undefined && range.from <= position;
  };
}
