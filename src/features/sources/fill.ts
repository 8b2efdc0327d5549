import type { Duplicate, SourceDraft } from '../../core/reading/source-draft';
import { fillEmptyKeys, fillingFor, type Filling } from '../../core/reading/source-note';
import { noteKind } from '../../core/vault/note-kind';
import type { CreatedSource } from '../../offers/sources';
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
      : { fills: {}, differing: [] };
  return { ...duplicate, filling };
}

/** Writes what was shown into the empty keys of the note, if they still are empty. */
export async function fillSource(ctx: Context, { source: { path }, by, filling }: Known): Promise<CreatedSource> {
  const t = ctx.i18n.ui.sources;
  if (Object.keys(filling.fills).length === 0) return { outcome: 'existing', path, by };
  const written = await ctx.notes.change(path, (text) => fillEmptyKeys(text, filling.fills, ctx.yaml));
  if (written.ok) return { outcome: 'existing', path, by };
  const message = written.reason === 'changed' ? t.notFilled(path) : t.writeFailed(path, written.message);
  return { outcome: 'failed', reason: 'not-written', message };
}
