import { plainWords } from '../markdown/plain-words';
import { scanInSteps } from '../markdown/scan';
import { headingWords } from '../markdown/sections';
import { tagsOfLine } from '../markdown/tags';
import { privateLines } from '../private/private-lines';
import { LINES_A_STEP, type Steps } from '../steps';
import { marksIn, type MarkRules } from './marks-in';

/** A mark as it is listed. */
export interface Mark {
  /** From 0. */
  readonly line: number;
  /** Where it begins on its line. */
  readonly at: number;
  /** The keyword's name, whichever form is written. */
  readonly keyword: string;
  /** Its owner or topic; empty where none is given. */
  readonly arg: string;
  /** What it says, without marks of Markdown. */
  readonly text: string;
  /** Of its line, without `#`. */
  readonly tags: readonly string[];
  /** The nearest heading above, or its own; null above the first. */
  readonly heading: string | null;
  readonly done: boolean;
  /** It belongs to a private line, or its note is private: the student's own list alone shows it. */
  readonly private: boolean;
}

/** The marks of a note, to be listed. Most notes hold no keyword, and are not looked at any further. */
export function* marksOf(text: string, rules: MarkRules): Steps<Mark[]> {
  const { pattern } = rules.keywords;
  pattern.lastIndex = 0;
  if (!pattern.test(text)) return [];
  const lines = yield* scanInSteps(text);
  const marks: Mark[] = [];
  let hidden: ReadonlySet<number> | null = null;
  let heading: string | null = null;
  let tags: readonly string[] = [];
  let tagged = -1; // the line that these are of
  let below = 0;
  for (const { keyword, from, argFrom, argTo, textFrom, textTo, line, done } of marksIn(lines, rules)) {
    const { number, text: written } = line;
    for (; below <= number; below++) {
      if (below % LINES_A_STEP === 0) yield;
      const above = lines[below];
      if (above?.heading != null) heading = headingWords(lines, below, above.heading);
    }
    hidden ??= privateLines(lines);
    if (tagged !== number) tags = tagsOfLine(written).map((tag) => tag.slice(1));
    tagged = number;
    marks.push({
      line: number,
      at: from,
      keyword: keyword.name,
      arg: plainWords(written.slice(argFrom, argTo)),
      text: plainWords(written.slice(textFrom, textTo)),
      tags,
      heading,
      done,
      private: hidden.has(number),
    });
  }
  return marks;
}
