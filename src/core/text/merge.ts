import { matchSequences } from './diff';

/** A line in a merge. `key` is what lines are compared by. */
export interface MergeLine {
  readonly key: string;
  readonly text: string;
  /** Whether a paragraph ends here: changes on its two sides do not touch. */
  readonly endsParagraph: boolean;
}

/** A stretch of a three-way merge, with what each of the three texts has there. */
export interface MergePart {
  /**
   * `same`: all three agree. `mine`, `theirs`: only that side changed it. `both`: both changed it in the same way.
   * `conflict`: both changed it, each in its own way.
   */
  readonly kind: 'same' | 'mine' | 'theirs' | 'both' | 'conflict';
  readonly base: readonly MergeLine[];
  readonly mine: readonly MergeLine[];
  readonly theirs: readonly MergeLine[];
}

/**
 * Merges two texts that came from one, line by line (diff3: Khanna, Kunal and Pierce 2007). Changes that touch are a
 * conflict, as in Git, unless a paragraph ends between them.
 */
export function mergeLines(
  base: readonly MergeLine[],
  mine: readonly MergeLine[],
  theirs: readonly MergeLine[],
): MergePart[] {
  const keys = (lines: readonly MergeLine[]): string[] => lines.map((line) => line.key);
  const inMine = matchSequences(keys(base), keys(mine));
  const inTheirs = matchSequences(keys(base), keys(theirs));
  const parts: MergePart[] = [];
  let b = 0;
  let m = 0;
  let t = 0;
  for (let next = 0; next <= base.length; next++) {
    const atEnd = next === base.length;
    const nextMine = atEnd ? mine.length : (inMine[next] ?? -1);
    const nextTheirs = atEnd ? theirs.length : (inTheirs[next] ?? -1);
    if (nextMine < 0 || nextTheirs < 0) continue;
    const changed = { base: base.slice(b, next), mine: mine.slice(m, nextMine), theirs: theirs.slice(t, nextTheirs) };
    parts.push(...judge(changed));
    if (!atEnd) {
      parts.push({
        kind: 'same',
        base: base.slice(next, next + 1),
        mine: mine.slice(nextMine, nextMine + 1),
        theirs: theirs.slice(nextTheirs, nextTheirs + 1),
      });
    }
    b = next + 1;
    m = nextMine + 1;
    t = nextTheirs + 1;
  }
  return joined(parts);
}

type Stretch = Omit<MergePart, 'kind'>;

function judge(stretch: Stretch): MergePart[] {
  const { base, mine, theirs } = stretch;
  if (base.length + mine.length + theirs.length === 0) return [];
  if (equal(mine, base)) return [{ kind: 'theirs', ...stretch }];
  if (equal(theirs, base)) return [{ kind: 'mine', ...stretch }];
  if (equal(mine, theirs)) return [{ kind: 'both', ...stretch }];
  return atParagraph(stretch) ?? withoutCommonEnds(stretch);
}

/** Where one side changed only what comes before the end of a paragraph and the other only what comes after: two changes. */
function atParagraph({ base, mine, theirs }: Stretch): MergePart[] | null {
  const n = base.length;
  const mineSpan = { from: commonStart(base, mine), to: n - commonEnd(base, mine) };
  const theirSpan = { from: commonStart(base, theirs), to: n - commonEnd(base, theirs) };
  const isBoundary = (at: number): boolean => base[at - 1]?.endsParagraph === true;
  const untouched = (span: { from: number; to: number }): boolean => span.from >= span.to;
  if (untouched(mineSpan) && untouched(theirSpan)) return null;
  if (mineSpan.to <= theirSpan.from && isBoundary(theirSpan.from)) {
    const at = theirSpan.from;
    const mineAt = mine.length - (n - at);
    return [
      { kind: 'mine', base: base.slice(0, at), mine: mine.slice(0, mineAt), theirs: theirs.slice(0, at) },
      { kind: 'theirs', base: base.slice(at), mine: mine.slice(mineAt), theirs: theirs.slice(at) },
    ];
  }
  if (theirSpan.to <= mineSpan.from && isBoundary(mineSpan.from)) {
    const at = mineSpan.from;
    const theirsAt = theirs.length - (n - at);
    return [
      { kind: 'theirs', base: base.slice(0, at), mine: mine.slice(0, at), theirs: theirs.slice(0, theirsAt) },
      { kind: 'mine', base: base.slice(at), mine: mine.slice(at), theirs: theirs.slice(theirsAt) },
    ];
  }
  return null;
}

/** What both sides begin and end with is no matter of choice; it comes out of the conflict. */
function withoutCommonEnds({ base, mine, theirs }: Stretch): MergePart[] {
  const start = commonStart(mine, theirs);
  const end = Math.min(commonEnd(mine, theirs), Math.min(mine.length, theirs.length) - start);
  const baseStart = Math.min(start, commonStart(base, mine));
  const baseEnd = Math.min(end, commonEnd(base, mine), base.length - baseStart);
  const cut = (from: number, to: number, lines: readonly MergeLine[]): readonly MergeLine[] =>
    lines.slice(from, lines.length - to);
  const parts: MergePart[] = [];
  if (start > 0) {
    parts.push({
      kind: 'both',
      base: base.slice(0, baseStart),
      mine: mine.slice(0, start),
      theirs: theirs.slice(0, start),
    });
  }
  parts.push({
    kind: 'conflict',
    base: cut(baseStart, baseEnd, base),
    mine: cut(start, end, mine),
    theirs: cut(start, end, theirs),
  });
  if (end > 0) {
    parts.push({
      kind: 'both',
      base: base.slice(base.length - baseEnd),
      mine: mine.slice(mine.length - end),
      theirs: theirs.slice(theirs.length - end),
    });
  }
  return parts;
}

/** Neighbours that need no choice between them and are of one kind become one part. */
function joined(parts: readonly MergePart[]): MergePart[] {
  const result: { kind: MergePart['kind']; base: MergeLine[]; mine: MergeLine[]; theirs: MergeLine[] }[] = [];
  for (const { kind, base, mine, theirs } of parts) {
    const last = result.at(-1);
    if (last?.kind === kind && kind !== 'conflict') {
      for (const line of base) last.base.push(line);
      for (const line of mine) last.mine.push(line);
      for (const line of theirs) last.theirs.push(line);
    } else {
      result.push({ kind, base: [...base], mine: [...mine], theirs: [...theirs] });
    }
  }
  return result;
}

function equal(a: readonly MergeLine[], b: readonly MergeLine[]): boolean {
  return a.length === b.length && a.every((line, index) => line.key === b[index]?.key);
}

function commonStart(a: readonly MergeLine[], b: readonly MergeLine[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count]?.key === b[count]?.key) count++;
  return count;
}

function commonEnd(a: readonly MergeLine[], b: readonly MergeLine[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count)?.key === b.at(-1 - count)?.key) count++;
  return count;
}
