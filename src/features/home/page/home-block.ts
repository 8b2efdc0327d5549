import { readHomeOptions, type HomeOptions } from '../../../core/home/options';
import { scanNote } from '../../../core/markdown/scan';
import type { Context } from '../../context';
import { homeNotePath } from '../opening/home-note';

const OPENING = /^\s*(?:`{3,}|~{3,})\s*(?:rh-)?research-home\s*$/;

/** The options of the home note's own block, so that the page looks the same as a view; the usual ones without it. */
export async function homeNoteOptions(ctx: Context): Promise<HomeOptions> {
  const path = homeNotePath(ctx, ctx.places.language());
  const file = path === null ? null : ctx.app.vault.getFileByPath(path);
  const text = file === null ? '' : await ctx.app.vault.cachedRead(file).catch(() => '');
  return readHomeOptions(blockSource(text), ctx.yaml).options;
}

/** What stands in the note's first block of that name; nothing where it has none. */
export function blockSource(text: string): string {
  const lines = scanNote(text);
  const opening = lines.findIndex(({ code, text: line }) => code === 'fence' && OPENING.test(line));
  if (opening < 0) return '';
  const inside: string[] = [];
  for (const line of lines.slice(opening + 1)) {
    if (line.code !== 'fenced') break;
    inside.push(line.text);
  }
  return inside.join('\n');
}
