import { stripHeadingForLink, type App, type Editor, type TFile } from 'obsidian';
import type { Hit } from './hits';

/** Puts a link to a passage where the cursor stands, as the app's own links are written; false where its note is gone. */
export function insertLink(
  app: App,
  { editor, file }: { readonly editor: Editor; readonly file: TFile },
  { path, heading }: Pick<Hit, 'path' | 'heading'>,
): boolean {
  const linked = app.vault.getFileByPath(path);
  if (linked === null) return false;
  const subpath = heading === '' ? '' : `#${stripHeadingForLink(heading)}`;
  editor.replaceSelection(app.fileManager.generateMarkdownLink(linked, file.path, subpath));
  editor.focus();
  return true;
}
