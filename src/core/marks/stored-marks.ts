import type { Mark } from './marks-of';

/** Goes up when the form changes. */
export const STORED_MARKS_VERSION = 1;

const [DONE, PRIVATE] = [1, 2];

/** Marks as plain data, for the store on the device. */
export function packMarks(marks: readonly Mark[]): unknown {
  return marks.map(({ line, at, keyword, arg, text, tags, heading, done, private: hidden }) => [
    line,
    at,
    (done ? DONE : 0) + (hidden ? PRIVATE : 0),
    [keyword, arg, text, ...tags],
    heading,
  ]);
}

/** Null where it is no such data. */
export function unpackMarks(packed: unknown): Mark[] | null {
  if (!Array.isArray(packed) || packed.length === 0) return null;
  const marks: Mark[] = [];
  for (const one of packed as readonly unknown[]) {
    if (!Array.isArray(one)) return null;
    const [line, at, flags, words, heading] = one as readonly unknown[];
    if (!isCount(line) || !isCount(at) || !isCount(flags) || flags > DONE + PRIVATE || !isTexts(words)) return null;
    if (heading !== null && typeof heading !== 'string') return null;
    const [keyword = '', arg = '', text = '', ...tags] = words;
    const [done, hidden] = [(flags & DONE) > 0, (flags & PRIVATE) > 0];
    marks.push({ line, at, keyword, arg, text, tags, heading, done, private: hidden });
  }
  return marks;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length >= 3 && value.every((one) => typeof one === 'string');
}
