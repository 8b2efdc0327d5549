import type { Frontmatter } from '../markdown/frontmatter';
import type { FrontmatterChanges } from '../markdown/frontmatter-edit';
import { joinPath } from '../vault/path';
import type { HandbookFolders } from './folders';
import { countingFirst } from './note-that-counts';
import { versionOf } from './version';

/** What the map note's frontmatter says about the vault. */
export interface MapRecord {
  readonly pack: string;
  /** The pack's version that the vault was last brought to; 0 where a set-up has not ended well. */
  readonly packVersion: number;
  /** BCP 47. */
  readonly language: string;
  readonly folders: Partial<HandbookFolders>;
  /** This handbook was added beside another one; folders and language of the vault are the other one's. */
  readonly beside: boolean;
  /** See `Pack.pin`. */
  readonly pin?: string;
}

const FOLDER_KEYS: Readonly<Record<keyof HandbookFolders, string>> = {
  handbook: 'handbook-folder',
  sources: 'sources-folder',
  weekly: 'weekly-folder',
  templates: 'templates-folder',
  home: 'home-note',
};

/** Reads a map note's record; null where it holds none (a map note that a set-up has not finished, say). */
export function readRecord(data: Frontmatter): MapRecord | null {
  const pack = data['pack'];
  const language = data['language'];
  const pin = data['pack-sha256'];
  if (typeof pack !== 'string' || typeof language !== 'string') return null;
  const folders: Partial<Record<keyof HandbookFolders, string>> = {};
  for (const [name, key] of Object.entries(FOLDER_KEYS) as [keyof HandbookFolders, string][]) {
    const value = data[key];
    if (typeof value === 'string' && value.trim() !== '') folders[name] = value.trim();
  }
  return {
    pack,
    packVersion: versionOf(data['pack-version']) ?? 0,
    language,
    folders,
    beside: String(data['beside-another']).trim() === 'true', // in quotes too
    ...(typeof pin === 'string' ? { pin } : {}),
  };
}

/** The record as frontmatter keys of the map note. */
export function recordKeys(record: MapRecord): FrontmatterChanges {
  const folders = Object.entries(FOLDER_KEYS) as [keyof HandbookFolders, string][];
  return {
    pack: record.pack,
    'pack-version': record.packVersion,
    language: record.language,
    ...Object.fromEntries(
      folders.flatMap(([name, key]) => (record.folders[name] === undefined ? [] : [[key, record.folders[name]]])),
    ),
    ...(record.beside ? { 'beside-another': true } : {}),
    ...(record.pin === undefined ? {} : { 'pack-sha256': record.pin }),
  };
}

/** A map note with what it records. */
export interface RecordedMap {
  readonly path: string;
  readonly record: MapRecord;
}

/**
 * Of the map notes of one handbook the one that counts; null where there is none.
 *
 * @param shippedPath - the map note's path in the pack that it records, or null where no such pack is known
 */
export function mapThatCounts<T extends RecordedMap>(
  maps: readonly T[],
  shippedPath: (record: MapRecord) => string | null,
): T | null {
  const own = ({ record }: T): string | null => {
    const shipped = shippedPath(record);
    const { handbook } = record.folders;
    return shipped === null || handbook === undefined
      ? null
      : joinPath(handbook, shipped.slice(shipped.indexOf('/') + 1));
  };
  return countingFirst(maps, own)[0] ?? null;
}
