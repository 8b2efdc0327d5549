import { plural } from './common';

export const search = {
  command: 'Find in the vault',
  placeholder: 'Words in any order, Chinese or English',
  reading: (done: number, all: number) => `Reading notes… ${String(done)} of ${String(all)}`,
  notes: (count: number) => `${plural(count, 'note')}, on this device`,
  hint: 'Finds passages by their words, wherever they stand. Nothing leaves this device.',
  none: (text: string) => `No passage contains “${text}”.`,
  noneHint: 'Try fewer words, or other ones for the same thing.',
  leftOut: (lines: number, notes: number) =>
    `Left out: ${[
      lines > 0 ? plural(lines, 'private line') : '',
      notes > 0 ? `${plural(notes, 'note')} (private, handed in or excluded in the settings)` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')}.`,
  ask: (count: number) =>
    `This vault has ${plural(count, 'note')}. Reading them for the first time takes a while and some battery; afterwards only changed notes are read.`,
  begin: 'Read them now',
  line: (line: number) => `line ${String(line)}`,
  keys: {
    choose: 'to choose',
    open: 'to open the line',
    tab: 'to open in a new tab',
    link: 'to insert a link',
    ask: 'to ask instead',
    close: 'to close',
  },
  insertLink: 'Insert link',
  noEditor: 'Open a note to edit first, then insert a link from here.',
  gone: (path: string) => `${path} is no longer there.`,
  cli: {
    find: 'Find passages by words, in Chinese and English',
    query: 'The words',
    limit: 'How many passages at most, 1 to 100; 10 without it',
    badLimit: (value: string) => `limit=${value}: write a whole number from 1 to 100.`,
    hit: (path: string, line: number, heading: string, text: string) =>
      `${path}:${String(line)}${heading === '' ? '' : ` ${heading}`}\n  ${text}`,
  },
};
