import { readFrontmatter, splitNote } from '../markdown/frontmatter';
import type { Yaml } from '../ports';

/** A pack as it lies in its folder: the text of `pack.yaml`, of each Markdown note by path, and of `history.json`. */
export interface PackFiles {
  readonly manifest: string;
  readonly notes: Readonly<Record<string, string>>;
  readonly history?: string;
}

/** One note of a pack, as shipped: links and placeholders as in the pack's own folder. */
export interface PackNote {
  /** The same in every language, e.g. `tools/zotero`. */
  readonly id: string;
  /** Path in the pack's folder. */
  readonly path: string;
  /** The pack's version that brought the note. */
  readonly since: number;
  /** Goes up when the note's text changes. */
  readonly version: number;
  readonly title: string;
  readonly text: string;
}

export interface Pack {
  readonly name: string;
  readonly version: number;
  /** BCP 47. */
  readonly language: string;
  /** What people call it; its name where nothing is said. */
  readonly title: string;
  /** In the order of `pack.yaml`; one of them is the map note, `map`. */
  readonly notes: readonly PackNote[];
  /** The text of `history.json`, where there is one. */
  readonly history: string | null;
  /** Of a pack from outside, the hash of all its files: one version has one. */
  readonly pin?: string;
}

export const MAP_ID = 'map';
export const HOME_ID = 'home';
export const TEMPLATE_PREFIX = 'template/';

/** What is wrong with a pack, and where. The words for it are in `i18n`. */
export interface PackProblem {
  /** `pack.yaml`, or the note's path. */
  readonly file: string;
  readonly code:
    | 'no-yaml'
    | 'missing'
    | 'not-positive'
    | 'unknown-language'
    | 'no-notes'
    | 'doubled-id'
    | 'doubled-path'
    | 'absent-note'
    | 'unlisted-note'
    | 'since-too-high'
    | 'wrong-value'
    | 'no-title'
    | 'no-map';
  /** The key that is meant, or the value that is wrong, as written. */
  readonly value: string;
}

export type ReadPack =
  { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Reads a pack and names everything that is wrong with it. */
export function readPack(files: PackFiles, yaml: Yaml): ReadPack {
  const problems: PackProblem[] = [];
  const say = (file: string, code: PackProblem['code'], value: string): void => {
    problems.push({ file, code, value });
  };
  const manifest = packKeys(files.manifest, yaml);
  if (typeof manifest === 'string') {
    return { ok: false, problems: [{ file: 'pack.yaml', code: 'no-yaml', value: manifest }] };
  }
  const name = manifest['pack'];
  const version = manifest['version'];
  const language = manifest['language'];
  const listed = manifest['notes'];
  if (typeof name !== 'string' || name === '') say('pack.yaml', 'missing', 'pack');
  if (!isPositive(version)) say('pack.yaml', 'not-positive', 'version');
  if (typeof language !== 'string' || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language))
    say('pack.yaml', 'unknown-language', shown(language));
  if (!Array.isArray(listed) || listed.length === 0) say('pack.yaml', 'no-notes', 'notes');
  const head = { name: shown(name), version: isPositive(version) ? version : 0, language: shown(language) };

  const notes: PackNote[] = [];
  const ids = new Set<string>();
  const paths = new Set<string>();
  for (const entry of Array.isArray(listed) ? (listed as unknown[]) : []) {
    const { id, path, since } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
    if (typeof id !== 'string' || typeof path !== 'string') {
      say('pack.yaml', 'missing', typeof id === 'string' ? `path (${id})` : 'id');
      continue;
    }
    if (ids.has(id)) say('pack.yaml', 'doubled-id', id);
    if (paths.has(path.toLowerCase())) say('pack.yaml', 'doubled-path', path);
    ids.add(id);
    paths.add(path.toLowerCase());
    if (!isPositive(since)) say('pack.yaml', 'not-positive', `since (${id})`);
    else if (since > head.version) say('pack.yaml', 'since-too-high', id);
    const text = files.notes[path];
    if (text === undefined) {
      say(path, 'absent-note', id);
      continue;
    }
    const note = readNote({ id, path, text }, head, yaml, say);
    notes.push({ id, path, text, since: isPositive(since) ? since : 1, ...note });
  }
  for (const path of Object.keys(files.notes)) if (!paths.has(path.toLowerCase())) say(path, 'unlisted-note', path);
  if (notes.length > 0 && !ids.has(MAP_ID)) say('pack.yaml', 'no-map', MAP_ID);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    pack: {
      name: head.name,
      version: head.version,
      language: head.language,
      title: shown(manifest['title']) || head.name,
      notes,
      history: files.history ?? null,
    },
  };
}

function readNote(
  note: { readonly id: string; readonly path: string; readonly text: string },
  pack: { readonly name: string; readonly language: string },
  yaml: Yaml,
  say: (file: string, code: PackProblem['code'], value: string) => void,
): { readonly version: number; readonly title: string } {
  const read = readFrontmatter(note.text, yaml);
  const data = read.ok ? read.data : {};
  if (!read.ok) say(note.path, 'no-yaml', read.message);
  const wanted = { handbook: pack.name, 'handbook-id': note.id, 'handbook-lang': pack.language };
  for (const [key, value] of Object.entries(wanted)) {
    if (read.ok && data[key] !== value) say(note.path, 'wrong-value', `${key}: ${shown(data[key])}`);
  }
  const version = data['handbook-version'];
  if (read.ok && !isPositive(version)) say(note.path, 'not-positive', 'handbook-version');
  const title = /^# +(\S.*?)[ \t]*$/m.exec(splitNote(note.text).body.replaceAll('\r', ''))?.[1];
  if (title === undefined) say(note.path, 'no-title', note.id);
  return { version: isPositive(version) ? version : 1, title: title ?? '' };
}

/** The keys and values of a pack.yaml, or what is wrong with it, in the parser's words. */
export function packKeys(text: string, yaml: Yaml): Readonly<Record<string, unknown>> | string {
  try {
    const data = yaml.parse(text);
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Record<string, unknown>;
    return 'not a mapping of keys to values';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}
