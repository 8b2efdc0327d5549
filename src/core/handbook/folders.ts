import { joinPath, noteName } from '../vault/path';
import { HOME_ID, TEMPLATE_PREFIX, type PackNote } from './pack';

/** Where things lie in a vault; paths without a slash at the end. */
export interface HandbookFolders {
  readonly handbook: string;
  readonly sources: string;
  readonly weekly: string;
  readonly templates: string;
  /** Path of the home note, with `.md`. */
  readonly home: string;
}

/** Where things lie: what the student chose counts before what the map note recorded, and that before the language's names. */
export function resolveFolders(
  defaults: HandbookFolders,
  recorded: Partial<HandbookFolders>,
  chosen: Partial<HandbookFolders>,
): HandbookFolders {
  return { ...defaults, ...recorded, ...chosen };
}

/** Where a note of a pack belongs: the pack's top folder becomes the vault's, what lies below keeps its place. */
export function placeOf(note: Pick<PackNote, 'id' | 'path'>, folders: HandbookFolders): string {
  if (note.id === HOME_ID) return folders.home;
  const top = note.id.startsWith(TEMPLATE_PREFIX) ? folders.templates : folders.handbook;
  return joinPath(top, note.path.includes('/') ? note.path.slice(note.path.indexOf('/') + 1) : note.path);
}

/** Puts the vault's names in for `{{rh:…}}`; an unknown one stays as it is. */
export function fillPlaceholders(text: string, folders: HandbookFolders): string {
  const names: Readonly<Record<string, string>> = { ...folders, home: noteName(folders.home) };
  return text.replace(/\{\{rh:([a-z]+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(names, name) ? (names[name] ?? whole) : whole,
  );
}
