import type { Written } from '../handbook/apply';
import type { RemovableNotes } from '../handbook/undo';
import { fingerprint } from '../text/fingerprint';

/** A write of an import, as little of it as will do to take it back. */
export interface ImportWrite {
  readonly path: string;
  /** Of the text that was written; a note whose text has another is left alone. */
  readonly print: string;
  /** What was put in place of what, and where; null where the note was made. */
  readonly edit: { readonly at: number; readonly cut: string; readonly put: string } | null;
  /** Folders that were made for it. */
  readonly folders: readonly string[];
}

/** The writes of the last import, in order. */
export interface ImportRecord {
  /** ISO date of its beginning. */
  readonly day: string;
  readonly writes: readonly ImportWrite[];
}

/** A write as it is remembered. */
export function importWrite({ path, before, after, folders = [] }: Written): ImportWrite {
  const print = fingerprint(after);
  if (before === null) return { path, print, edit: null, folders };
  let at = 0;
  const shorter = Math.min(before.length, after.length);
  while (at < shorter && before[at] === after[at]) at++;
  let end = 0;
  while (end < shorter - at && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const edit = { at, cut: before.slice(at, before.length - end), put: after.slice(at, after.length - end) };
  return { path, print, edit, folders };
}

/** What became of taking an import back. */
export interface UndoneImport {
  /** Notes that are gone again, or have their text of before. */
  readonly back: readonly string[];
  /** Notes that were changed, moved or deleted since; they stay as they are. */
  readonly kept: readonly string[];
  /** Writes that failed; they can be tried again. */
  readonly failed: readonly ImportWrite[];
}

/** Takes back each write whose note still has exactly the text that was written; last first. */
export async function undoImport({ writes }: ImportRecord, notes: RemovableNotes): Promise<UndoneImport> {
  const back: string[] = [];
  const kept: string[] = [];
  const failed: ImportWrite[] = [];
  for (const write of [...writes].reverse()) {
    const { path, print, edit } = write;
    const result =
      edit === null
        ? await notes.remove(path, (text) => fingerprint(text) === print)
        : await notes.change(path, (text) =>
            fingerprint(text) === print
              ? text.slice(0, edit.at) + edit.cut + text.slice(edit.at + edit.put.length)
              : null,
          );
    if (result.ok) back.push(path);
    else if (result.reason === 'failed' || result.reason === 'astray') failed.push(write);
    else kept.push(path);
  }
  return { back, kept, failed: failed.reverse() };
}

/** Reads a stored record; null where there is none, or none that can be read. */
export function readImportRecord(stored: unknown): ImportRecord | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { day, writes } = stored as Record<string, unknown>;
  if (typeof day !== 'string' || !Array.isArray(writes) || writes.length === 0 || !writes.every(isWrite)) return null;
  return { day, writes };
}

function isWrite(value: unknown): value is ImportWrite {
  if (typeof value !== 'object' || value === null) return false;
  const { path, print, edit, folders } = value as Record<string, unknown>;
  const isText = (one: unknown): one is string => typeof one === 'string';
  if (!isText(path) || !isText(print) || !Array.isArray(folders) || !folders.every(isText)) return false;
  if (edit === null) return true;
  if (typeof edit !== 'object') return false;
  const { at, cut, put } = edit as Record<string, unknown>;
  return typeof at === 'number' && isText(cut) && isText(put);
}
