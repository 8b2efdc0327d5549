import type { Context } from '../context';
import { builtInTemplate } from './built-in-template';

export interface TemplateText {
  /** Path of the template note; null for the built-in template. */
  readonly path: string | null;
  readonly text: string;
}

const TEMPLATE_ID = 'template/weekly-report';

/** The student's template note of the notes' language, known by its id wherever it lies; else the built-in one. */
export async function reportTemplate(ctx: Context): Promise<TemplateText> {
  const path = ctx.handbookNotes.find(TEMPLATE_ID, ctx.places.language());
  const file = path === null ? null : ctx.app.vault.getFileByPath(path);
  if (file === null) return { path: null, text: builtInTemplate(ctx) };
  return { path: file.path, text: await ctx.app.vault.cachedRead(file) };
}
