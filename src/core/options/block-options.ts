import type { Yaml } from '../ports';
import { OptionMap } from './option-map';
import { OptionProblems } from './option-problems';
import { parseText } from './parse-text';
import { plainValue } from './script-values';
import { addTextProblems, addWideColons } from './text-problems';

/** A code block's options while they are read: ask `root` for each; what was wrong gathers in `problems`. */
export interface BlockOptions<Own extends string = never> {
  readonly root: OptionMap<Own>;
  readonly problems: OptionProblems<Own>;
}

/** Reads the text of a code block as YAML. An empty block is one without options; text that is none is a problem. */
export function readBlockOptions<Own extends string = never>(source: string, yaml: Yaml): BlockOptions<Own> {
  const problems = new OptionProblems<Own>(source);
  if (source.trim() === '') return { root: new OptionMap({}, [], problems), problems };
  const read = parseText(source, yaml);
  if (!('values' in read)) {
    addTextProblems(problems, source, read);
    return { root: new OptionMap({}, [], problems), problems };
  }
  return readValues(read.values, problems);
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
  if (problems.source === null || !addWideColons(problems, problems.source)) {
    problems.add('not-options', [], { value: typeof values === 'string' ? values : '' });
  }
  return { root: new OptionMap({}, [], problems), problems };
}
