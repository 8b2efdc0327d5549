import { scanInSteps, type ScannedLine } from '../markdown/scan';
import { headingWords } from '../markdown/sections';
import { privateLines } from '../private/private-lines';
import { LINES_A_STEP, type Steps } from '../steps';

export interface PassageLine {
  /** From 0. */
  readonly number: number;
  /** Without the comments in it. */
  readonly text: string;
}

/** What is found as one: some neighbouring lines below one heading. */
export interface Passage {
  /** Its heading and those above it, the nearest last; empty above the first. */
  readonly headings: readonly string[];
  /** Where it begins, from 0: its heading where it is the first below it. */
  readonly line: number;
  /** Empty where nothing stands below a heading. */
  readonly lines: readonly PassageLine[];
}

export interface NotePassages {
  readonly passages: readonly Passage[];
  /** Lines that were left out since they are private, those that belong to them included. */
  readonly hidden: number;
}

/** A passage is no longer than this, in characters, unless a single line is. */
const LONGEST = 1200;

/**
 * A note in passages, each below one heading. Left out, before anything else is made of it: private lines with all that
 * belongs to them, comments, what the plugin writes itself (guarded blocks), frontmatter. Code counts.
 */
export function* passagesOf(text: string): Steps<NotePassages> {
  const lines = yield* scanInSteps(text);
  const hidden = privateLines(lines);
  const cutter = new PassageCutter();
  let below = 0;
  for (const line of lines) {
    if (line.number % LINES_A_STEP === 0) yield;
    if (line.number < below || hidden.has(line.number) || !counts(line)) continue;
    if (line.heading === null) {
      cutter.add({ number: line.number, text: line.visible });
      continue;
    }
    cutter.enter(line.number, line.heading.level, headingWords(lines, line.number, line.heading));
    below = line.heading.last + 1; // an underline is no text
  }
  return { passages: cutter.end(), hidden: hidden.size };
}

/** What a reader sees, but for what the plugin writes itself. */
function counts({ kind, code }: ScannedLine): boolean {
  return kind === 'text' || (kind === 'code' && code !== 'fence');
}

class PassageCutter {
  private readonly passages: Passage[] = [];
  /** Headings down to where the next line stands. */
  private above: readonly { readonly level: number; readonly title: string }[] = [];
  private open: PassageLine[] = [];
  private length = 0;
  /** The heading's line, until a passage began there. */
  private headingAt: number | null = null;

  add(line: PassageLine): void {
    const isBlank = line.text.trim() === '';
    if (isBlank && this.open.length === 0) return;
    if (!isBlank && this.length > 0 && this.length + line.text.length > LONGEST) this.close();
    this.open.push(line);
    this.length += line.text.length + 1;
  }

  enter(line: number, level: number, title: string): void {
    this.close();
    this.headingAt = line;
    this.above = [...this.above.filter((one) => one.level < level), { level, title }];
  }

  end(): readonly Passage[] {
    this.close();
    return this.passages;
  }

  private close(): void {
    const line = this.headingAt ?? this.open[0]?.number;
    if (line !== undefined)
      this.passages.push({ headings: this.above.map(({ title }) => title), line, lines: this.open });
    this.open = [];
    this.length = 0;
    this.headingAt = null;
  }
}
