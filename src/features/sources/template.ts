import { TEMPLATE_PREFIX } from '../../core/handbook/pack';
import type { Context } from '../context';

/** Identity of the handbook's note that new sources are made from. */
const SOURCE_TEMPLATE = `${TEMPLATE_PREFIX}source`;

/**
 * The text that a new source's body comes from: the vault's template note of the content language, wherever it lies and
 * as the student has it now; without one, a title and a log.
 */
export async function sourceTemplate(ctx: Context): Promise<string> {
  const path = ctx.handbookNotes.find(SOURCE_TEMPLATE, ctx.places.language());
  const text = path === null ? null : await ctx.notes.read(path);
  return text ?? '# {{title}}\n';
}
