import type { OptionProblems } from './option-problems';
import type { OptionProblem } from './problem';

/** A key with a full-width colon behind it, as Chinese keyboards type it; a list mark may stand before it. */
const KEY_BEFORE = /^(\s*(?:-\s+)?)([^\s:：#"'[\]{}][^:：#"'[\]{}]*)$/;

/** What is wrong with a text that is no YAML: what people do most by its own name and line, else the reader's words. */
export function addTextProblems<Own extends string>(
  problems: OptionProblems<Own>,
  source: string,
  read: { readonly message: string; readonly line: number },
): void {
  if (addWideColons(problems, source)) return;
  const doubled = problems.doubled();
  if (doubled !== null) {
    problems.addAt({
      ...plain('key-twice', String(doubled.path.at(-1))),
      path: doubled.path,
      places: [...doubled.places].reverse(), // the second is the one too many
      known: doubled.places.map((place) => String(place.line + 1)),
    });
    return;
  }
  problems.addAt({
    ...plain('not-yaml', read.message),
    places: [wholeLine(source.split('\n')[read.line] ?? '', read.line)],
  });
}

/**
 * Tells each line with a full-width colon behind its key; answers whether there was one.
 *
 * @param within - only lines that are a part of this text, which stands where keys were expected; left out: any
 */
export function addWideColons<Own extends string>(
  problems: OptionProblems<Own>,
  source: string,
  within?: string,
): boolean {
  let found = false;
  source.split('\n').forEach((text, line) => {
    const from = text.indexOf('：');
    const parts = from < 0 ? null : KEY_BEFORE.exec(text.slice(0, from));
    if (parts === null || within?.includes(text.trim().replace(/^-\s+/, '')) === false) return;
    const [, before = '', key = ''] = parts;
    found = true;
    problems.addAt({
      ...plain('wide-colon', text.trim()),
      places: [{ line, from, to: from + 1 }],
      known: [`${before.trim()} ${key.trimEnd()}: ${text.slice(from + 1).trim()}`.trim()],
    });
  });
  return found;
}

function plain(code: 'not-yaml' | 'wide-colon' | 'key-twice', value: string): OptionProblem {
  return { code, path: [], places: [], value, nearest: null, known: [] };
}

function wholeLine(text: string, line: number): { readonly line: number; readonly from: number; readonly to: number } {
  const from = text.length - text.trimStart().length;
  return { line, from, to: Math.max(text.trimEnd().length, from) };
}
