import { setFrontmatter } from '../../core/note/frontmatter-edit';
import { fileNamesFor } from '../../core/reading/file-name';
import { findDuplicate, type Duplicate, type Identifiers, type SourceDraft } from '../../core/reading/source-draft';
import { fillingFor, sourceNote, type Filling } from '../../core/reading/source-note';
import { dayOf } from '../../core/time/calendar-day';
import { logHeadings } from '../../platform/reading-candidates';
import type { Context } from '../context';
import { sourceTemplate } from './template';

export type AddResult =
  | { readonly ok: true; readonly path: string; readonly created: boolean }
  | { readonly ok: false; readonly error: string };

/** The source that is here already, and what adding it again would fill in; null where it is new. */
export interface Known extends Duplicate {
  readonly filling: Filling;
}

/**
 * Looks for the source among those known now; `ctx.reading.flush()` first, where something depends on it.
 *
 * @param draft - what it could fill in, once all of it can be read
 */
export function findKnown(ctx: Context, identifiers: Identifiers, draft: SourceDraft | null): Known | null {
  const duplicate = findDuplicate(identifiers, ctx.reading.index.sources());
  if (duplicate === null) return null;
  // A note that another tool made is never rewritten.
  const fillable = draft !== null && isOwn(ctx, duplicate.source.path);
  return { ...duplicate, filling: fillable ? fillingFor(draft, duplicate.source) : { fills: {}, differing: [] } };
}

/** Path that a new source would get, as far as is known without asking the disk. */
export function likelyPath(ctx: Context, draft: Pick<SourceDraft, 'title' | 'year'>): string {
  for (const path of pathsFor(ctx, draft)) {
    if (ctx.app.vault.getAbstractFileByPath(path) === null) return path;
  }
  return '';
}

/** Creates the source's note; never a second one of a source that is here. */
export async function createSource(ctx: Context, draft: SourceDraft): Promise<AddResult> {
  await ctx.reading.flush();
  const known = findKnown(ctx, draft, draft);
  if (known !== null) return { ok: true, path: known.source.path, created: false };
  const { headings } = ctx.i18n.in(ctx.places.language()).content;
  const text = sourceNote(
    draft,
    dayOf(ctx.clock.now()),
    await sourceTemplate(ctx),
    ctx.yaml,
    logHeadings(ctx.settings.values, ctx.i18n),
    headings.readingLog,
  );
  if (text === null) return { ok: false, error: ctx.i18n.ui.sources.unwritable(draft.title) };
  for (const path of pathsFor(ctx, draft)) {
    const written = await ctx.notes.create(path, text);
    if (written.ok) return { ok: true, path: written.path, created: true };
    if (written.reason !== 'exists') return failure(ctx, path, written.message);
  }
  return failure(ctx, draft.title, '');
}

/** Writes what was shown into the empty keys of the note, if they still are empty. */
export async function fillSource(ctx: Context, known: Known): Promise<AddResult> {
  const { path } = known.source;
  if (Object.keys(known.filling.fills).length === 0) return { ok: true, path, created: false };
  const written = await ctx.notes.change(path, (text) => setFrontmatter(text, known.filling.fills, ctx.yaml));
  if (written.ok) return { ok: true, path, created: false };
  if (written.reason === 'changed') return { ok: false, error: ctx.i18n.ui.sources.notFilled(path) };
  return failure(ctx, path, written.message);
}

function failure(ctx: Context, path: string, message: string): AddResult {
  return { ok: false, error: ctx.i18n.ui.sources.writeFailed(path, message) };
}

function isOwn(ctx: Context, path: string): boolean {
  const type: unknown = ctx.app.metadataCache.getCache(path)?.frontmatter?.['type'];
  return typeof type === 'string' && type.trim().toLowerCase() === 'source';
}

function* pathsFor(ctx: Context, draft: Pick<SourceDraft, 'title' | 'year'>): Generator<string> {
  const folder = ctx.places.folders().sources;
  const fallback = ctx.i18n.in(ctx.places.language()).sources.untitled;
  for (const name of fileNamesFor(draft.title, draft.year, fallback)) {
    yield folder === '' ? `${name}.md` : `${folder}/${name}.md`;
  }
}
