/**
 * What a line of a note is. `text` is everything a reader sees as prose or list; the rest holds no log lines, no
 * headings and no tasks:
 * - `frontmatter`: between `---` and `---` at the very start, both lines included;
 * - `code`: a fenced block, its fences included (CommonMark 4.5), or an indented one (4.4);
 * - `comment`: nothing but Obsidian's `%% … %%` or HTML's `<!-- … -->`;
 * - `marker`, `guarded`: the two marker lines of a guarded block, and what stands between them.
 */
export type LineKind = 'text' | 'frontmatter' | 'code' | 'comment' | 'marker' | 'guarded';

/** `fence`: the line that opens or closes a fenced block; `fenced`: its content; `indented`: of an indented block. */
export type CodePart = 'fence' | 'fenced' | 'indented';

export interface Heading {
  /** 1–6. */
  readonly level: number;
  /** Its last line: its own, or the underline of a setext heading. */
  readonly last: number;
}

/** A stretch of text, in UTF-16 units: `from` ≤ position < `to`. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}
