import { backticks, BacktickRuns, escapeLength } from './code-spans';
import type { TextRange } from './line-kinds';
import { NO_SPANS, type OpenLine } from './lines';

/** How far what begins on a line may reach, as offsets in the note. */
export interface Reach {
  /** End of the line's paragraph. */
  comment: (line: number) => number;
  /** The same, but a line that begins with a comment mark ends it too, as it does in the app. */
  code: (line: number) => number;
}

type CommentMark = '%%' | '<!--';

const ENDS: Readonly<Record<CommentMark, string>> = { '%%': '%%', '<!--': '-->' };
const [PERCENT, LESS, BACKTICK] = [37, 60, 96];

/** What several readers of one note share: where in it the signs stand, each found in one walk. */
export class NoteSigns {
  readonly backticks: BacktickRuns | null;
  readonly hasComments: boolean;
  private readonly found = new Map<string, { from: number; at: number }>();

  constructor(private readonly text: string) {
    this.backticks = text.includes('`') ? new BacktickRuns(text) : null;
    this.hasComments = text.includes('%%') || text.includes('<!--');
  }

  /** Where the sign stands next; asked in the order of the text. The text's end where it does not. */
  next(sign: string, from: number): number {
    const known = this.found.get(sign);
    if (known !== undefined && known.from <= from && from <= known.at) return known.at;
    const at = this.text.indexOf(sign, from);
    const found = { from, at: at < 0 ? this.text.length : at };
    this.found.set(sign, found);
    return found.at;
  }
}

/**
 * Finds code spans and comments in the lines of a note, one after the other.
 *
 * A comment that opens a line runs to its end, or to the note's; one that opens within a line is one only if it ends in
 * its paragraph, so that a slip of the pen ("100%% sure") hides nothing.
 */
export class InlineReader {
  /** The comment that is open after the line just read. */
  open: CommentMark | null = null;
  /** Whether it opened at the start of a line: then it is a block, and what lines in it look like does not count. */
  isBlock = false;
  /** The comment that opened at the start of the line just read. */
  opener: CommentMark | null = null;
  private codeEnd = 0;

  constructor(
    private readonly signs: NoteSigns,
    private readonly reach: Reach,
  ) {}

  /** Sets what of the line is seen, and its code spans. */
  read(line: OpenLine): void {
    this.opener = null;
    const { text } = line;
    if (this.open === null && this.codeEnd <= line.start && !this.hasSigns(text)) return;
    const spans: TextRange[] = [];
    let at = this.restOfCode(line, spans);
    let seen = '';
    let copied = 0;
    while (at < text.length) {
      if (this.open !== null) {
        const end = this.commentEnd(text, at);
        at = end;
        copied = end;
        continue;
      }
      const unit = text.charCodeAt(at);
      if (unit === BACKTICK) {
        at = this.codeFrom(line, at, spans);
        continue;
      }
      const mark = unit === PERCENT || unit === LESS ? commentMark(text, at) : null;
      if (mark !== null && this.opens(line, mark, at)) {
        seen += text.slice(copied, at);
        this.open = mark;
        at += mark.length;
        copied = text.length; // nothing more is seen, unless it ends on this line
      } else {
        at += escapeLength(text, at) || 1;
      }
    }
    line.visible = seen + text.slice(copied);
    line.spans = spans.length === 0 ? NO_SPANS : spans;
  }

  private hasSigns(text: string): boolean {
    if (this.signs.backticks !== null && text.includes('`')) return true;
    return this.signs.hasComments && (text.includes('%%') || text.includes('<!--'));
  }

  /** What a code span from an earlier line takes of this one. */
  private restOfCode({ start, text }: OpenLine, spans: TextRange[]): number {
    if (this.codeEnd <= start) return 0;
    const to = Math.min(this.codeEnd - start, text.length);
    if (to > 0) spans.push({ from: 0, to });
    return to;
  }

  private codeFrom(line: OpenLine, at: number, spans: TextRange[]): number {
    const length = backticks(line.text, at);
    const from = line.start + at + length;
    const end = this.signs.backticks?.closing(length, from, this.reach.code(line.number)) ?? -1;
    if (end < 0) return at + length;
    this.codeEnd = end;
    const to = Math.min(end - line.start, line.text.length);
    spans.push({ from: at, to });
    return to;
  }

  private commentEnd(text: string, at: number): number {
    const sign = this.open === null ? '' : ENDS[this.open];
    const end = text.indexOf(sign, at);
    if (end < 0) return text.length;
    this.open = null;
    this.isBlock = false;
    return end + sign.length;
  }

  private opens(line: OpenLine, mark: CommentMark, at: number): boolean {
    if (at === line.text.search(/\S/)) {
      this.opener = mark;
      this.isBlock = true;
      return true;
    }
    const from = line.start + at + mark.length;
    const sign = ENDS[mark];
    return this.signs.next(sign, from) + sign.length <= this.reach.comment(line.number);
  }
}

function commentMark(text: string, at: number): CommentMark | null {
  return text.startsWith('%%', at) ? '%%' : text.startsWith('<!--', at) ? '<!--' : null;
}
