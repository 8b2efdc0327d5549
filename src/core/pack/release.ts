import type { Edit } from '../handbook/delta';
import { historyIn, packHistory, type NoteHistory } from '../handbook/history';
import { MAP_ID, packKeys } from '../handbook/pack';
import { versionOf } from '../handbook/version';
import { readFrontmatter } from '../markdown/frontmatter';
import { setFrontmatter } from '../markdown/frontmatter-edit';
import { destinationOf, rewriteLinks } from '../markdown/links';
import type { Yaml } from '../ports';
import { compare } from '../text/compare';
import {
  changedSince,
  HISTORY_FILE,
  MANIFEST_FILE,
  manifestOf,
  PACK_FILE,
  type Manifest,
  type PackFile,
  type PackFinding,
} from './check';

/** What the author's folder is to hold, so that it is a pack of the next version. */
export interface Release {
  readonly name: string;
  readonly language: string;
  readonly version: number;
  /** As `pack.yaml` will list them. */
  readonly notes: readonly ListedNote[];
  /** Notes whose id was another one in a version that is out; and what else its author should look at. */
  readonly advice: PackFinding[];
  /** The hashes of the files that were released last. */
  readonly released: Manifest['files'];
  /** Where notes that were moved since then lay, by where they are. */
  readonly moved: Readonly<Record<string, string>>;
  /** Whether anything differs from the version that was released last. */
  readonly isNew: boolean;
  /** Files to be written: notes with other properties than they have, `pack.yaml` and the history. `before` is null for a new file. */
  readonly writes: readonly { readonly path: string; readonly before: string | null; readonly after: string }[];
}

interface ListedNote {
  readonly id: string;
  readonly path: string;
  readonly since: number;
}

/** How many earlier texts of a note a pack carries. */
const KEPT = 3;

/**
 * Works out the next version of a pack from its folder: notes that changed since the last release get the next version, new ones are
 * listed, moved ones are known by their ids, which their author may have written, deleted ones leave the list; earlier texts are kept. Asked again after a stop half-way
 * it answers the same. A text says why there is none.
 *
 * @param folder - where the pack lies in its author's vault: where names are not unique the app writes links with it
 */
