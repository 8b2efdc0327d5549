import { plainWords } from '../markdown/plain-words';
import type { TextRange } from '../markdown/scan';
import type { Passage } from './passages';
import type { Query } from './query';
import { tokensOf } from './terms';

/** The line of a passage that answers best, cut to what can be read at a glance. */
export interface Excerpt {
  /** From 0; the heading's where no line of the passage holds a word of the query. */
  readonly line: number;
  readonly text: string;
  /** The words that were found, as offsets in `text`; in order, none within another. */
  readonly marks: readonly TextRange[];
}

/** Characters of an excerpt, and how many of them stand before its first mark where it is cut. */
const LONGEST = 160;
const BEFORE = 40;

/** What is shown of a passage. */
export function excerptOf(passage: Passage, query: Query): Excerpt {
  const rarities = raritiesOf(query);
  let best: Excerpt | null = null;
  let most = 0;
  for (const { number, text } of passage.lines) {
    if (text.trim() === '') continue;
    const words = plainWords(withoutLeader(text));
    const { marks, worth } = marksOf(words, rarities);
    if (best !== null && worth <= most) continue;
    best = cut({ line: number, text: words, marks });
    most = worth;
  }
  return best ?? { line: passage.line, text: '', marks: [] };
}

/** Where the words of a query stand in a text, as offsets. */
export function marksIn(text: string, query: Query): readonly TextRange[] {
  return marksOf(text, raritiesOf(query)).marks;
}

function raritiesOf({ words }: Query): ReadonlyMap<string, number> {
  return new Map(words.flatMap(({ terms, rarity }) => terms.map((term) => [term, rarity] as const)));
}

function marksOf(
  text: string,
  rarities: ReadonlyMap<string, number>,
): { readonly marks: TextRange[]; readonly worth: number } {
  const marks: { from: number; to: number }[] = [];
  const seen = new Set<string>();
  let worth = 0;
  for (const { term, from, to } of tokensOf(text)) {
    const rarity = rarities.get(term);
    if (rarity === undefined) continue;
    if (!seen.has(term)) worth += rarity;
    seen.add(term);
    const last = marks.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else marks.push({ from, to });
  }
  return { marks, worth };
}

/** A list's mark, a quote's, a table's edge. */
function withoutLeader(line: string): string {
  return line.replace(/^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?)?/, '');
}

function cut({ line, text, marks }: Excerpt): Excerpt {
  if (text.length <= LONGEST) return { line, text, marks };
  const first = marks[0]?.from ?? 0;
  const from = first <= BEFORE * 2 ? 0 : whole(text, first - BEFORE);
  const to = whole(text, Math.min(text.length, from + LONGEST));
  const lead = from === 0 ? '' : '…';
  return {
    line,
    text: `${lead}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    marks: marks
      .filter((mark) => mark.from >= from && mark.to <= to)
      .map((mark) => ({ from: mark.from - from + lead.length, to: mark.to - from + lead.length })),
  };
}

/** The place, or the one before, so that no character is cut in two. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at - 1 : at;
}
