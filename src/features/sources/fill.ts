import { fillingFor, fillKeys, NO_FILLING, type Filling } from '../../core/reading/filling';
import type { Duplicate } from '../../core/reading/known-sources';
import type { SourceDraft } from '../../core/reading/source-draft';
import { noteKind } from '../../core/vault/note-kind';
import type { Batch } from '../../offers/batch';
import type { CreatedSource, FilledSource, SourceFilling } from '../../offers/sources';
import type { Context } from '../context';

/** The source that is here already, and what adding it again would fill in. */
export interface Known extends Duplicate {
  readonly filling: Filling;
}

/** What filling in a draft would do to the source that it is already. A note that another tool made is never rewritten. */
export function knownAs(ctx: Context, duplicate: Duplicate, draft: SourceDraft | null): Known {
  const { source } = duplicate;
  const written = ctx.app.metadataCache.getCache(source.path)?.frontmatter;
  const filling =
    draft !== null && written !== undefined && noteKind(written) === 'source'
      ? fillingFor(draft, source, written)
      : NO_FILLING;
  return { ...duplicate, filling };
}

/** Writes what was shown into the empty keys of the note, if they still are empty. */
export async function fillSource(ctx: Context, { source: { path }, by, filling }: Known): Promise<CreatedSource> {
  const result = await fillOne(ctx, { path, fills: filling.fills, replaced: [] });
  return result.outcome === 'failed' || result.outcome === 'stopped' ? result : { outcome: 'existing', path, by };
}

/** Fills keys of notes that are here, one after the other (see `Sources.fill`). */
export async function fillSources(
  ctx: Context,
  fillings: readonly SourceFilling[],
  { signal, onProgress, onWritten }: Batch = {},
): Promise<FilledSource[]> {
  const results: FilledSource[] = [];
  for (const filling of fillings) {
    if (ctx.unloaded.aborted || signal?.aborted === true) break;
    results.push(await fillOne(ctx, filling, onWritten));
    onProgress?.(results.length, fillings.length);
  }
  return fillings.map((_filling, at) => results[at] ?? { outcome: 'stopped' });
}

async function fillOne(
  ctx: Context,
  { path, fills, replaced }: SourceFilling,
  onWritten?: Batch['onWritten'],
): Promise<FilledSource> {
  const t = ctx.i18n.ui.sources;
  if (Object.keys(fills).length === 0 && replaced.length === 0) return { outcome: 'unchanged', path };
  const texts = new Map<'before' | 'after', string>();
  const written = await ctx.notes.change(path, (text) => {
    const filled = fillKeys(text, fills, replaced, ctx.yaml);
    texts.set('before', text);
    if (filled !== null) texts.set('after', filled);
    return filled === text ? null : filled;
  });
  const after = texts.get('after');
  if (written.ok) {
    onWritten?.({ path, before: texts.get('before') ?? '', after: after ?? '' });
    return { outcome: 'filled', path };
  }
  if (written.reason === 'changed' && after !== undefined) return { outcome: 'unchanged', path };
  const message = written.reason === 'changed' ? t.notFilled(path) : t.writeFailed(path, written.message);
  return { outcome: 'failed', reason: 'not-written', message };
}
