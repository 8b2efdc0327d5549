const TAB = 9;
const SPACE = 32;
const TAB_STOP = 4;

/**
 * A place in a line, counted in columns as CommonMark counts them (2.2): a tab reaches to the next stop of four, and a
 * part of one may belong to a list item or a quote.
 */
export class LineCursor {
  text = '';
  /** Offset of the next character; of the tab itself while a part of it is left. */
  at = 0;
  /** Offset of the next character that is no blank; the line's length where there is none. */
  next = 0;
  /** Columns of blanks before that character. */
  indent = 0;
  private column = 0;

  start(text: string): void {
    this.text = text;
    this.at = 0;
    this.column = 0;
    this.look();
  }

  /** Whether nothing but blanks is left. */
  get isBlank(): boolean {
    return this.next >= this.text.length;
  }

  /** The next character that is no blank, as its UTF-16 unit; NaN at the end. */
  get unit(): number {
    return this.text.charCodeAt(this.next);
  }

  /** Goes on over so many columns of blanks; there must be as many. */
  skip(columns: number): void {
    const target = this.column + columns;
    while (this.column < target) {
      const stop =
        this.text.charCodeAt(this.at) === TAB ? this.column + TAB_STOP - (this.column % TAB_STOP) : this.column + 1;
      this.column = Math.min(stop, target);
      if (stop <= target) this.at += 1;
    }
    this.indent -= columns;
  }

  /** Goes on behind a mark of so many characters that stands after the blanks. */
  take(length: number): void {
    this.column += this.indent + length;
    this.at = this.next + length;
    this.look();
  }

  private look(): void {
    const { text } = this;
    let at = this.at;
    let column = this.column;
    for (; ; at++) {
      const unit = text.charCodeAt(at);
      if (unit === SPACE) column += 1;
      else if (unit === TAB) column += TAB_STOP - (column % TAB_STOP);
      else break;
    }
    this.next = at;
    this.indent = column - this.column;
  }
}
