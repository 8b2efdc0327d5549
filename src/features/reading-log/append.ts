import { setFrontmatter } from '../../core/markdown/frontmatter-edit';
import { printLogLine, type NewLogLine } from '../../core/reading/log-line';
import { languageOfNote } from '../../core/reading/note-language';
import { appendLogLine } from '../../core/reading/log-section';
import type { Source } from '../../core/reading/types';
import { logHeadings } from '../../platform/reading-candidates';
import type { Context } from '../context';

export type LogResult =
  { readonly ok: true; readonly path: string; readonly line: string } | { readonly ok: false; readonly error: string };

/**
 * Appends a line to a source's log, and takes a change of status into its properties, in one write. Only the text as it
 * is at that moment counts: what was typed, or synced, in between stays.
 */
export async function appendLog(ctx: Context, source: Source, entry: NewLogLine): Promise<LogResult> {
  const t = ctx.i18n.ui.readingLog;
  const { path } = source;
  const line = printLogLine(entry);
  const names = logHeadings(ctx.settings.values, ctx.i18n);
  const language = ctx.places.language();
  const setsStatus = statusGoesToProperties(ctx, source, entry);
  const unclosed: number[] = [];
  const written = await ctx.notes.change(path, (text) => {
    const { readingLog } = ctx.i18n.in(languageOfNote(text, language)).content.headings;
    const appended = appendLogLine(text, line, names, readingLog);
    if (!appended.ok) {
      unclosed.push(appended.line);
      return null;
    }
    if (!setsStatus) return appended.text;
    return setFrontmatter(appended.text, { status: entry.status }, ctx.yaml) ?? appended.text;
  });
  if (written.ok) return { ok: true, path, line };
  const [open] = unclosed;
  if (open !== undefined) return { ok: false, error: t.unclosed(path, open + 1) };
  if (written.reason === 'missing') return { ok: false, error: t.gone(path) };
  return { ok: false, error: t.writeFailed(path, written.message) };
}

/**
 * Whether the change of status is the source's latest, so that its property follows. Notes of other tools are not
 * rewritten: of those the log alone says the status.
 */
export function statusGoesToProperties(ctx: Context, source: Source, entry: NewLogLine): boolean {
  if (entry.status === null) return false;
  const type: unknown = ctx.app.metadataCache.getCache(source.path)?.frontmatter?.['type'];
  if (typeof type !== 'string' || type.trim().toLowerCase() !== 'source') return false;
  return !ctx.reading.index.entriesOf(source.path).some((other) => other.status !== null && other.date > entry.date);
}
