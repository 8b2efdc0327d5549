import type { Yaml } from '../ports';
import { OptionMap } from './option-map';
import { OptionProblems } from './option-problems';
import type { OptionProblem } from './problem';
import { plainValue } from './script-values';

/** A code block's options while they are read: ask `root` for each; what was wrong gathers in `problems`. */
export interface BlockOptions<Own extends string = never> {
  readonly root: OptionMap<Own>;
  readonly problems: OptionProblems<Own>;
}

/** Reads the text of a code block as YAML. An empty block is one without options; text that is none is a problem. */
export function readBlockOptions<Own extends string = never>(source: string, yaml: Yaml): BlockOptions<Own> {
  const problems = new OptionProblems<Own>(source);
  if (source.trim() === '') return { root: new OptionMap({}, [], problems), problems };
  let values: unknown;
  try {
    values = yaml.parse(source);
  } catch (error) {
    problems.addAt(yamlProblem(source, error instanceof Error ? error.message : String(error)));
    return { root: new OptionMap({}, [], problems), problems };
  }
  return readValues(values, problems);
}

/** Takes options that a script hands over, which have no text to point at. */
export function readScriptOptions<Own extends string = never>(values: unknown): BlockOptions<Own> {
  return readValues(plainValue(values), new OptionProblems<Own>(null));
}

function readValues<Own extends string>(values: unknown, problems: OptionProblems<Own>): BlockOptions<Own> {
  if (values === null || values === undefined) return { root: new OptionMap({}, [], problems), problems };
  if (typeof values === 'object' && !Array.isArray(values)) {
    return { root: new OptionMap(values as Record<string, unknown>, [], problems), problems };
  }
  problems.add('not-options', [], { value: typeof values === 'string' ? values : '' });
  return { root: new OptionMap({}, [], problems), problems };
}

/** The parser's own message, at the line that it names (`at line 2, column 3`), else at the first line. */
function yamlProblem(source: string, message: string): OptionProblem {
  const named = /\bline (\d+)/.exec(message) ?? /\((\d+):\d+\)/.exec(message);
  const lines = source.split('\n');
  const line = Math.min(Math.max(Number(named?.[1] ?? 1) - 1, 0), lines.length - 1);
  const text = lines[line] ?? '';
  const from = text.length - text.trimStart().length;
  const first = (message.split('\n')[0] ?? '').replace(/\s+at line \d+, column \d+:?\s*$/, '');
  return {
    code: 'not-yaml',
    path: [],
    places: [{ line, from, to: Math.max(text.trimEnd().length, from) }],
    value: first,
    nearest: null,
    known: [],
  };
}
