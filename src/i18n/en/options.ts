import type { SaidProblem } from '../types';

const on = (problem: SaidProblem): string => (problem.line === null ? '' : ` on line ${String(problem.line)}`);
const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
const meant = (problem: SaidProblem): string =>
  problem.nearest === null ? '' : `Did you mean \`${problem.nearest}\`? `;
const WRITE_DATE = 'Write year-month-day, such as `2026-12-01`.';

/** What is wrong with a block's options, and what to write instead. Backticks become code. */
export const options = {
  cause: {
    'not-yaml': (problem: SaidProblem) => `The options cannot be read${on(problem)}`,
    'not-options': (_problem: SaidProblem) => 'These are no options',
    'unknown-key': (problem: SaidProblem) => `Unknown key \`${problem.key}\`${on(problem)}`,
    'unknown-value': (problem: SaidProblem) => `\`${problem.key}\`${on(problem)} cannot be \`${problem.value}\``,
    missing: (problem: SaidProblem) => `\`${problem.key}\` is missing`,
    'no-value': (problem: SaidProblem) => `\`${problem.key}\`${on(problem)} has no value`,
    'not-text': (problem: SaidProblem) => `\`${problem.key}\`${on(problem)} is not text`,
    'not-number': (problem: SaidProblem) => `\`${problem.key}\`${on(problem)} is not a number`,
    'out-of-range': (problem: SaidProblem) => `\`${problem.key}\`${on(problem)} cannot be \`${problem.value}\``,
    'not-yes-no': (problem: SaidProblem) => `\`${problem.key}\`${on(problem)} is neither \`true\` nor \`false\``,
    'not-entries': (problem: SaidProblem) => `\`${problem.key}\`${on(problem)} holds something without keys`,
    'not-a-day': (problem: SaidProblem) => `\`${problem.key}\`${on(problem)} is not a date`,
    'no-such-month': (problem: SaidProblem) => `\`${problem.key}\`${on(problem)} is not a date`,
    'no-such-day': (problem: SaidProblem) => `\`${problem.key}\`${on(problem)} is not a date`,
  },
  tip: {
    'not-yaml': (problem: SaidProblem) =>
      `Write one \`key: value\` a line, with a space after the colon, and indent with spaces. The reader says: ${problem.value}`,
    'not-options': (_problem: SaidProblem) => 'Write one `key: value` a line, or leave the block empty.',
    'unknown-key': (problem: SaidProblem) => `${meant(problem)}Known: ${list(problem.known)}.`,
    'unknown-value': (problem: SaidProblem) => `${meant(problem)}Possible: ${list(problem.known)}.`,
    missing: (problem: SaidProblem) => `Add a line \`${problem.key}: …\`.`,
    'no-value': (problem: SaidProblem) => {
      if (problem.value !== '')
        return `\`#\` begins a comment. Put the text in quotes: \`${problem.key}: "${problem.value}"\`.`;
      return problem.line === null ? 'Give it one, or leave it out.' : 'Write one after the colon, or remove the line.';
    },
    'not-text': (problem: SaidProblem) => `Put the text in quotes: \`${problem.key}: "…"\`.`,
    'not-number': (problem: SaidProblem) => `Write digits only, such as \`${problem.key}: 12\`.`,
    'out-of-range': (problem: SaidProblem) =>
      `It can be from \`${problem.known[0] ?? ''}\` to \`${problem.known[1] ?? ''}\`.`,
    'not-yes-no': (problem: SaidProblem) => `Write \`${problem.key}: true\` or \`${problem.key}: false\`.`,
    'not-entries': (_problem: SaidProblem) => 'Write each entry as `- name: …`, with its other keys indented below.',
    'not-a-day': (_problem: SaidProblem) => WRITE_DATE,
    'no-such-month': (_problem: SaidProblem) => `There is no such month. ${WRITE_DATE}`,
    'no-such-day': (_problem: SaidProblem) => `That month has no such day. ${WRITE_DATE}`,
  },
};
