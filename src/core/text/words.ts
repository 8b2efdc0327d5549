import { differences } from './diff';

/** A stretch of a text, and whether it differs from the other text. */
export interface MarkedText {
  readonly text: string;
  readonly changed: boolean;
}

/** From here on, two texts are not compared word by word: marking all of both is no less clear and much quicker. */
const TOO_MANY_WORDS = 5_000;

/** Marks the words in which two texts differ. A bit of agreement between two changes that says nothing is marked, too. */
export function markChanges(
  mine: string,
  theirs: string,
): { readonly mine: MarkedText[]; readonly theirs: MarkedText[] } {
  const a = words(mine);
  const b = words(theirs);
  if (a.length + b.length > TOO_MANY_WORDS) return { mine: whole(mine), theirs: whole(theirs) };
  const runs: Run[] = [];
  let aAt = 0;
  let bAt = 0;
  for (const { aFrom, aTo, bFrom, bTo } of differences(a, b)) {
    const agreed = a.slice(aAt, aFrom).join('');
    if (agreed !== '') runs.push({ changed: false, mine: agreed, theirs: b.slice(bAt, bFrom).join('') });
    runs.push({ changed: true, mine: a.slice(aFrom, aTo).join(''), theirs: b.slice(bFrom, bTo).join('') });
    aAt = aTo;
    bAt = bTo;
  }
  if (aAt < a.length) runs.push({ changed: false, mine: a.slice(aAt).join(''), theirs: b.slice(bAt).join('') });
  const smooth = joined(
    runs.map((run, index) => (isIsland(runs[index - 1], run, runs[index + 1]) ? { ...run, changed: true } : run)),
  );
  return { mine: sideOf(smooth, (run) => run.mine), theirs: sideOf(smooth, (run) => run.theirs) };
}

/** A word, a single Han, kana or Hangul character, a run of blanks, or any other single character. */
function words(text: string): readonly string[] {
  // Not outside the function: the engine looks these sets up in tables of all of Unicode as soon as it comes by.
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}\p{M}_]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[^\p{L}\p{N}\p{M}_]|$)|\s+|[^]/gu,
    ) ?? []
  );
}

interface Run {
  readonly changed: boolean;
  readonly mine: string;
  readonly theirs: string;
}

/** Agreement that is shorter than what changed on both its sides: a comma, a particle, a blank. */
function isIsland(before: Run | undefined, run: Run, after: Run | undefined): boolean {
  if (run.changed || before === undefined || after === undefined) return false;
  const length = run.mine.trim().length;
  const around = [before, after].map((other) => Math.max(other.mine.length, other.theirs.length));
  return length <= 1 || length * 2 < Math.min(...around);
}

function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last?.changed === run.changed) {
      result[result.length - 1] = {
        changed: run.changed,
        mine: last.mine + run.mine,
        theirs: last.theirs + run.theirs,
      };
    } else {
      result.push(run);
    }
  }
  return result;
}

function sideOf(runs: readonly Run[], pick: (run: Run) => string): MarkedText[] {
  return runs.map((run) => ({ text: pick(run), changed: run.changed })).filter(({ text }) => text !== '');
}

function whole(text: string): MarkedText[] {
  return text === '' ? [] : [{ text, changed: true }];
}
