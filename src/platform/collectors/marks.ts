import { readFrontmatter, type Frontmatter } from '../../core/markdown/frontmatter';
import type { MarkRules } from '../../core/marks/marks-in';
import { marksOf, type Mark } from '../../core/marks/marks-of';
import { packMarks, STORED_MARKS_VERSION, unpackMarks } from '../../core/marks/stored-marks';
import { isPrivateNote, mayBePrivateNote } from '../../core/private/private-note';
import { tagsOf } from '../../core/reading/source';
import type { Steps } from '../../core/steps';
import { appYaml } from '../app-yaml';
import type { BodyCollector, NoteMeta, StoredForm } from '../vault-index/collector';
import { isBroken } from '../vault-index/note-meta';

type Marks = readonly Mark[];

const STORED: StoredForm<Marks> = {
  room: 'marks',
  version: STORED_MARKS_VERSION,
  pack: packMarks,
  unpack: unpackMarks,
};

/** What the collector goes by beside the notes. */
export interface MarkScope {
  rules(): MarkRules;
  /** Says of a note whether its marks count, by the settings as they are. */
  scope(): (path: string, frontmatter: Frontmatter) => boolean;
  /** What the rules say, as a text to be compared. */
  depends(): string;
}

/** The marks of every note that may hold some. */
export class MarkCollector implements BodyCollector<Marks> {
  readonly from = 'body';
  readonly stored = STORED;
  readonly notes = new Map<string, Marks>();
  /** Notes that were looked at since the last walk began. */
  looked = 0;
  private readonly listeners = new Set<() => void>();
  private isOther = false;
  private mayHold: ReturnType<MarkScope['scope']> | null = null;

  constructor(private readonly by: MarkScope) {}

  begin(): void {
    this.looked = 0;
    this.mayHold = null; // settings may be others now
  }

  depends(): string {
    return this.by.depends();
  }

  matters(note: NoteMeta): boolean {
    this.mayHold ??= this.by.scope();
    return this.mayHold(note.path, note.frontmatter);
  }

  *keep(note: NoteMeta, text: string): Steps<Marks | null> {
    this.looked += 1;
    const marks = yield* marksOf(text, this.by.rules());
    if (marks.length === 0) return null;
    const tags = tagsOf(note.frontmatter);
    const isHidden = isPrivateNote(note.frontmatter) || isPerhapsPrivate(note, text);
    if (tags.length === 0 && !isHidden) return marks;
    return marks.map((mark) => ({
      ...mark,
      tags: [...new Set([...mark.tags, ...tags])],
      private: mark.private || isHidden,
    }));
  }

  set(path: string, marks: Marks): void {
    this.notes.set(path, marks);
    this.changed();
  }

  remove(path: string): void {
    if (this.notes.delete(path) || this.looked % LOOKED_A_CALL === 0) this.changed();
  }

  rename(from: string, to: string): void {
    const marks = this.notes.get(from);
    this.remove(from);
    if (marks !== undefined) this.set(to, marks);
  }

  tell(): void {
    if (!this.isOther) return;
    this.isOther = false;
    for (const listener of [...this.listeners]) listener();
  }

  /** Calls back after each batch of changes, and while many notes are read now and then; answers how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private changed(): void {
    this.isOther = true;
    if (this.looked > 0 && this.looked % LOOKED_A_CALL === 0) this.tell();
  }
}

const LOOKED_A_CALL = 200;

/** The properties cannot be read, and may say that the note is private. */
function isPerhapsPrivate(note: NoteMeta, text: string): boolean {
  return (note.ahead || isBroken(note)) && !readFrontmatter(text, appYaml).ok && mayBePrivateNote(text);
}
