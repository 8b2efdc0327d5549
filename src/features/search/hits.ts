import { excerptOf, marksIn } from '../../core/search/excerpt';
import type { TextRange } from '../../core/markdown/scan';
import { isPrivateText } from '../../core/private/private-note';
import { passagesOf, type Passage } from '../../core/search/passages';
import { inOneGo } from '../../core/steps';
import { noteName } from '../../core/vault/path';
import type { Context } from '../context';

/** A passage that was found, as it is shown. */
export interface Hit {
  readonly path: string;
  /** From 0. */
  readonly line: number;
  /** The nearest heading; empty above the first. */
  readonly heading: string;
  /** The line that answers best, without marks of Markdown; cut where it is long. */
  readonly text: string;
  /** The words that were found, as offsets in `text`. */
  readonly marks: readonly TextRange[];
  /** The same in the note's title and the heading. */
  readonly title: string;
  readonly titleMarks: readonly TextRange[];
  readonly headingMarks: readonly TextRange[];
  readonly score: number;
}

/**
 * Finds passages, and reads them for what is shown: what is kept of the notes holds no text. A passage that is not there as
 * it was found, since its note has just changed, is left out.
 */
export async function findHits(ctx: Context, text: string, limit: number): Promise<readonly Hit[]> {
  const { query, found } = ctx.search.find(text, limit);
  const notes = new Map<string, Promise<readonly Passage[] | null>>();
  const hits: Hit[] = [];
  for (const { path, passage, score } of found) {
    const passages = notes.get(path) ?? readPassages(ctx, path);
    notes.set(path, passages);
    const all = await passages;
    if (all === null) continue;
    const one = passage === null ? (all[0] ?? { headings: [], line: 0, lines: [] }) : all[passage];
    if (one === undefined) continue;
    const heading = one.headings.at(-1) ?? '';
    const title = noteName(path);
    hits.push({
      path,
      heading,
      title,
      titleMarks: marksIn(title, query),
      headingMarks: marksIn(heading, query),
      ...excerptOf(one, query),
      score,
    });
  }
  return hits;
}

/** Null where the note is gone, or nobody's business any more. */
export async function readPassages(ctx: Context, path: string): Promise<readonly Passage[] | null> {
  const text = await ctx.notes.read(path);
  if (text === null || isPrivateText(text, ctx.yaml)) return null;
  return inOneGo(passagesOf(text)).passages;
}
