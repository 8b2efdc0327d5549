import { parseLinks } from '../markdown/links';
import { packHistory } from '../handbook/history';
import { readPack, type Pack, type PackProblem } from '../handbook/pack';
import { linkTargets } from '../handbook/pack-links';
import { masked } from '../markdown/masked';
import { scanNote } from '../markdown/scan';
import type { Yaml } from '../ports';
import { isPrivateLine } from '../private/private-line';
import { isPrivateText } from '../private/private-note';
import { checkVaultPath, foldedPath, foldersAbove } from '../vault/path';
import { refusedIn, refusedInBase, type Refusal } from './refused';

export const PACK_FILE = 'pack.yaml';
export const HISTORY_FILE = 'history.json';
export const MANIFEST_FILE = 'manifest.json';

/** Of a pack: notes, bytes of one note, bytes in all, and how many times larger than packed. */
export const LIMITS = { notes: 500, note: 256 * 1024, all: 20_000_000, ratio: 100 };

/** A file of a pack. */
export interface PackFile {
  /** From the pack's folder. */
  readonly path: string;
  readonly size: number;
  /** Of its bytes, SHA-256 in hexadecimal digits. */
  readonly sha256: string;
  /** Null where its bytes are no UTF-8, as a picture's. */
  readonly text: string | null;
}

/** What is wrong with a pack or worth a look, and where. The words for it are in `i18n`. */
export interface PackFinding {
  readonly file: string;
  /** From 0; null where it is about the file as a whole. */
  readonly line: number | null;
  readonly code:
    | PackProblem['code']
    | Refusal
    | 'kind' // none of the kinds of files that a pack may hold, or a text that is no UTF-8
    | 'path' // a path that some system does not allow, or that leads out
    | 'same-path' // two spellings of what is one path to some systems
    | 'too-large' // or too many
    | 'changed' // other bytes than its manifest says
    | 'dead-link'
    | 'no-twin' // in another language of the pack
    | 'id-given' // a version that is out has the note by another id
    | 'own-name' // the name of the handbook that the plugin brings
    | 'private'; // the author's own, which goes nowhere
  readonly value: string;
}

export interface CheckedPack {
  /** The pack, if nothing refuses it. */
  readonly pack: Pack | null;
  /** What it is refused for. */
  readonly refused: readonly PackFinding[];
  /** What its author should look at. */
  readonly advice: readonly PackFinding[];
}

const isNote = (path: string): boolean => /\.md$/i.test(path);
/** What a pack may hold besides notes. */
export const isOther = (path: string): boolean => /\.(?:base|png|jpg|webp)$/i.test(path);

/**
 * Checks a pack from outside as a whole: what a pack must not hold or be, by file and line. A pack with anything like that is taken
 * by nobody; the one that the plugin brings passes, too.
 */
export function checkPack(files: readonly PackFile[], yaml: Yaml): CheckedPack {
  const refused: PackFinding[] = [];
  const say = (file: string, code: PackFinding['code'], value: string, line: number | null = null): void => {
    refused.push({ file, line, code, value });
  };
  const textOf = (path: string): string | null => files.find((file) => file.path === path)?.text ?? null;
  checkFiles(files, say);
  const notes: Record<string, string> = {};
  for (const { path, text } of files) {
    if (/\.(?:png|jpg|webp)$/i.test(path)) continue;
    if (text === null) say(path, 'kind', path);
    else if (isNote(path)) {
      notes[path] = text;
      const all = refusedIn(text);
      const html = all.filter(({ code }) => code === 'html');
      for (const one of all) {
        // Where somebody writes HTML at all, there is much of it.
        const more = one.code === 'html' && html.length > 1 ? ` … ×${String(html.length)}` : '';
        if (more === '' || one === html[0]) say(path, one.code, one.value + more, one.line);
      }
      if (isPrivateText(text, yaml)) say(path, 'private', path);
      for (const { number, text: line, spans, code } of scanNote(text)) {
        if (code === null && isPrivateLine(masked(line, spans, ' '))) say(path, 'private', path, number);
      }
    } else if (/\.base$/i.test(path))
      for (const { line, code, value } of refusedInBase(text)) say(path, code, value, line);
  }
  const history = textOf(HISTORY_FILE);
  const read = readPack({ manifest: textOf(PACK_FILE) ?? '', notes, ...(history === null ? {} : { history }) }, yaml);
  if (!read.ok) for (const { file, code, value } of read.problems) say(file, code, value);
  const pinned = manifestOf(textOf(MANIFEST_FILE));
  if (pinned !== null) for (const path of changedSince(pinned, files)) say(path, 'changed', path);
  return {
    pack: read.ok && refused.length === 0 ? read.pack : null,
    refused,
    advice: read.ok ? adviceOn(read.pack, files) : [],
  };
}

