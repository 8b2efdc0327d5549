import type { CodePart, Heading, LineKind, TextRange } from './line-kinds';

/** A line of a note, and what the scanner knows of it. */
export interface ScannedLine {
  /** From 0. */
  readonly number: number;
  /** Offset of the line's first character in the note. */
  readonly start: number;
  /** Offset after its last character, line ending not included. */
  readonly end: number;
  readonly kind: LineKind;
  /** The line as written, without its ending. */
  readonly text: string;
  /** The line without the comments in it; the same as `text` where there is none. */
  readonly visible: string;
  /** Name of the guarded block, for `marker` and `guarded`. */
  readonly block: string | null;
  /** What part of a code block the line is, inside a guarded block too; null outside code. */
  readonly code: CodePart | null;
  /** Code spans on the line, as offsets in `text`; one that reaches over several lines has a stretch on each. */
  readonly spans: readonly TextRange[];
  /** The heading that begins on this line; null elsewhere, and for what stands in a list item or a quote. */
  readonly heading: Heading | null;
}

/** A line while it is looked at. */
export type OpenLine = { -readonly [K in keyof ScannedLine]: ScannedLine[K] };

export const NO_SPANS: readonly TextRange[] = [];

/** The lines of a text, not looked at yet. A line ends with a line feed, which a carriage return may precede. */
export function splitLines(text: string): OpenLine[] {
  const lines: OpenLine[] = [];
  let start = 0;
  for (;;) {
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? text.length : newline;
    const end = newline > start && text.charCodeAt(newline - 1) === 13 ? newline - 1 : stop;
    const written = text.slice(start, end);
    lines.push({
      number: lines.length,
      start,
      end,
      kind: 'text',
      text: written,
      visible: written,
      block: null,
      code: null,
      spans: NO_SPANS,
      heading: null,
    });
    if (newline < 0) return lines;
    start = newline + 1;
  }
}
