import type { TFile } from 'obsidian';
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
  const [file] = templateNotes(ctx);
  if (file === undefined) return { path: null, text: builtInTemplate(ctx) };
  return { path: file.path, text: await ctx.app.vault.cachedRead(file) };
}

function templateNotes(ctx: Context): TFile[] {
  const { metadataCache, vault } = ctx.app;
  const language = ctx.places.language();
  const folder = `${ctx.places.folders().templates}/`;
  return vault
    .getMarkdownFiles()
    .filter((file) => {
      const frontmatter = metadataCache.getFileCache(file)?.frontmatter;
      const written: unknown = frontmatter?.['handbook-lang'] ?? language;
      return frontmatter?.['handbook-id'] === TEMPLATE_ID && written === language;
    })
    .sort(
      (a, b) =>
        Number(b.path.startsWith(folder)) - Number(a.path.startsWith(folder)) ||
        a.path.length - b.path.length ||
        (a.path < b.path ? -1 : 1),
    );
}
