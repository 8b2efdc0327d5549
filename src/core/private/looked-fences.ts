import { placeOf } from '../markdown/line-place';
import type { ScannedLine } from '../markdown/scan';

interface OpenFence {
  readonly unit: string;
  readonly marks: number;
  readonly quotes: number;
}

const OPENING = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?!.*`)|~{3,})/;
const CLOSING = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/;

/**
 * Fenced blocks as the scanner has them, and private ones as they look. Content further out than its list item ends item
 * and fence in CommonMark, and marks that stand too far in open none; while whoever typed that, and the app's editor, see
 * a fence that goes on to the closing one below. A private one is taken to do so, if there is one. The scanner takes that
 * closing fence for an opening one, so below such a one nothing counts as code that is not private: what stands there may
 * say that it is.
 */
export class LookedFences {
  /** Whether the open fence is private. */
  isPrivate = false;
  private open: OpenFence | null = null;
  /** Whether scanner and look differed on a fence above, so that they may differ on each one below. */
  private isLost = false;
  /** Whether the scanner has left the open fence. */
  private isDoubtful = false;
  private closings: ClosingRuns | null = null;

  constructor(private readonly lines: readonly ScannedLine[]) {}

  /** Takes the next line: whether it stands in a fence, or closes one. */
  isInside(line: ScannedLine): boolean {
    if (this.open !== null && this.goesOn(line, this.open)) {
      if (closes(line.text, this.open) && (line.code === 'fence' || this.isDoubtful)) {
        this.isLost ||= this.isDoubtful;
        this.open = null;
      }
      return true;
    }
    const opens = opening(line.text);
    if (this.open !== null || (opens !== null && line.code !== 'fence')) this.isLost = true;
    if (line.kind === 'marker') this.isLost = false;
    this.open = this.isLost ? null : opens;
    this.isPrivate = false;
    this.isDoubtful = false;
    return false;
  }

  /** The line just read, which opened a fence or none, is private. */
  setPrivate(line: ScannedLine): void {
    this.isPrivate = true;
    if (this.open !== null) return;
    const open = opening(line.text);
    if (open === null || !this.isClosed(open, line.number + 1)) return;
    this.open = open;
    this.isDoubtful = true;
  }

  private goesOn(line: ScannedLine, open: OpenFence): boolean {
    if (!this.isDoubtful) {
      if (line.code === 'fenced' || (line.code === 'fence' && closes(line.text, open))) return true;
      if (!this.isPrivate || !this.isClosed(open, line.number)) return false;
      this.isDoubtful = true;
    }
    return placeOf(line.text).quotes >= open.quotes; // a quote that is over is no matter of doubt
  }

  private isClosed({ unit, marks }: OpenFence, from: number): boolean {
    this.closings ??= closingRuns(this.lines);
    return (this.closings[unit]?.[from] ?? 0) >= marks;
  }
}

function opening(text: string): OpenFence | null {
  const run = OPENING.exec(text)?.[1];
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
