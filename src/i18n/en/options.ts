import type { OptionProblemCode } from '../../core/options/problem';
import type { ProblemSentences } from '../types';
import { list, meant, on } from './problems';

const WRITE_DATE = 'Write year-month-day, such as `2026-12-01`.';

/** Counts what is like a problem that is shown. @param lines - where, as `5–12, 20`; empty where there are none to name */
const more = (count: number, lines: string): string => {
  const where = lines === '' ? '' : `, on ${/^\d+$/.test(lines) ? 'line' : 'lines'} ${lines}`;
  return `The same holds for ${String(count)} more${where}.`;
};

/** What is wrong with a block's options, and what to write instead. Backticks become code. */
export const options = {
  more,
  /** Problems of other kinds that are not shown. */
  others: (count: number) =>
    count === 1
      ? 'One more problem will show once these are fixed.'
      : `${String(count)} more problems will show once these are fixed.`,
  cause: {
    'not-yaml': (problem) => `The options cannot be read${on(problem)}`,
    'wide-colon': (problem) =>
      problem.line === null ? 'There is a full-width colon' : `Line ${String(problem.line)} has a full-width colon`,
    'key-twice': (problem) => `\`${problem.value}\` appears twice, on lines ${problem.known.join(' and ')}`,
    'not-options': () => 'These are not options',
    'unknown-key': (problem) => `Unknown key \`${problem.key}\`${on(problem)}`,
    'unknown-value': (problem) => `\`${problem.key}\`${on(problem)} cannot be \`${problem.value}\``,
    missing: (problem) => `\`${problem.key}\` is missing`,
    'no-value': (problem) => `\`${problem.key}\`${on(problem)} has no value`,
    'not-text': (problem) => `\`${problem.key}\`${on(problem)} is not text`,
    'not-number': (problem) => `\`${problem.key}\`${on(problem)} is not a number`,
    'out-of-range': (problem) => `\`${problem.key}\`${on(problem)} cannot be \`${problem.value}\``,
    'not-yes-no': (problem) => `\`${problem.key}\`${on(problem)} is neither \`true\` nor \`false\``,
    'not-entries': (problem) => `\`${problem.key}\`${on(problem)} holds something without keys`,
    'not-keys': (problem) => `\`${problem.key}\`${on(problem)} holds no \`key: value\``,
    'no-effect': (problem) => `\`${problem.key}\`${on(problem)} changes nothing beside \`${problem.value}\``,
    'not-a-day': (problem) => `\`${problem.key}\`${on(problem)} is not a date`,
    'no-such-month': (problem) => `\`${problem.key}\`${on(problem)} is not a date`,
    'no-such-day': (problem) => `\`${problem.key}\`${on(problem)} is not a date`,
  } satisfies ProblemSentences<OptionProblemCode>,
  tip: {
    'not-yaml': (problem) =>
      `Write one \`key: value\` per line, with a space after the colon, and indent with spaces. The reader says: ${problem.value}`,
    'wide-colon': (problem) => `Use a half-width colon, with a space after it: \`${problem.known[0] ?? ''}\`.`,
    'key-twice': () => 'Keep one of the two, with all that belongs to it below.',
    'not-options': () => 'Write one `key: value` per line, or leave the block empty.',
    'unknown-key': (problem) => `${meant(problem)}Known: ${list(problem.known)}.`,
    'unknown-value': (problem) => `${meant(problem)}Possible: ${list(problem.known)}.`,
    missing: (problem) => `Add it, such as \`${problem.key}: ${problem.known[0] ?? ''}\`.`,
    'no-value': (problem) => {
      if (problem.value !== '')
        return `\`#\` begins a comment. Put the text in quotes: \`${problem.key}: "${problem.value}"\`.`;
      return problem.line === null ? 'Give it one, or leave it out.' : 'Write one after the colon, or remove the line.';
    },
    'not-text': (problem) => `Put the text in quotes: \`${problem.key}: "…"\`.`,
    'not-number': (problem) => `Write digits only, such as \`${problem.key}: 12\`.`,
    'out-of-range': (problem) => `It can be from \`${problem.known[0] ?? ''}\` to \`${problem.known[1] ?? ''}\`.`,
    'not-yes-no': (problem) => `Write \`${problem.key}: true\` or \`${problem.key}: false\`.`,
    'not-entries': (problem) => `Give each entry its keys, such as \`- ${problem.known[0] ?? ''}\`.`,
    'not-keys': (problem) => `Write \`${problem.key}:\` and, indented on the next line, \`${problem.known[0] ?? ''}\`.`,
    'no-effect': () => 'Leave it out.',
    'not-a-day': () => WRITE_DATE,
    'no-such-month': () => `There is no such month. ${WRITE_DATE}`,
    'no-such-day': () => `That month has no such day. ${WRITE_DATE}`,
  } satisfies ProblemSentences<OptionProblemCode>,
};
