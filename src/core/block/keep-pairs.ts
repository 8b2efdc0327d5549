import { parseBlocks } from './guarded-block';
import type { RuledBlock, Stretch } from './rules';

/** A stretch of a text that gives way to another text; `from` and `to` are the same where something is put in. */
export interface TextChange extends Stretch {
  readonly insert: string;
}

type Pair = Pick<RuledBlock, 'begin' | 'end'>;

/**
 * What a deletion comes to where it would leave one marker of a block without the other. Where it takes nothing but
 * marker lines and blank lines, it takes their other halves as well, and what stood between is the student's own text;
 * where it takes more, the marker lines stay, each on a line of its own. Null where it does no harm.
 *
 * @param changes - in order, not touching one another
 */
export function keepingPairs(
  text: string,
  pairs: readonly Pair[],
  changes: readonly TextChange[],
): readonly TextChange[] | null {
  const broken = pairs.filter(({ begin, end }) => {
    const fates = [fateOf(text, begin, changes), fateOf(text, end, changes)];
    return fates.includes('broken') || (fates.includes('gone') && fates.includes('kept'));
  });
  if (broken.length === 0) return null;
  return withOtherHalves(text, broken, changes) ?? aroundMarkers(text, broken, changes);
}

function fateOf(text: string, line: Stretch, changes: readonly TextChange[]): 'kept' | 'gone' | 'broken' {
  for (const change of changes) {
    if (change.from === change.to) continue; // what is typed into a marker is the student's own doing
    if (change.from <= line.from && line.to <= change.to) return 'gone';
    if (change.from < line.to && line.from < change.to) return 'broken';
    // Without the line ending between, the marker would share its line.
    if (change.to === line.from && !endsLine(text, change)) return 'broken';
    if (change.from === line.to && !startsLine(text, change)) return 'broken';
  }
  return 'kept';
}

/** Whether what follows a change begins a line. */
function endsLine(text: string, { from, insert }: TextChange): boolean {
  const above = text.slice(Math.max(0, from - 1), from) + insert;
  return above === '' || above.endsWith('\n');
}

/** Whether what stands before a change ends its line. */
function startsLine(text: string, { to, insert }: TextChange): boolean {
  return /^\r?(?:\n|$)/.test(insert + text.slice(to, to + 2));
}

/** The other halves of markers that were deleted by themselves, taken along; null where more was deleted. */
function withOtherHalves(
  text: string,
  broken: readonly Pair[],
  changes: readonly TextChange[],
): readonly TextChange[] | null {
  const taken = (line: Stretch): boolean => fateOf(text, line, changes) === 'gone';
  const lines = broken.flatMap(({ begin, end }) => [begin, end]);
  if (broken.some(({ begin, end }) => !taken(begin) && !taken(end))) return null;
  for (const { from, to, insert } of changes) {
    const gone = lines.filter((line) => from <= line.from && line.to <= to);
    if (insert !== '' || without(text, { from, to }, gone).trim() !== '') return null;
  }
  const halves = lines.filter((line) => !taken(line)).map((line) => ({ ...wholeLine(text, line), insert: '' }));
  return inOrder([...changes, ...halves]);
}

/** The text of a stretch, without that of lines in it. */
function without(text: string, { from, to }: Stretch, lines: readonly Stretch[]): string {
  let rest = '';
  let copied = from;
  for (const line of [...lines].sort((a, b) => a.from - b.from)) {
    rest += text.slice(copied, line.from);
    copied = line.to;
  }
  return rest + text.slice(copied, to);
}

/** A line with its ending, or with the one above it where it is the last. */
function wholeLine(text: string, { from, to }: Stretch): Stretch {
  const ending = /^\r?\n/.exec(text.slice(to, to + 2))?.[0].length ?? 0;
  return { from: ending === 0 ? Math.max(0, from - 1) : from, to: to + ending };
}

/** The changes with the marker lines, and the line endings that part them from others, left out of what is deleted. */
function aroundMarkers(text: string, broken: readonly Pair[], changes: readonly TextChange[]): readonly TextChange[] {
  const lines = broken.flatMap(({ begin, end }) => [begin, end]).sort((a, b) => a.from - b.from);
  const kept = lines.map(({ from, to }) => ({
    from: from - lineEndingBefore(text, from),
    to: to + (/^\r?\n/.exec(text.slice(to, to + 2))?.[0].length ?? 0),
  }));
  return inOrder(
    changes.flatMap((change) => {
      if (change.from === change.to) return [change];
      const pieces = outside(change, kept);
      if (pieces.length > 0) return pieces.map((piece, at) => ({ ...piece, insert: at === 0 ? change.insert : '' }));
      const isFree = !lines.some(({ from, to }) => from <= change.from && change.from <= to);
      return change.insert === '' || !isFree ? [] : [{ from: change.from, to: change.from, insert: change.insert }];
    }),
  );
}

function lineEndingBefore(text: string, at: number): number {
  return /\r?\n$/.exec(text.slice(Math.max(0, at - 2), at))?.[0].length ?? 0;
}

/** What of a stretch lies outside of others, which are in order. */
function outside({ from, to }: Stretch, others: readonly Stretch[]): Stretch[] {
  const pieces: Stretch[] = [];
  let at = from;
  for (const other of others) {
    if (other.to <= at || other.from >= to) continue;
    if (other.from > at) pieces.push({ from: at, to: other.from });
    at = Math.max(at, other.to);
  }
  if (at < to) pieces.push({ from: at, to });
  return pieces;
}

/** In order, each beginning where the one before has ended at the earliest. */
function inOrder(changes: readonly TextChange[]): readonly TextChange[] {
  let end = 0;
  return [...changes]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to, insert }) => {
      const change = { from: Math.max(from, end), to: Math.max(to, end), insert };
      end = change.to;
      return change;
    });
}

/**
 * A text that is copied, without markers that stand in it without their other half: put in elsewhere, they would damage
 * the blocks there. A text that holds nothing else is left as it is.
 */
export function withoutHalfPairs(text: string): string {
  const { damage, markers } = parseBlocks(text);
  const halves = new Set(
    damage.filter(({ kind }) => kind !== 'malformed' && kind !== 'doubled').map(({ line }) => line),
  );
  if (halves.size === 0) return text;
  let rest = '';
  let copied = 0;
  for (const { line, from, next } of markers) {
    if (!halves.has(line)) continue;
    rest += text.slice(copied, from);
    copied = next;
  }
  rest += text.slice(copied);
  return rest.trim() === '' ? text : rest;
}
