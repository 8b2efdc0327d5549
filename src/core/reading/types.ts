import type { IsoDate } from '../ports';

export const SOURCE_KINDS = ['paper', 'course', 'book', 'video', 'article'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const SOURCE_STATUSES = ['inbox', 'queued', 'reading', 'read', 'dropped'] as const;
export type SourceStatus = (typeof SOURCE_STATUSES)[number];

/** What a source note's frontmatter says, read leniently: a missing or unreadable value is null or empty. */
export interface Source {
  /** Path of the note in the vault; the source's identity. */
  readonly path: string;
  readonly kind: SourceKind;
  /** The title, or the note's name where none is written. */
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number | null;
  readonly venue: string | null;
  readonly citekey: string | null;
  readonly arxiv: string | null;
  readonly doi: string | null;
  readonly url: string | null;
  readonly zotero: string | null;
  readonly status: SourceStatus;
  readonly rating: number | null;
  readonly added: IsoDate | null;
  readonly tags: readonly string[];
}

/** One thing that was read on one day, from one line of a note. */
export interface LogEntry {
  /** Path of the source the line is about. */
  readonly source: string;
  /** Path of the note that the line stands in; the source's own, a daily note, or any other. */
  readonly path: string;
  /** Line number in that note, from 0. */
  readonly line: number;
  readonly date: IsoDate;
  /** What the student wrote, without the date, the known fields and the source's link; trimmed. */
  readonly text: string;
  /** Minutes, or null where none (or none readable) is written. */
  readonly minutes: number | null;
  /** Which reading of the three-pass method, 1–3. */
  readonly pass: 1 | 2 | 3 | null;
  /** Pages as written, e.g. `4-6`. */
  readonly pages: string | null;
  /** A change of the source's status on that day. */
  readonly status: SourceStatus | null;
  /** Whether its minutes are deep work. */
  readonly deep: boolean;
  /** Its minutes count; its text never enters a report, a copy or a digest. */
  readonly private: boolean;
}

/**
 * Why a line was not understood, or only in part; that its note is a conflict copy, of which only lines that the original
 * lacks count, or one whose properties cannot be read; or that a line which this device wrote is not there any more. The
 * words for it are in `i18n`.
 */
export type LogProblemCode =
  | 'impossible-date'
  | 'long-ago'
  | 'no-date'
  | 'no-item'
  | 'future-date'
  | 'bad-minutes'
  | 'bad-pass'
  | 'bad-status'
  | 'bad-pages'
  | 'conflict-copy'
  | 'bad-properties'
  | 'line-gone';

export interface LogProblem {
  readonly path: string;
  /** Line number, from 0. */
  readonly line: number;
  readonly code: LogProblemCode;
  /** The piece of text that was not understood, as written; the whole of a line that is gone. */
  readonly value: string;
  /** Whether the line still counts as an entry (a bad number does, a bad date does not). */
  readonly counted: boolean;
}

/** What readers of the index may ask. All answers are sorted by date, then path, then line. */
export interface ReadingIndexView {
  /** Entries with `from` ≤ date ≤ `to`. */
  entriesBetween(from: IsoDate, to: IsoDate): readonly LogEntry[];
  entriesOf(source: string): readonly LogEntry[];
  source(path: string): Source | null;
  /** Sources sorted by title. */
  sources(): readonly Source[];
  problems(): readonly LogProblem[];
  /** The day of the first and of the last entry, or null where there is none. */
  bounds(): { readonly first: IsoDate; readonly last: IsoDate } | null;
}

/** What changed in the index, so that a view repaints only what it must. */
export interface ReadingChange {
  /** Days whose entries changed. */
  readonly dates: ReadonlySet<IsoDate>;
  /** Sources that were added, changed, moved (both paths) or removed. */
  readonly sources: ReadonlySet<string>;
  /** Whether the list of problems is another, if only by a line's number. */
  readonly problems: boolean;
}
