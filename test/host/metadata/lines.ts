import type { Loc, Pos } from './types';

/** A text by lines, and the way from offsets to line and column. Line ends belong to no line. */
export class Lines {
  readonly starts: number[] = [0];

  constructor(readonly text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  get count(): number {
    return this.starts.length;
  }

  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  end(line: number): number {
    const next = line + 1 < this.count ? this.start(line + 1) - 1 : this.text.length;
    return next > this.start(line) && this.text[next - 1] === '\r' ? next - 1 : next;
  }

  get(line: number): string {
    return this.text.slice(this.start(line), this.end(line));
  }

  loc(offset: number): Loc {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, col: offset - this.start(low), offset };
  }

  pos(from: number, to: number): Pos {
    return { start: this.loc(from), end: this.loc(to) };
  }
}
