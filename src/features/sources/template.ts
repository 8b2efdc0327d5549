import { TEMPLATE_PREFIX } from '../../core/handbook/pack';
import type { Context } from '../context';

/** Identity of the handbook's note that new sources are made from. */
const SOURCE_TEMPLATE = `${TEMPLATE_PREFIX}source`;

/**
 * The text that a new source's body comes from: the vault's template note of the content language, wherever it lies and
 * as the student has it now; without one, a title and a log.
 */
export async function sourceTemplate(ctx: Context): Promise<string> {
  const language = ctx.places.language();
  const { templates } = ctx.places.folders();
  const { vault, metadataCache } = ctx.app;
  const candidates = vault.getMarkdownFiles().flatMap((file) => {
    const frontmatter = metadataCache.getFileCache(file)?.frontmatter;
    if (frontmatter?.['handbook-id'] !== SOURCE_TEMPLATE || frontmatter['handbook-lang'] !== language) return [];
    return [{ path: file.path, stray: file.path.startsWith(`${templates}/`) ? 0 : 1 }];
  });
  // Of two (a conflict copy, say): the one in the templates' folder, else the shortest path, then the first by name.
  candidates.sort((a, b) => a.stray - b.stray || a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
  const [found] = candidates;
  const text = found === undefined ? null : await ctx.notes.read(found.path);
  return text ?? '# {{title}}\n';
}