function checkFiles(
  files: readonly PackFile[],
  say: (file: string, code: PackFinding['code'], value: string) => void,
): void {
  const spelled = new Map<string, string>();
  const own = new Set([PACK_FILE, HISTORY_FILE, MANIFEST_FILE]);
  for (const { path, size } of files) {
    const checked = checkVaultPath(path);
    if (!checked.ok || checked.path !== path.normalize('NFC')) say(path, 'path', checked.ok ? path : checked.part);
    for (const part of [...foldersAbove(path), path]) {
      const other = spelled.get(foldedPath(part)) ?? part;
      if (other !== part || (part === path && spelled.has(foldedPath(part)))) say(path, 'same-path', other);
      else spelled.set(foldedPath(part), part);
    }
    if (!isNote(path) && !isOther(path) && !own.has(path)) say(path, 'kind', path);
    if (isNote(path) && size > LIMITS.note) say(path, 'too-large', `${String(Math.ceil(size / 1024))} KB`);
  }
  const count = files.filter(({ path }) => isNote(path)).length;
  if (count > LIMITS.notes) say(PACK_FILE, 'too-large', String(count));
  const all = files.reduce((sum, { size }) => sum + size, 0);
  if (all > LIMITS.all) say(PACK_FILE, 'too-large', `${String(Math.ceil(all / 1e6))} MB`);
}

/** What a release wrote down: the hash of each file by its path. */
export interface Manifest {
  readonly version: number;
  readonly files: Readonly<Record<string, string>>;
}

/** Null where there is none; an unreadable one fits no file. */
export function manifestOf(text: string | null): Manifest | null {
  if (text === null) return null;
  try {
    const { version, files } = JSON.parse(text) as Partial<Manifest>;
    return { version: typeof version === 'number' ? version : 0, files: { ...files } };
  } catch {
    return { version: 0, files: {} };
  }
}

/** The files of a pack whose bytes are not those of its manifest, and those that it lacks. */
export function changedSince({ files: known }: Manifest, files: readonly PackFile[]): string[] {
  const now = new Map(files.flatMap(({ path, sha256 }) => (path === MANIFEST_FILE ? [] : [[path, sha256]])));
  return [...new Set([...now.keys(), ...Object.keys(known)])].filter((path) => now.get(path) !== known[path]);
}

function adviceOn(pack: Pack, files: readonly PackFile[]): PackFinding[] {
  const advice: PackFinding[] = [];
  const target = linkTargets(pack, packHistory(pack));
  const names = new Set(files.flatMap(({ path }) => [path, path.slice(path.lastIndexOf('/') + 1)].map(foldedPath)));
  for (const { path, text } of pack.notes) {
    for (const link of parseLinks(text)) {
      const isAlive =
        link.external || link.path === '' || target(link.path) !== null || names.has(foldedPath(link.path));
      if (isAlive || link.path.includes('{{rh:')) continue;
      const line = text.slice(0, link.from).split('\n').length - 1;
      advice.push({ file: path, line, code: 'dead-link', value: link.path });
    }
  }
  return advice;
}
