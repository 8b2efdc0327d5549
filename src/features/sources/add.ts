import type { Frontmatter } from '../../core/markdown/frontmatter';
import { brokenIdentifiers } from '../../core/reading/broken-source';
import { fileNamesFor } from '../../core/vault/file-name';
import { duplicateFinder, type Duplicate, type SameBy, type SourceDraft } from '../../core/reading/source-draft';
import { fillEmptyKeys, fillingFor, sourceNote, type Filling } from '../../core/reading/source-note';
import { dayOf } from '../../core/time/calendar-day';
import { logHeadings } from '../../platform/reading-candidates';
import type { Context } from '../context';
import { sourceTemplate } from './template';

export type AddResult =
  /** `by`: how a source was known that was not made, since it is here. */
  | { readonly ok: true; readonly path: string; readonly created: boolean; readonly by?: SameBy }
  | { readonly ok: false; readonly error: string };

/** The source that is here already, and what adding it again would fill in; null where it is new. */
export interface Known extends Duplicate {
  readonly filling: Filling;
}

/** What filling in a draft would do to the source that it is already. A note that another tool made is never rewritten. */
export function knownAs(ctx: Context, duplicate: Duplicate, draft: SourceDraft | null): Known {
  const { source } = duplicate;
  const written = ctx.app.metadataCache.getCache(source.path)?.frontmatter;
  const filling = draft !== null && isOwn(written) ? fillingFor(draft, source, written) : { fills: {}, differing: [] };
  return { ...duplicate, filling };
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
  const duplicate = duplicateFinder(ctx.reading.index.sources())(draft);
  if (duplicate !== null) return { ok: true, path: duplicate.source.path, created: false, by: duplicate.by };
  const broken = await brokenSame(ctx, draft);
  if (broken !== null) return { ok: false, error: ctx.i18n.ui.sources.broken(broken) };
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
  const written = await ctx.notes.change(path, (text) => fillEmptyKeys(text, known.filling.fills, ctx.yaml));
  if (written.ok) return { ok: true, path, created: false };
  if (written.reason === 'changed') return { ok: false, error: ctx.i18n.ui.sources.notFilled(path) };
  return failure(ctx, path, written.message);
}

/** Path of a source that the draft may be, but whose properties cannot be read, so that the index does not hold it. */
async function brokenSame(ctx: Context, draft: SourceDraft): Promise<string | null> {
  const [ownPath] = pathsFor(ctx, draft);
  for (const { path, code } of ctx.reading.index.problems()) {
    if (code !== 'bad-properties') continue;
    const text = await ctx.notes.read(path);
    if (text === null) continue;
    const isAtOwnPath = path.toLowerCase() === ownPath?.toLowerCase();
    if (isAtOwnPath || duplicateFinder([brokenIdentifiers(path, text)])(draft) !== null) return path;
  }
  return null;
}

function failure(ctx: Context, path: string, message: string): AddResult {
  return { ok: false, error: ctx.i18n.ui.sources.writeFailed(path, message) };
}

function isOwn(frontmatter: Frontmatter | undefined): frontmatter is Frontmatter {
  const type = frontmatter?.['type'];
  return typeof type === 'string' && type.trim().toLowerCase() === 'source';
}

function* pathsFor(ctx: Context, draft: Pick<SourceDraft, 'title' | 'year'>): Generator<string> {
  const folder = ctx.places.folders().sources;
  const fallback = ctx.i18n.in(ctx.places.language()).sources.untitled;
  for (const name of fileNamesFor(draft.title, draft.year, fallback)) {
    yield folder === '' ? `${name}.md` : `${folder}/${name}.md`;
  }
}
