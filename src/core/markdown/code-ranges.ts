/** A stretch of text, in UTF-16 units: `from` ≤ position < `to`. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

const FENCE = /^(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])[ \t])*(`{3,}|~{3,})(.*)$/;

/**
 * Fenced code blocks, fences included, in order (CommonMark 4.5; also inside quotes and list items).
 * One that is never closed reaches to the end of the text.
 */
export function fencedRanges(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  let open: { readonly from: number; readonly mark: string } | null = null;
  let from = 0;
  for (const line of text.split('\n')) {
    const match = FENCE.exec(line.endsWith('\r') ? line.slice(0, -1) : line);
    const mark = match?.[1] ?? '';
    const info = match?.[2] ?? '';
    if (open === null) {
      if (mark !== '' && !(mark.startsWith('`') && info.includes('`'))) open = { from, mark };
    } else if (mark.startsWith(open.mark) && info.trim() === '') {
      ranges.push({ from: open.from, to: from + line.length });
      open = null;
    }
    from += line.length + 1;
  }
  if (open !== null) ranges.push({ from: open.from, to: text.length });
  return ranges;
}

/** Fenced blocks and inline code spans (CommonMark 6.1: a run of backticks up to the next run as long, in one paragraph). */
export function codeRanges(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  let from = 0;
  for (const fence of fencedRanges(text)) {
    ranges.push(...inlineRanges(text, from, fence.from), fence);
    from = fence.to;
  }
  ranges.push(...inlineRanges(text, from, text.length));
  return ranges;
}

function inlineRanges(text: string, from: number, to: number): TextRange[] {
  const ranges: TextRange[] = [];
  const runs = /(\\*)(`+)|\n[ \t]*\r?(?=\n)/g;
  runs.lastIndex = from;
  const open = new Map<number, number>();
  for (let run = runs.exec(text); run !== null && run.index < to; run = runs.exec(text)) {
    const [whole, slashes = '', ticks = ''] = run;
    if (ticks === '') {
      open.clear();
      continue;
    }
    const end = run.index + whole.length;
    const start = open.get(ticks.length);
    if (start === undefined) {
      // A backslash takes the first backtick away, but only where no code has begun.
      const length = ticks.length - (slashes.length % 2);
      if (!open.has(length)) open.set(length, end - length);
    } else {
      ranges.push({ from: start, to: end });
      open.clear();
    }
  }
  return ranges;
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
