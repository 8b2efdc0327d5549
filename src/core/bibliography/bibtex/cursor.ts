/** Reads a BibTeX text from a place onwards, never beyond `limit`. What is read fails by null, and nothing is thrown. */
export class Cursor {
  /** Whether a comment was passed that holds a field. */
  commented: number | null = null;

  constructor(
    readonly text: string,
    public pos: number,
    public limit: number,
  ) {}

  get isAtEnd(): boolean {
    return this.pos >= this.limit;
  }

  peek(): string {
    return this.pos < this.limit ? this.text.charAt(this.pos) : '';
  }

  /** Passes blanks, and comments (`%` up to the line's end) between tokens, as Biber does. */
  blanks(): void {
    for (; this.pos < this.limit; this.pos++) {
      const code = this.text.charCodeAt(this.pos);
      if (code === PERCENT) this.comment();
      else if (!isBlank(code)) return;
    }
    this.pos = this.limit;
  }

  /** Passes the sign if it is next. */
  take(sign: string): boolean {
    if (this.peek() !== sign) return false;
    this.pos++;
    return true;
  }

  /** What the sticky pattern matches here; empty where it does not. */
  match(pattern: RegExp): string {
    pattern.lastIndex = this.pos;
    const found = pattern.exec(this.text)?.[0] ?? '';
    if (this.pos + found.length > this.limit) return '';
    this.pos += found.length;
    return found;
  }

  /** A value in braces, without them; null where it does not end. */
  braced(): string | null {
    const from = ++this.pos;
    let depth = 1;
    for (; this.pos < this.limit; this.pos++) {
      const code = this.text.charCodeAt(this.pos);
      if (code === BACKSLASH) this.pos++;
      else if (code === OPEN) depth++;
      else if (code === CLOSE && --depth === 0) return this.text.slice(from, this.pos++);
    }
    return null;
  }

  /** A value in quotes, without them; quotes within braces belong to it. Null where it does not end. */
  quoted(): string | null {
    const from = ++this.pos;
    let depth = 0;
    for (; this.pos < this.limit; this.pos++) {
      const code = this.text.charCodeAt(this.pos);
      if (code === BACKSLASH) this.pos++;
      else if (code === OPEN) depth++;
      else if (code === CLOSE && --depth < 0) return null;
      else if (code === QUOTE && depth === 0) return this.text.slice(from, this.pos++);
    }
    return null;
  }

  private comment(): void {
    const end = this.text.indexOf('\n', this.pos);
    const to = end < 0 || end > this.limit ? this.limit : end;
    if (this.commented === null && this.text.slice(this.pos, to).includes('=')) this.commented = this.pos;
    this.pos = to - 1;
  }
}

const PERCENT = 37;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
const QUOTE = 34;
const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
