import type { NoteStore, WriteResult } from '../ports';

/** Creates a note at the first of the paths where nothing is yet. */
export async function createFirst(
  notes: Pick<NoteStore, 'create'>,
  paths: Iterable<string>,
  text: (path: string) => string,
): Promise<WriteResult & { readonly tried: string }> {
  let tried = '';
  for (const path of paths) {
    tried = path;
    const written = await notes.create(path, text(path));
    if (written.ok || written.reason !== 'exists') return { ...written, tried };
  }
  return { ok: false, reason: 'exists', message: '', tried };
}

/** Paths in a folder, by names that may be tried one after the other. */
export function* pathsIn(folder: string, names: Iterable<string>): Generator<string> {
  for (const name of names) yield folder === '' ? `${name}.md` : `${folder}/${name}.md`;
}
