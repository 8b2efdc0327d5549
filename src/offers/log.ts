import type { LogInput } from '../core/reading/log-input';

/** What the form starts with; `source` is a path, citekey, name or title, the rest as it would be typed. */
export type LogPrefill = Partial<LogInput> & { readonly source?: string };

/** The reading log. */
export interface Log {
  /** Opens the form that logs a sitting, filled in as far as known. */
  openForm(prefill?: LogPrefill): void;
  /** Opens the list of log lines that were not understood. */
  showProblems(): void;
}
