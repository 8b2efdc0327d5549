import { MAP_ID } from '../../core/handbook/pack';
import { readRecord, type MapRecord, type RecordedMap } from '../../core/handbook/record';
import { isOpenMark } from '../../core/home/checklist';
import type { HandbookNote } from '../../core/home/handbook-steps';
import { noteName } from '../../core/vault/path';
import type { MetadataCollector, NoteMeta } from '../vault-index/collector';
import type { MetadataHandle, VaultIndex } from '../vault-index/vault-index';

/** Notes of one pack in one language; `null` for whatever pack. */
export interface NotesOf {
  readonly pack: string | null;
  readonly language: string;
}

/** What the cache knows of a note with a `handbook-id`. */
interface KnownNote {
  readonly pack: unknown;
  /** As it is written; any text at all. */
  readonly language: unknown;
  readonly note: HandbookNote;
  /** Of a map note. */
  readonly record: MapRecord | null;
}

/** Every note that says it is one of a handbook's, copies among them, with its checkboxes. */
export class HandbookNoteCollector implements MetadataCollector<KnownNote> {
  readonly from = 'metadata';
  private readonly byId = new Map<string, Map<string, KnownNote>>();
  private readonly idOf = new Map<string, string>();
  private readonly listeners = new Set<() => void>();
  private readonly handle: MetadataHandle;
  private isOther = false;

  /** @param isInPack - whether a path lies in the folder of a pack, whose notes are nobody's until they are set up */
  constructor(
    vault: VaultIndex,
    private readonly isInPack: (path: string) => boolean,
  ) {
    this.handle = vault.addMetadata(this);
  }

  /** Notes with an id in a language; one, unless a sync made copies. */
  withId(id: string, of: NotesOf): readonly HandbookNote[] {
    this.handle.now();
    return [...(this.byId.get(id)?.values() ?? [])].flatMap((known) => (this.isOf(known, of) ? known.note : []));
  }

  /** Ids of all notes. */
  ids(of: NotesOf): readonly string[] {
    this.handle.now();
    return [...this.byId].flatMap(([id, notes]) =>
      [...notes.values()].some((known) => this.isOf(known, of)) ? id : [],
    );
  }

  private isOf({ pack, language, note }: KnownNote, of: NotesOf): boolean {
    return language === of.language && (of.pack === null || pack === of.pack) && !this.isInPack(note.path);
  }

  /** Map notes that record something, of whatever handbook. */
  maps(): readonly RecordedMap[] {
    this.handle.now();
    return [...(this.byId.get(MAP_ID) ?? [])].flatMap(([path, { record }]) =>
      record === null || this.isInPack(path) ? [] : { path, record },
    );
  }

  /** Calls back after a change of any of them; answers how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  keep({ path, frontmatter, cache }: NoteMeta): KnownNote | null {
    const id = frontmatter['handbook-id'];
    if (typeof id !== 'string') return null;
    const open: number[] = [];
    const settled: number[] = [];
    for (const { task, position } of cache?.listItems ?? []) {
      if (task !== undefined) (isOpenMark(task) ? open : settled).push(position.start.line);
    }
    const title = cache?.headings?.find(({ level }) => level === 1)?.heading ?? noteName(path);
    const record = id === MAP_ID ? readRecord(frontmatter) : null;
    const { handbook: pack, 'handbook-lang': language } = frontmatter;
    return { pack, language, note: { path, id, title, open, settled }, record };
  }

  set(path: string, known: KnownNote): void {
    const { id } = known.note;
    const before = this.take(path);
    if (JSON.stringify(before) !== JSON.stringify(known)) this.isOther = true;
    const notes = this.byId.get(id);
    if (notes === undefined) this.byId.set(id, new Map([[path, known]]));
    else notes.set(path, known);
    this.idOf.set(path, id);
  }

  remove(path: string): void {
    if (this.take(path) !== null) this.isOther = true;
  }

  rename(from: string, to: string): void {
    const known = this.take(from);
    if (known !== null) this.set(to, { ...known, note: { ...known.note, path: to } });
  }

  tell(): void {
    if (!this.isOther) return;
    this.isOther = false;
    for (const listener of [...this.listeners]) listener();
  }

  private take(path: string): KnownNote | null {
    const id = this.idOf.get(path);
    if (id === undefined) return null;
    const notes = this.byId.get(id);
    const known = notes?.get(path) ?? null;
    notes?.delete(path);
    if (notes?.size === 0) this.byId.delete(id);
    this.idOf.delete(path);
    return known;
  }
}
