import { brokenIdentifiers } from '../../core/reading/broken-source';
import {
  duplicateFinder,
  knownSources,
  type DuplicateFinder,
  type Identifiers,
  type KnownSources,
} from '../../core/reading/known-sources';
import type { SourceDraft } from '../../core/reading/source-draft';
import { sourceNote } from '../../core/reading/source-note';
import { dayOf } from '../../core/time/calendar-day';
import { createFirst, pathsIn } from '../../core/vault/create-first';
import { fileNamesFor } from '../../core/vault/file-name';
import type { Batch } from '../../offers/batch';
import type { CreatedSource, NewSource, SourceFailure } from '../../offers/sources';
import { logHeadings } from '../../platform/collectors/reading-candidates';
import type { Context } from '../context';
import { sourceTemplate } from './template';

/** What all sources of a list are created by. */
interface Ground {
  /** Sources of the vault, and those of the list that were made. */
  readonly known: KnownSources<Here>;
  /** Notes that may be sources, but whose properties cannot be read, so that the index does not hold them. */
  readonly broken: readonly BrokenNote[];
  readonly template: string;
  readonly onWritten: Batch['onWritten'];
}

type Here = Identifiers & { readonly path: string };

interface BrokenNote {
  readonly path: string;
  readonly isSame: DuplicateFinder<Identifiers>;
}

/** Creates a note for each source that is not here yet, in their order (see `Sources.create`). */
export async function createSources(
  ctx: Context,
  drafts: readonly NewSource[],
  { signal, onProgress, onWritten }: Batch = {},
): Promise<CreatedSource[]> {
  const { index } = ctx.reading;
  await ctx.reading.flush();
  const known = knownSources<Here>(index.sources());
  // What comes in by a sync meanwhile is here, too.
  const stopListening = ctx.reading.subscribe(({ sources }) => {
    for (const path of sources) {
      const source = index.source(path);
      if (source !== null) known.add(source);
    }
  });
  try {
    const ground = { known, broken: await brokenNotes(ctx), template: await sourceTemplate(ctx), onWritten };
    const results: CreatedSource[] = [];
    for (const draft of drafts) {
      if (ctx.unloaded.aborted || signal?.aborted === true) break;
      results.push(await createOne(ctx, draft, ground));
      onProgress?.(results.length, drafts.length);
    }
    return drafts.map((_draft, at) => results[at] ?? { outcome: 'stopped' });
  } finally {
    stopListening();
  }
}

/** Creates one source's note; never a second one of a source that is here. */
export async function createSource(ctx: Context, draft: SourceDraft): Promise<CreatedSource> {
  const [created = { outcome: 'stopped' as const }] = await createSources(ctx, [draft]);
  return created;
}

/** Path that a new source would get, as far as is known without asking the disk. */
export function likelyPath(ctx: Context, draft: Pick<SourceDraft, 'title' | 'year'>): string {
  for (const path of pathsFor(ctx, draft)) {
    if (ctx.app.vault.getAbstractFileByPath(path) === null) return path;
  }
  return '';
}

async function createOne(
  ctx: Context,
  draft: NewSource,
  { known, broken, template, onWritten }: Ground,
): Promise<CreatedSource> {
  const t = ctx.i18n.ui.sources;
  const { headings } = ctx.i18n.in(ctx.places.language()).content;
  const duplicate = known.find(draft);
  if (duplicate !== null) return { outcome: 'existing', path: duplicate.source.path, by: duplicate.by };
  const unread = brokenSame(ctx, draft, broken);
  if (unread !== null) return failed('broken-note', t.broken(unread));
  const text = sourceNote(
    draft,
    dayOf(ctx.clock.now()),
    template,
    ctx.yaml,
    logHeadings(ctx.settings.values, ctx.i18n),
    { log: headings.readingLog, entry: headings.entry },
    draft.entry,
    draft.extra,
  );
  if (text === null) return failed('unwritable', t.unwritable(draft.title));
  const written = await createFirst(ctx.notes, pathsFor(ctx, draft), () => text);
  if (!written.ok) return failed('not-written', t.writeFailed(written.tried, written.message));
  const { path, folders = [] } = written;
  known.add({ ...draft, path });
  onWritten?.({ path, before: null, after: text, folders });
  return { outcome: 'created', path };
}

async function brokenNotes(ctx: Context): Promise<BrokenNote[]> {
  const notes: BrokenNote[] = [];
  for (const { path, code } of ctx.reading.index.problems()) {
    if (code !== 'bad-properties') continue;
    const text = await ctx.notes.read(path);
    if (text !== null) notes.push({ path, isSame: duplicateFinder([brokenIdentifiers(path, text)]) });
  }
  return notes;
}

/** Path of the note that the draft may be, although its properties cannot be read; null where there is none. */
function brokenSame(ctx: Context, draft: SourceDraft, broken: readonly BrokenNote[]): string | null {
  if (broken.length === 0) return null;
  const [ownPath] = pathsFor(ctx, draft);
  const same = broken.find(
    ({ path, isSame }) => path.toLowerCase() === ownPath?.toLowerCase() || isSame(draft) !== null,
  );
  return same?.path ?? null;
}

function failed(reason: SourceFailure, message: string): CreatedSource {
  return { outcome: 'failed', reason, message };
}

function pathsFor(ctx: Context, draft: Pick<SourceDraft, 'title' | 'year'>): Generator<string> {
  const fallback = ctx.i18n.in(ctx.places.language()).sources.untitled;
  return pathsIn(ctx.places.folders().sources, fileNamesFor(draft.title, draft.year, fallback));
}
