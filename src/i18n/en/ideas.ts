import { plural } from './common';

export const ideas = {
  newIdea: 'New idea',
  bringIdea: 'Bring idea to the advisor',
  title: 'Ideas',
  /** The sections of an idea's note. */
  parts: {
    sentence: 'In one sentence',
    shapes: 'Shapes',
    parts: 'Parts and support',
    nearest: 'Nearest work',
    test: 'Cheapest test',
  },
  /** A new idea, below its properties. */
  note: (name: string, sentence: string, test: string) =>
    `# ${name}\n\n\`\`\`idea-gate\n\`\`\`\n\n## In one sentence\n\n${sentence}\n\n## Shapes\n\n%% Write the shape of the tensor at each step, such as B×3×224×224 %%\n\n## Parts and support\n\n%% Write one row per part: what it does, and what it stands on %%\n\n| Part | Role | Support |\n| --- | --- | --- |\n|  |  |  |\n\n## Nearest work\n\n%% Write three works, one per line: the work, a colon, how this differs %%\n\n## Cheapest test\n\n${test}\n\nStop:\n\n## Log\n`,
  /** What to write in each section. */
  hints: {
    sentence: 'Which problem does it solve, and why do present methods not?',
    shapes: 'Write the shape of the tensor at each step, such as B×3×224×224',
    parts: 'Write one row per part: what it does, and what it stands on',
    nearest: 'Write three works, one per line: the work, a colon, how this differs',
    test: 'Which small experiment comes first?',
  },
  statuses: {
    seed: 'seed',
    shaping: 'shaping',
    ready: 'ready',
    discussed: 'discussed',
    testing: 'testing',
    done: 'done',
    dropped: 'dropped',
  },
  open: (count: number) => `${plural(count, 'open point')} before it is ready`,
  ready: 'Ready to discuss',
  written: (count: number, status: string) => `${String(count)} of 5 parts written · ${status}`,
  full: 'written',
  points: {
    missing: (heading: string) => `Add the section “## ${heading}”`,
    'no-words': (what: string) => `“${what}”: nothing is written after the colon`,
    'no-support': (what: string) => `“${what}”: link a source you logged, or code with a commit`,
    'not-read': (what: string) => `“${what}”: what it links has no log entry yet`,
    few: (count: string) => `${count} of three works written: the work, a colon, how this differs`,
    'no-difference': (what: string) => `“${what}”: how does this differ?`,
    'no-stop': () => 'Which result would make you stop? One sentence after “Stop:” will do',
  },
  anyway: 'You can bring it now; open points go along',
  stands: (sources: number, code: number) =>
    `Support: ${plural(sources, 'source')} you logged, ${plural(code, 'commit')}`,
  bring: 'Bring it',
  notIdea: (path: string) => `${path} is not an idea. Write \`type: idea\` into its properties, or run “New idea”.`,
  private: (path: string) => `${path} is private (property “private”), so it is not handed on.`,
  noNote: 'Open the note of an idea first, then bring it from there.',
  goesTo: (week: string, heading: string) =>
    `It is added to the report of ${week}, under “${heading}”, with its support and what is open.`,
  makesReport: 'That report is created first.',
  wasSent: 'That report has gone out already.',
  added: (path: string) => `The idea is in ${path}.`,
  there: (path: string) => `${path} has this idea already.`,
  unclosed: (path: string) => `${path} was left alone: a code block or a comment in it was never closed.`,
  support: 'Support: ',
  stillOpen: 'Still open: ',
  form: { name: 'Name', submit: 'Create idea' },
  none: 'No idea is being worked on.',
  of5: (status: string, count: number) => `${status} · ${String(count)} of 5`,
  cli: { idea: 'What is open of an idea before it is ready to be discussed', path: 'The note of the idea' },
};
