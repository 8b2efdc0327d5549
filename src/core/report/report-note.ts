import type { IsoWeek, Yaml } from '../ports';
import { noteKind } from '../vault/note-kind';
import { daysOfWeek } from '../time/iso-week';

export const REPORT_STATUSES = ['draft', 'sent', 'reviewed'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** What a report's frontmatter says of it; week and author are its identity, wherever the note lies. */
export interface ReportFacts {
  readonly week: IsoWeek;
  /** Empty where none is written. */
  readonly author: string;
  readonly status: ReportStatus;
}

/** A report in the vault. */
export interface ReportNote extends ReportFacts {
  readonly path: string;
}

export const REPORT_TYPE = 'weekly-report';

/** Reads frontmatter, or null where it is not a report's: another type, no such week, or a handbook's template. */
export function reportFacts(frontmatter: Readonly<Record<string, unknown>> | null | undefined): ReportFacts | null {
  if (frontmatter === null || frontmatter === undefined || noteKind(frontmatter) !== REPORT_TYPE) return null;
  const { week, author, status } = frontmatter;
  if (typeof week !== 'string' || daysOfWeek(week.trim()) === null) return null;
  return {
    week: week.trim(),
    author: authorText(author),
    status: REPORT_STATUSES.find((known) => known === status) ?? 'draft',
  };
}

/** The report that counts, and further notes that claim to be the same one (conflict copies). */
export interface ChosenReport {
  readonly report: ReportNote;
  readonly doubles: readonly ReportNote[];
}

/**
 * A student's report among the reports of one week: theirs, else one without an author (from before they wrote their
 * name down). Of several the one at its own path counts, else the one with the shortest path, then the first by letters.
 *
 * @param ownPath - where the plugin would create it; asked for only where it decides
 */
export function chooseReport(
  reports: readonly ReportNote[],
  author: string,
  ownPath: () => string,
): ChosenReport | null {
  const own = reports.filter((report) => report.author === author);
  const candidates = own.length > 0 ? own : reports.filter((report) => report.author === '');
  if (candidates.length > 1) {
    const home = ownPath();
    candidates.sort(
      (a, b) =>
        Number(b.path === home) - Number(a.path === home) ||
        a.path.length - b.path.length ||
        (a.path < b.path ? -1 : 1),
    );
  }
  const [report, ...doubles] = candidates;
  return report === undefined ? null : { report, doubles };
}

/**
 * A new report's properties. Nothing derived is kept there.
 *
 * @throws RangeError where there is no such week
 */
export function reportProperties(week: IsoWeek, author: string): Readonly<Record<string, string>> {
  const days = daysOfWeek(week);
  if (days === null) throw new RangeError(`No such week: ${week}`);
  return { type: REPORT_TYPE, week, start: days.start, end: days.end, author, status: 'draft' };
}

/** A new report's text: its frontmatter, then the body. @throws RangeError as `reportProperties` */
export function reportText(week: IsoWeek, author: string, body: string, yaml: Yaml): string {
  return `---\n${yaml.stringify(reportProperties(week, author))}---\n\n${body}`;
}

const FORBIDDEN = /[\\/:*?"<>|#^[\]]/g;

/**
 * Path of a report's note: `{week}` and `{author}` of the pattern filled in, `/` making folders. A pattern without
 * `{week}` gets it at its end, since two weeks cannot share a note.
 */
export function reportPath(folder: string, pattern: string, week: IsoWeek, author: string): string {
  const whole = pattern.includes('{week}') ? pattern : `${pattern} {week}`;
  const parts = whole.split('/').map((part) =>
    part
      .replace(/\{(week|author)\}/g, (_, key: string) => (key === 'week' ? week : author.replace(FORBIDDEN, '-')))
      .replace(/[\\:*?"<>|#^[\]]/g, '-')
      .replace(/^[\s_.-]+|[\s_.-]+$/g, ''),
  );
  const path = [folder, ...parts].filter((part) => part !== '').join('/');
  return `${path}.md`;
}

function authorText(author: unknown): string {
  const names = Array.isArray(author) ? author : [author];
  return names
    .filter((name): name is string | number => typeof name === 'string' || typeof name === 'number')
    .join(', ')
    .trim();
}
