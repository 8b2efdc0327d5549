import { ideaGate, IDEA_PARTS, type Gate, type OpenPoint } from '../../core/ideas/gate';
import { ideaNote, type IdeaNote } from '../../core/ideas/idea-note';
import { propertiesOf } from '../../core/markdown/frontmatter';
import type { Wordings } from '../../i18n';
import { leadsToPrivate } from '../../platform/private-links';
import type { Context } from '../context';

/** An idea and what of it is open. */
export interface LookedIdea extends IdeaNote {
  readonly gate: Gate;
}

/** Looks at a note by its text; null where it is no idea. The reading index is to be ready. */
export function lookAt(ctx: Context, path: string, text: string): LookedIdea | null {
  const note = ideaNote(path, propertiesOf(text, ctx.yaml));
  if (note === null) return null;
  const { index } = ctx.reading;
  const { metadataCache } = ctx.app;
  const gate = ideaGate(text, {
    headings: [ctx.i18n.in('zh').ideas.parts, ctx.i18n.in('en').ideas.parts],
    wasRead: (link) => {
      const source = metadataCache.getFirstLinkpathDest(link, path)?.path ?? '';
      return index.source(source) !== null && index.entriesOf(source).length > 0;
    },
    isPrivate: leadsToPrivate(ctx.app, path),
  });
  return { ...note, gate };
}

/** The same of the note as the app has it at hand, for what only shows. */
export async function lookAtFile(ctx: Context, path: string): Promise<LookedIdea | null> {
  const text = await ctx.notes.glance(path);
  return text === null ? null : lookAt(ctx, path, text);
}

/** How many of the five parts have nothing open. */
export function writtenParts({ states }: Gate): number {
  return IDEA_PARTS.filter((part) => states[part] === 100).length;
}

/** What is open and what to do about it. */
export function pointWords({ part, code, about }: OpenPoint, { ideas: t }: Wordings): string {
  if (code === 'missing') return t.points.missing(t.parts[part]);
  return code === 'empty' ? t.hints[part] : t.points[code](about || '…');
}
