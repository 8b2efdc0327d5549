import { plural } from './common';

export const marks = {
  title: 'Marks',
  open: 'Open marks',
  next: 'Go to next mark',
  previous: 'Go to previous mark',
  insert: 'Insert mark',
  noneHere: 'There is no mark in this note.',
  filter: 'Filter: word -word path:',
  filterLabel: 'Filter marks',
  groupLabel: 'Group by',
  groupings: { keyword: 'By keyword', note: 'By note', folder: 'By folder', tag: 'By tag', topic: 'By topic' },
  /** Heads of groups of marks that have no tag, no topic, no folder. */
  without: { keyword: '', note: '', folder: 'Vault root', tag: 'No tag', topic: 'No topic' },
  closed: 'Done',
  count: (shown: number, all: number) => `${String(shown)} of ${plural(all, 'mark')}`,
  inReport: (count: number) => `${String(count)}, into the weekly report`,
  closeMark: (text: string) => `Mark as done: ${text}`,
  write: (line: number) => `Write to line ${String(line)}`,
  changed: (path: string) => `${path} has changed, so nothing was written. Look at the line and try again.`,
  failed: (path: string, reason: string) => `${path} could not be written: ${reason}`,
  addSource: 'Add as source',
  none: 'No marks yet',
  looked: (count: number, forms: string) =>
    `${plural(count, 'note')} looked at; none holds a keyword such as ${forms}.`,
  example: (form: string) =>
    `Begin any line with \`${form}:\` and your question. It shows here and in the weekly report.`,
  noneFit: 'No mark fits what is asked for here.',
  colon: ': ',
  cli: {
    marks: 'List marks: TODO, IDEA, ASK and other keywords',
    keyword: 'Only this keyword',
    path: 'Only in this folder or note',
    tag: 'Only with this tag',
    done: 'Done ones, too',
    badKeyword: (value: string, known: string) => `keyword=${value}: there is no such keyword. Known: ${known}.`,
    hit: (path: string, line: number, keyword: string, text: string) => `${path}:${String(line)} ${keyword} ${text}`,
  },
};
