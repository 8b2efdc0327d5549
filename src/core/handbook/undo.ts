import type { NoteStore, WriteResult } from '../ports';
import { isOther } from '../pack/check';
import type { Failed, Written } from './apply';

/** Notes that can be taken out again: into the trash that the student chose, never for good. */
export interface RemovableNotes extends NoteStore {
  /** Puts a note into the trash if `check` still agrees with its text; `changed` if it does not. */
  remove(path: string, check: (text: string) => boolean | Promise<boolean>): Promise<WriteResult>;
}

/** The writes of the last set-up or update, in order. */
export interface UndoRecord {
  readonly kind: 'set-up' | 'update';
  readonly writes: readonly Written[];
  /** Whether it came to its end with every write done; otherwise running it again goes on with this record. */
  readonly finished: boolean;
}

export interface Undone {
  /** Notes that were taken out again. */
  readonly removed: readonly string[];
  /** Notes that have their earlier text again. */
  readonly restored: readonly string[];
  /** Notes that were changed, moved or deleted since; they stay as they are. */
  readonly kept: readonly string[];
  readonly failed: readonly Failed[];
}

/**
 * Takes back each write whose note still has exactly the text that was written; last first, so the record goes first.
 *
 * @param hashOf - of what lies at a path: for pictures that is what was remembered
 */
export async function undoWrites(
  { writes }: Pick<UndoRecord, 'writes'>,
  notes: RemovableNotes,
  hashOf?: (path: string) => Promise<string>,
): Promise<Undone> {
  const removed: string[] = [];
  const restored: string[] = [];
  const kept: string[] = [];
  const failed: Failed[] = [];
  for (const { path, before, after } of [...writes].reverse()) {
    const result =
      before === null
        ? await notes.remove(path, async (text) => (isOther(path) ? await hashOf?.(path) : text) === after)
        : await notes.change(path, (text) => (text === after ? before : null));
    if (result.ok) (before === null ? removed : restored).push(path);
    else if (result.reason === 'failed' || result.reason === 'astray')
      failed.push({ path, reason: result.reason, message: result.message });
    else kept.push(path);
  }
  return { removed, restored, kept, failed };
}

/** Folders that the recorded writes made: they were not there before. */
export function madeFolders({ writes }: Pick<UndoRecord, 'writes'>): string[] {
  return writes.flatMap(({ folders = [] }) => folders);
}

/** Reads a stored record; null where there is none, or none that can be read. */
export function readUndoRecord(stored: unknown): UndoRecord | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { kind, writes, finished } = stored as Record<string, unknown>;
  if ((kind !== 'set-up' && kind !== 'update') || !Array.isArray(writes) || !writes.every(isWritten)) return null;
  return writes.length === 0 ? null : { kind, writes, finished: finished === true };
}

function isWritten(value: unknown): value is Written {
  if (typeof value !== 'object' || value === null) return false;
  const { path, before, after, folders = [] } = value as Record<string, unknown>;
  return (
    typeof path === 'string' &&
    typeof after === 'string' &&
    (before === null || typeof before === 'string') &&
    Array.isArray(folders) &&
    folders.every((folder) => typeof folder === 'string')
  );
}
