import { placeOf } from '../markdown/line-place';
import type { ScannedLine } from '../markdown/scan';

interface OpenFence {
  readonly unit: string;
  readonly marks: number;
  readonly quotes: number;
}

const [RUN, CLOSING] = [/`{3,}|~{3,}/, /^[ \t>]*(`{3,}|~{3,})[ \t]*$/];

/**
 * Fenced blocks as the scanner has them, but for a private one that ended with its list item though its closing fence
 * stands below: content further out than the item ends both in CommonMark, while the one who typed it, and the app's
 * editor, see it go on to that fence. It is taken to go on. The scanner takes that closing fence for an opening one;
 * here, what follows is no code.
 */
export class LookedFences {
  /** Whether the open fence is private; set once it opens. */
  isPrivate = false;
  private open: OpenFence | null = null;
  /** Whether the scanner has left the open fence. */
  private isDoubtful = false;
  private closings: ClosingRuns | null = null;

  constructor(private readonly lines: readonly ScannedLine[]) {}

  /** Takes the next line. `inside`: content, or the fence that closes it. */
  read(line: ScannedLine): 'none' | 'opens' | 'inside' {
    if (this.open !== null && this.goesOn(line, this.open)) {
      if (closes(line.text, this.open) && (line.code === 'fence' || this.isDoubtful)) this.forget();
      return 'inside';
    }
    this.open = line.code === 'fence' ? opening(line.text) : null;
    this.isDoubtful = false;
    return this.open === null ? 'none' : 'opens';
  }

  forget(): void {
    this.open = null;
  }

  private goesOn(line: ScannedLine, open: OpenFence): boolean {
    if (!this.isDoubtful) {
      if (line.code === 'fenced' || (line.code === 'fence' && closes(line.text, open))) return true;
      if (!this.isPrivate) return false;
      this.closings ??= closingRuns(this.lines);
      if ((this.closings[open.unit]?.[line.number] ?? 0) < open.marks) return false;
      this.isDoubtful = true;
    }
    return placeOf(line.text).quotes >= open.quotes; // a quote that is over is no matter of doubt
  }
}

function opening(text: string): OpenFence | null {
  const run = RUN.exec(text)?.[0];
  return run === undefined ? null : { unit: run.charAt(0), marks: run.length, quotes: placeOf(text).quotes };
}

function closes(text: string, { unit, marks }: OpenFence): boolean {
  const run = CLOSING.exec(text)?.[1] ?? '';
  return run.startsWith(unit) && run.length >= marks;
}

/** By kind of mark and by line: the longest closing fence from there to the next marker of a guarded block. */
type ClosingRuns = Readonly<Record<string, readonly number[]>>;

function closingRuns(lines: readonly ScannedLine[]): ClosingRuns {
  const runs = { '`': new Array<number>(lines.length).fill(0), '~': new Array<number>(lines.length).fill(0) };
  for (let number = lines.length - 1; number >= 0; number--) {
    const { kind, text } = lines[number] ?? { kind: 'marker', text: '' };
    if (kind === 'marker') continue;
    const run = CLOSING.exec(text)?.[1] ?? '';
    for (const unit of ['`', '~'] as const) {
      runs[unit][number] = Math.max(run.startsWith(unit) ? run.length : 0, runs[unit][number + 1] ?? 0);
    }
  }
  return runs;
}
