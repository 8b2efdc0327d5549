import type { StoredForm } from './collector';
import { hash, type Kept, type Stamp } from './kept-note';
import { sealText, unsealText } from './sealed-text';
import { nextTurn, type Slices } from './slices';

/** Bytes by a key on the device; whatever goes wrong there, it then holds nothing. */
export interface DeviceRecords {
  read(room: string): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Writes all of them or none (null takes one out); answers whether they were written. */
  write(room: string, records: ReadonlyMap<string, Uint8Array | null>): Promise<boolean>;
}

/** Records that a room is split into, so that a change rewrites a small part of it. */
const BUCKETS = 32;

interface Saving {
  readonly depends: string;
  readonly isBehind: (path: string) => boolean;
  /** To write bit by bit; null to write at once. */
  readonly slices: Slices | null;
}

/** A note in the store: time, size, metadata, and what was kept, packed (0 for nothing). */
type StoredNote = readonly [mtime: number, size: number, meta: number, packed: unknown];

/**
 * What one collector kept, on the device. Each record says by itself whether it is whole and whose it is, and each note in
 * it what file it came from: so records of several windows and versions may stand side by side.
 */
export class KeptStore<T> {
  /** Notes that were read from the device and have not been asked for yet. */
  private readonly stored = new Map<string, StoredNote>();
  /** Buckets in which something is other than on the device. */
  private readonly dirty = new Set<number>();

  /** @param release - of the plugin: another one may keep other things of the same note */
  constructor(
    private readonly records: DeviceRecords,
    private readonly form: StoredForm<T>,
    private readonly release: string,
  ) {}

  get isDirty(): boolean {
    return this.dirty.size > 0;
  }

  /** Reads what is on the device; what does not belong there, or was kept by other rules, is written over later. */
  async load(depends: string, slices: Slices): Promise<void> {
    const records = await this.records.read(this.form.room);
    slices.resume();
    for (const [name, bytes] of records) {
      await slices.pause();
      const notes = readRecord(bytes, this.headOf(depends));
      if (notes === null) this.dirty.add(Number(name));
      else for (const [path, note] of notes) this.stored.set(path, note);
    }
  }

  /** What is on the device of a note, if it came from the same file by the same rules; null where there is no such thing. */
  recall(path: string, { mtime, size }: Stamp, meta: number): { readonly value: T | null } | null {
    const note = this.stored.get(path);
    if (note?.[0] !== mtime || note[1] !== size || note[2] !== meta) return null;
    this.stored.delete(path);
    if (note[3] === 0) return { value: null };
    const value = this.form.unpack(note[3], path);
    return value === null ? null : { value };
  }

  /** Something else is kept of the note now. */
  touched(path: string): void {
    this.dirty.add(bucketOf(path));
  }

  /** Everything is to be written once more, since the device was cleared. */
  forget(): void {
    this.stored.clear();
    for (let bucket = 0; bucket < BUCKETS; bucket++) this.dirty.add(bucket);
  }

  /** Writes what is other than on the device. A note whose text is behind its file waits for the next time. */
  async save(kept: ReadonlyMap<string, Kept<T>>, { depends, isBehind, slices }: Saving): Promise<void> {
    const buckets = new Map([...this.dirty].map((bucket) => [bucket, [] as [string, StoredNote][]]));
    this.dirty.clear();
    for (const [path, { mtime, size, meta, value, depends: by }] of kept) {
      const bucket = buckets.get(bucketOf(path));
      if (bucket === undefined || by !== depends || Number.isNaN(mtime)) continue;
      if (slices?.isUsedUp === true) await slices.pause();
      if (isBehind(path)) {
        this.touched(path);
        continue;
      }
      bucket.push([path, [mtime, size, meta, value === null ? 0 : this.form.pack(value)]]);
    }
    const records = new Map<string, Uint8Array | null>();
    for (const [bucket, notes] of buckets) {
      if (slices !== null) await slices.pause();
      records.set(String(bucket), notes.length === 0 ? null : writeRecord(this.headOf(depends), notes));
    }
    if (slices !== null) await nextTurn();
    if (await this.records.write(this.form.room, records)) return;
    for (const bucket of buckets.keys()) this.dirty.add(bucket); // to be tried once more with what comes next
  }

  private headOf(depends: string): string {
    return JSON.stringify([this.release, this.form.version, depends]);
  }
}

function bucketOf(path: string): number {
  return hash(path) % BUCKETS;
}

function writeRecord(head: string, notes: readonly [string, StoredNote][]): Uint8Array {
  return sealText(JSON.stringify([head, notes]));
}

/** The notes of a record; null where it is damaged, or was kept by other rules. */
function readRecord(bytes: Uint8Array, head: string): readonly [string, StoredNote][] | null {
  const text = unsealText(bytes);
  if (text === null) return null;
  try {
    const record: unknown = JSON.parse(text);
    if (!Array.isArray(record) || record[0] !== head || !Array.isArray(record[1])) return null;
    const notes = record[1] as readonly unknown[];
    return notes.every(isEntry) ? notes : null;
  } catch {
    return null;
  }
}

function isEntry(value: unknown): value is [string, StoredNote] {
  if (!Array.isArray(value) || typeof value[0] !== 'string' || !Array.isArray(value[1])) return false;
  const note = value[1] as readonly unknown[];
  return note.length === 4 && typeof note[0] === 'number' && typeof note[1] === 'number' && typeof note[2] === 'number';
}
