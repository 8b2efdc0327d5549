import type { WriteResult } from '../../core/ports';
import { propertiesOf } from '../../core/markdown/frontmatter';
import { setFrontmatter, type FrontmatterChanges } from '../../core/markdown/frontmatter-edit';
import { printLogLine, type NewLogLine } from '../../core/reading/log-line';
import { appendLogLine, type AppendResult } from '../../core/reading/log-section';
import type { WrittenLine } from '../../core/reading/written-lines';
import { languageOfNote } from '../../core/reading/note-language';
import { hasWorkLog, noteKind } from '../../core/vault/note-kind';
import type { SourceStatus } from '../../core/reading/types';
import type { Batch } from '../../offers/batch';
import type { AppendedLine, LogFailure, LoggedReading } from '../../offers/log';
import { logHeadings } from '../../platform/collectors/reading-candidates';
import { workHeadings } from '../../platform/collectors/work-lines';
import type { Context } from '../context';

/** Appends a line to the log of each one's source (see `Log.append`). */
export async function appendLog(
  ctx: Context,
  readings: readonly LoggedReading[],
  { signal, onProgress }: Batch = {},
): Promise<AppendedLine[]> {
  await ctx.reading.flush();
  const results = readings.map((): AppendedLine => ({ outcome: 'stopped' }));
  let done = 0;
  for (const [path, lines] of bySource(readings)) {
    if (ctx.unloaded.aborted || signal?.aborted === true) break;
    const appended = await appendToNote(ctx, path, lines);
    for (const [index, { at }] of lines.entries()) results[at] = appended[index] ?? { outcome: 'stopped' };
    done += lines.length;
    onProgress?.(done, readings.length);
  }
  void ctx.reading.arrived(results.filter((result) => result.outcome === 'appended'));
  return results;
}

/** Appends one line to a source's log. */
export async function appendOne(ctx: Context, source: string, entry: NewLogLine): Promise<AppendedLine> {
  const [appended = { outcome: 'stopped' as const }] = await appendLog(ctx, [{ source, entry }]);
  return appended;
}

/**
 * The status that a source's properties get from new lines of its log: that of the latest one that says any, unless the
 * log says a later one already; else null. Notes of other tools are not rewritten: of those the log alone says the status.
 */
export function statusForProperties(
  ctx: Context,
  path: string,
  entries: readonly Pick<NewLogLine, 'date' | 'status'>[],
): SourceStatus | null {
  const type: unknown = ctx.app.metadataCache.getCache(path)?.frontmatter?.['type'];
  if (typeof type !== 'string' || type.trim().toLowerCase() !== 'source') return null;
  const logged = ctx.reading.index.entriesOf(path).filter(({ status }) => status !== null);
  let latest = logged.at(-1)?.date ?? '';
  let wanted: SourceStatus | null = null;
  for (const { date, status } of entries) {
    if (status === null || date < latest) continue;
    latest = date;
    wanted = status;
  }
  return wanted;
}

interface PlacedEntry extends LoggedReading {
  /** Its place in the list. */
  readonly at: number;
}

function bySource(readings: readonly LoggedReading[]): Map<string, PlacedEntry[]> {
  const notes = new Map<string, PlacedEntry[]>();
  readings.forEach((reading, at) => {
    const lines = notes.get(reading.source);
    if (lines === undefined) notes.set(reading.source, [{ ...reading, at }]);
    else lines.push({ ...reading, at });
  });
  return notes;
}

/**
 * Appends lines to one note, and takes a change of status into its properties, in one write. Only the text as it is at
 * that moment counts: what was typed, or synced, in between stays.
 */
async function appendToNote(ctx: Context, path: string, readings: readonly LoggedReading[]): Promise<AppendedLine[]> {
  const entries = readings.map(({ entry }) => entry);
  let tried: readonly AppendResult[] = [];
  let expected: readonly WrittenLine[] = [];
  const written = await ctx.notes.change(path, (text) => {
    let next = text;
    tried = entries.map((entry) => {
      const appended = appendLine(ctx, next, printLogLine(entry));
      if (appended.ok) next = appended.text;
      return appended;
    });
    const added = entries.filter((_entry, at) => tried[at]?.ok === true);
    if (added.length === 0) return null;
    expected = added.map((entry) => ({ path, line: printLogLine(entry) }));
    ctx.reading.expect(expected);
    const status = statusForProperties(ctx, path, added);
    const known = propertiesOf(text, ctx.yaml);
    const all = [...readings.map(({ properties }) => properties?.(known)), status !== null && { status }];
    const changes = Object.assign({}, ...all) as FrontmatterChanges;
    return Object.keys(changes).length === 0 ? next : (setFrontmatter(next, changes, ctx.yaml) ?? next);
  });
  if (!written.ok) for (const line of expected) ctx.reading.forget(line);
  return entries.map((entry, at) => outcomeOf(ctx, path, printLogLine(entry), tried[at], written));
}

/** A note's text with the line at the end of its log, which gets a heading in the note's language where it has none. */
export function appendLine(ctx: Context, text: string, line: string): AppendResult {
  const { headings } = ctx.i18n.in(languageOfNote(text, ctx.places.language())).content;
  return hasWorkLog(noteKind(propertiesOf(text, ctx.yaml)))
    ? appendLogLine(text, line, workHeadings(ctx.i18n), headings.log)
    : appendLogLine(text, line, logHeadings(ctx.settings.values, ctx.i18n), headings.readingLog);
}

/** What became of a line, by what its text said and by how the write went. */
export function outcomeOf(
  ctx: Context,
  path: string,
  line: string,
  appended: AppendResult | undefined,
  written: WriteResult,
): AppendedLine {
  const t = ctx.i18n.ui.readingLog;
  if (appended?.ok === false) return failed('unclosed', t.unclosed(path, appended.line + 1));
  if (written.ok) return { outcome: 'appended', path, line };
  if (written.reason === 'missing') return failed('gone', t.gone(path));
  return failed('not-written', t.writeFailed(path, written.message));
}

function failed(reason: LogFailure, message: string): AppendedLine {
  return { outcome: 'failed', reason, message };
}
