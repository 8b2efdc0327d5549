import type { AppendResult } from '../../core/reading/log-section';
import type { WrittenLine } from '../../core/reading/written-lines';
import type { AppendedLine } from '../../offers/log';
import type { Context } from '../context';
import { appendLine, outcomeOf } from './append';

/** What became of a line that was to be put back; `there`: it stands in the note, from 0, and does not count. */
export type PutBack = AppendedLine | { readonly outcome: 'there'; readonly at: number };

/** Puts a line that is gone from a source's log at its end again, as it was, unless it stands elsewhere in the note. */
export async function putBack(ctx: Context, { path, line }: WrittenLine): Promise<PutBack> {
  const tried: AppendResult[] = [];
  let at = -1;
  const written = await ctx.notes.change(path, (text) => {
    at = text.split(/\r?\n/).indexOf(line);
    if (at >= 0) return null;
    const appended = appendLine(ctx, text, line);
    tried.push(appended);
    return appended.ok ? appended.text : null;
  });
  return at >= 0 ? { outcome: 'there', at } : outcomeOf(ctx, path, line, tried.at(-1), written);
}
