import type { Frontmatter } from '../core/markdown/frontmatter';
import type { FrontmatterChanges } from '../core/markdown/frontmatter-edit';
import type { LogInput } from '../core/reading/log-input';
import type { NewLogLine } from '../core/reading/log-line';
import type { Batch, Stopped } from './batch';

/** What the form starts with; `source` is a path, citekey, name or title, the rest as it would be typed. */
export type LogPrefill = Partial<LogInput> & { readonly source?: string };

/** A sitting with a source. */
export interface LoggedReading {
  /** Path of the source's note, or of an idea's or an experiment's, which have a log of their own. */
  readonly source: string;
  readonly entry: NewLogLine;
  /** What the note's properties become in the same write, by those that it has then. */
  readonly properties?: (known: Frontmatter) => FrontmatterChanges;
}

/** What became of a line that was to be appended. */
export type AppendedLine =
  /** `line`: as it stands in the note. */
  | { readonly outcome: 'appended'; readonly path: string; readonly line: string }
  /** The line is not in the note; `message` says why, in the interface's words. */
  | { readonly outcome: 'failed'; readonly reason: LogFailure; readonly message: string }
  | Stopped;

/**
 * - `unclosed`: a code block or comment of the note was never closed, so that the line would not count
 * - `gone`: there is no note at the path
 * - `not-written`: the write failed
 */
export type LogFailure = 'unclosed' | 'gone' | 'not-written';

/** The reading log. */
export interface Log {
  /** Opens the form that logs a sitting, filled in as far as known. */
  openForm(prefill?: LogPrefill): void;
  /**
   * Appends a line to the log of each one's source, without any form, and takes the latest change of status into the
   * source's properties. Lines of one note keep their order and are one write; notes come in the order of their first line.
   * The metadata cache and the index are waited for once, for all; one that fails does not keep the others from being
   * written.
   *
   * @returns what became of each, in the order of `readings`
   */
  append(readings: readonly LoggedReading[], batch?: Batch): Promise<readonly AppendedLine[]>;
  /** Opens the list of log lines that were not understood. */
  showProblems(): void;
}
