import { linksOfLine } from '../markdown/links';
import { hasWords, partsOf, wordsOf } from '../markdown/parts';
import { plainWords } from '../markdown/plain-words';
import { scanNote, type ScannedLine } from '../markdown/scan';
import { headingKey } from '../markdown/sections';
import { tableRows } from '../markdown/table';
import { privateLines } from '../private/private-lines';
import { workLines } from '../sessions/work-lines';
import { inOneGo } from '../steps';
import { readStatusNote, type StatusNote } from '../vault/status-note';
import { parseValue, type Metric } from './metric';
import { readRun, type Run } from './runs';

export const EXPERIMENT_STATUSES = ['planned', 'running', 'done', 'failed'] as const;
export type ExperimentStatus = (typeof EXPERIMENT_STATUSES)[number];
export type ExperimentNote = StatusNote<ExperimentStatus>;

/** Reads frontmatter, or null where it is not an experiment's. */
export const experimentNote = readStatusNote('experiment', EXPERIMENT_STATUSES);

/** The parts of an experiment's note that are asked for. */
export const EXPERIMENT_PARTS = ['hypothesis', 'data', 'results', 'why'] as const;
export type ExperimentPart = (typeof EXPERIMENT_PARTS)[number];

/** What is missing: a part without words, a number to compare with, what the student concludes. */
export type MissingPart = Exclude<ExperimentPart, 'results'> | 'baseline' | 'verdict';

/** What an experiment's note tells. */
export interface Experiment {
  readonly runs: readonly Run[];
  /** What the results are compared with, private ones aside. */
  readonly baselines: readonly Metric[];
  /** What the student concludes, on one line; empty where nothing is written, or it is private. */
  readonly verdict: string;
  readonly missing: readonly MissingPart[];
}

export interface ExperimentRules {
  /** What the sections may be headed with: their names in each language. */
  readonly headings: readonly Readonly<Record<ExperimentPart, string>>[];
  /** Names of the log's heading, in every language. */
  readonly logHeadings: readonly string[];
  /** Whether a link in the note, by its path, leads to a note that is private as a whole, and not named. */
  readonly isPrivate: (link: string) => boolean;
}

/**
 * Reads an experiment's note: its runs, what they are compared with (a table under the results with a column for the
 * baseline), the verdict (a line `Verdict: …` there), and what is missing. Before an experiment is over, nobody can say why it
 * came out so.
 */
export function readExperiment(text: string, status: ExperimentStatus, rules: ExperimentRules): Experiment {
  const isOver = status === 'done' || status === 'failed';
  const lines = scanNote(text);
  const secret = privateLines(lines);
  const parts = partsOf(lines, EXPERIMENT_PARTS, rules.headings);
  const isHidden = ({ number, text: written }: ScannedLine): boolean =>
    secret.has(number) || linksOfLine(written).some(({ path }) => rules.isPrivate(path));
  const bodyOf = (part: ExperimentPart): readonly ScannedLine[] => parts.get(part)?.body ?? [];
  const isEmpty = (part: ExperimentPart): boolean => !bodyOf(part).some((line) => hasWords(wordsOf(line)));
  const compared = tableRows(bodyOf('results')).flatMap(({ line, cells, head }) => {
    const column = head.findIndex((name) => /^(?:基线|baseline)/.test(headingKey(name)));
    const read = parseValue(cells[column] ?? '');
    return read?.value == null ? [] : [{ line, name: plainWords(cells[0] ?? ''), ...read }];
  });
  const verdict = bodyOf('results').flatMap((line) => {
    const said = VERDICT.exec(wordsOf(line))?.[1] ?? '';
    if (!hasWords(said)) return [];
    return [isHidden(line) ? '' : plainWords(said)];
  });
  const open: readonly (MissingPart | false)[] = [
    isEmpty('hypothesis') && 'hypothesis',
    isEmpty('data') && 'data',
    compared.length === 0 && 'baseline',
    isOver && verdict.length === 0 && 'verdict',
    isOver && isEmpty('why') && 'why',
  ];
  return {
    runs: inOneGo(workLines(text, rules.logHeadings)).flatMap((line) => readRun(line) ?? []),
    baselines: compared.filter(({ line }) => !isHidden(line)),
    verdict: verdict.join(' '),
    missing: open.filter((one) => one !== false),
  };
}

const VERDICT = /^[\s*_]*(?:判断|结论|verdict)[\s*_]*[:：][\s*_]*(.*)/i;
