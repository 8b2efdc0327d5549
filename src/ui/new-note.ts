import type { App } from 'obsidian';
import type { NoteStore } from '../core/ports';
import { createFirst, pathsIn } from '../core/vault/create-first';
import { fileNamesFor } from '../core/vault/file-name';
import type { Wordings } from '../i18n';
import { openNote } from './open-note';

/** What of the context making a note needs. */
export interface NewNoteContext {
  readonly app: App;
  readonly notes: Pick<NoteStore, 'create'>;
  readonly notify: { warn(text: string): void };
  readonly i18n: { readonly ui: Wordings };
}

/**
 * Makes a note under the first name that is free, and opens it; says why where it could not.
 *
 * @param fallback - the name where the title gives none
 * @returns whether it is there
 */
export async function makeNote(
  { app, notes, notify, i18n }: NewNoteContext,
  { folder, title, fallback, text }: Readonly<Record<'folder' | 'title' | 'fallback' | 'text', string>>,
): Promise<boolean> {
  const written = await createFirst(notes, pathsIn(folder, fileNamesFor(title, null, fallback)), () => text);
  if (written.ok) return openNote(app, written.path);
  notify.warn(i18n.ui.sources.writeFailed(written.tried, written.message));
  return false;
}
