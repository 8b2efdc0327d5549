import type { Language } from '../ports';
import { asLanguage } from '../text/language';
import { placeOf, type HandbookFolders } from './folders';
import { HOME_ID, type Pack, type PackNote } from './pack';
import type { VaultNames } from '../vault/names';
import { folderOf, joinPath, noteName } from '../vault/path';
import type { KnownNote } from './vault-state';

/** Where a note that is not in the vault goes, or would go. */
export interface NewPlace {
  readonly path: string;
  /** To be made now; otherwise the student deleted it, and it is only offered. */
  readonly isNew: boolean;
  /** A file that is not ours at the note's own path. */
  readonly inTheWay: string | null;
}

/**
 * Finds a place for each note that the vault does not have: the pack's own; where the student moved the notes beside it,
 * with them; beside a file of the student's that has its name. Takes the names of those to be made.
 */
export function newPlaces(
  { pack, folders }: { readonly pack: Pack; readonly folders: HandbookFolders },
  known: ReadonlyMap<string, KnownNote>,
  names: VaultNames,
  isNew: (note: PackNote) => boolean,
): Map<string, NewPlace> {
  const moved = movedFolders(pack.notes, known, (note) => placeOf(note, folders));
  const places = new Map<string, NewPlace>();
  for (const note of pack.notes) {
    if (known.has(note.id)) continue;
    const own = placeOf(note, folders);
    const wanted = names.respelled(note.id === HOME_ID ? own : joinPath(moved(folderOf(own)), lastName(own)));
    const path = freePath(wanted, names, pack.language);
    const inTheWay = path === wanted ? null : names.fileAt(wanted);
    if (isNew(note)) names.add(path);
    places.set(note.id, { path, isNew: isNew(note), inTheWay });
  }
  return places;
}

/** Where most notes of a pack's folder lie now; a folder without any moves with the folder above it. */
function movedFolders(
  notes: readonly PackNote[],
  known: ReadonlyMap<string, KnownNote>,
  place: (note: PackNote) => string,
): (folder: string) => string {
  const votes = new Map<string, Map<string, number>>();
  for (const note of notes) {
    const now = known.get(note.id);
    if (now === undefined || note.id === HOME_ID) continue;
    const own = folderOf(place(note));
    const counts = votes.get(own) ?? new Map<string, number>();
    counts.set(folderOf(now.path), (counts.get(folderOf(now.path)) ?? 0) + 1);
    votes.set(own, counts);
  }
  const now = (folder: string): string => {
    const counts = votes.get(folder);
    if (counts !== undefined) {
      const most = Math.max(...counts.values());
      const first = [...counts].filter(([, count]) => count === most).map(([path]) => path);
      return first.includes(folder) ? folder : (first.sort()[0] ?? folder);
    }
    return folder === '' ? '' : joinPath(now(folderOf(folder)), lastName(folder));
  };
  return now;
}

/** What tells our note from the student's of the same name, in the language of the notes; a number from the second on. */
const BESIDE: Readonly<Record<Language, (number: string) => string>> = {
  zh: (number) => `（手册${number}）`,
  en: (number) => ` (handbook${number})`,
};

/** The path itself, or `<name> (handbook).md`, `<name> (handbook 2).md` and so on beside what is there. */
function freePath(wanted: string, names: VaultNames, language: string): string {
  const isFree = (path: string): boolean => names.fileAt(path) === null && !names.isFolder(path);
  if (isFree(wanted)) return wanted;
  for (let number = 1; ; number++) {
    const beside = BESIDE[asLanguage(language)](number === 1 ? '' : ` ${String(number)}`);
    const path = joinPath(folderOf(wanted), `${noteName(wanted)}${beside}.md`);
    if (isFree(path)) return path;
  }
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