export function planRelease(files: readonly PackFile[], yaml: Yaml, folder: string): Release | 'no-yaml' {
  const textOf = (path: string): string | null => files.find((file) => file.path === path)?.text ?? null;
  const written = textOf(PACK_FILE);
  const head = packKeys(written ?? '', yaml);
  if (typeof head === 'string') return 'no-yaml';
  const { pack: name, language } = head;
  if (typeof name !== 'string' || typeof language !== 'string') return 'no-yaml';
  const manifest = manifestOf(textOf(MANIFEST_FILE));
  const released = manifest?.version ?? 0;
  const version = Math.max(released + 1, versionOf(head['version']) ?? 1);
  const past = historyIn(textOf(HISTORY_FILE));
  const earlier = packHistory({ history: textOf(HISTORY_FILE) });
  const listed = new Map(entriesIn(head['notes']).map((entry) => [entry.id, entry]));
  const history: Record<string, NoteHistory> = {};
  const moved: Record<string, string> = {};
  const writes: { path: string; before: string | null; after: string }[] = [];
  const found = new Map<string, ListedNote>();
  for (const { path, text } of [...files].sort((a, b) => compare(a.path, b.path))) {
    if (text === null || !/\.md$/i.test(path)) continue;
    const read = readFrontmatter(text, yaml);
    const own = read.ok ? read.data['handbook-id'] : null;
    const place = typeof own === 'string' ? listed.get(own)?.path : path; // a copy has the properties of what it was made from
    const isCopy = place !== path && typeof place === 'string' && textOf(place) !== null;
    const id = typeof own === 'string' && own !== '' && !isCopy ? own : path.replace(/\.md$/i, '');
    const before = past[id];
    const linked = rewriteLinks(text, (link) =>
      link.path.startsWith(`${folder}/`) ? destinationOf(link, link.path.slice(folder.length + 1)) : null,
    );
    const last = Math.max(0, ...Object.keys(before?.versions ?? {}).map(Number));
    const as = (number: number): string =>
      setFrontmatter(
        linked,
        { handbook: name, 'handbook-id': id, 'handbook-lang': language, 'handbook-version': number },
        yaml,
      ) ?? linked;
    const note = { id, path, since: 1, version: 0, title: '', text: as(last) };
    const isSame = last > 0 && earlier.text(note, last) === note.text;
    const number = isSame
      ? last
      : last > 0
        ? last + 1
        : ((read.ok ? versionOf(read.data['handbook-version']) : null) ?? 1);
    const after = as(number);
    if (after !== text) writes.push({ path, before: text, after });
    found.set(id, { id, path, since: listed.get(id)?.since ?? (released > 0 ? version : 1) });
    const paths = [...new Set([...(before?.paths ?? []), ...(before?.path === undefined ? [] : [before.path])])].filter(
      (one) => one !== path,
    );
    if (before?.path !== undefined && before.path !== path) moved[path] = before.path;
    const versions = Object.entries<string | readonly Edit[]>({ ...before?.versions, [number]: after }).filter(
      ([one]) => Number(one) >= number - KEPT,
    );
    history[id] = { path, ...(paths.length === 0 ? {} : { paths }), versions: Object.fromEntries(versions) };
  }
  const advice: PackFinding[] = [];
  // By its id where it still has that, else by its path: one whose id its author has changed keeps its place.
  const order = [...listed.values()].flatMap(({ id, path }) => {
    if (found.has(id)) return id;
    const now = [...found.values()].find((note) => note.path === path);
    if (now === undefined) return [];
    if (released > 0 && past[id] !== undefined)
      advice.push({ file: now.path, line: null, code: 'id-given', value: id });
    return now.id;
  });
  const notes = [...new Set([...order, ...found.keys()])].flatMap((id) => found.get(id) ?? []);
  const isNew = manifest === null || changedSince(manifest, files).length > 0;
  const { notes: _, ...rest } = head;
  writes.push(
    { path: PACK_FILE, before: written, after: yaml.stringify({ ...rest, version, notes: mapFirst(notes) }) },
    { path: HISTORY_FILE, before: textOf(HISTORY_FILE), after: `${JSON.stringify(history)}\n` },
  );
  return { name, language, version, notes, advice, released: manifest?.files ?? {}, moved, isNew, writes };
}

/**
 * The notes of a pack that lack a twin in another language of it, and those there that lack one here.
 *
 * @param folders - where the two lie
 */
export function twinsMissing(
  { notes }: Pick<Release, 'notes'>,
  other: Pick<Release, 'notes'>,
  [here, there]: readonly [string, string],
): PackFinding[] {
  const lacking = (all: typeof notes, from: typeof notes, folder: string): PackFinding[] =>
    all.flatMap(({ id, path }) => {
      const value = `handbook-id: ${id} (${folder})`;
      const file = all === notes ? path : PACK_FILE;
      return from.some((note) => note.id === id) ? [] : { file, line: null, code: 'no-twin', value };
    });
  return [...lacking(notes, other.notes, there), ...lacking(other.notes, notes, here)];
}

/** The map is where a reader begins. */
function mapFirst<T extends { readonly id: string }>(notes: readonly T[]): T[] {
  return [...notes.filter(({ id }) => id === MAP_ID), ...notes.filter(({ id }) => id !== MAP_ID)];
}

function entriesIn(listed: unknown): { readonly id: string; readonly path: unknown; readonly since: number }[] {
  return (Array.isArray(listed) ? (listed as unknown[]) : []).flatMap((entry) => {
    const { id, path, since } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
    return typeof id === 'string' ? [{ id, path, since: versionOf(since) ?? 1 }] : [];
  });
}

/** The manifest of a released pack. */
export function manifestText(version: number, files: readonly Pick<PackFile, 'path' | 'sha256'>[]): string {
  const hashes = files.filter(({ path }) => path !== MANIFEST_FILE).sort((a, b) => compare(a.path, b.path));
  return `${JSON.stringify({ version, files: Object.fromEntries(hashes.map(({ path, sha256 }) => [path, sha256])) })}\n`;
}
