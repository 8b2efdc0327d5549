import { expect, it } from 'vitest';
import { mergeGently, mergeNote } from './merge-note';

const note = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('');

it('keeps what both sides wrote where one side changed one place', () => {
  const base = note('# Log', '', '- one', '', '## Thoughts', '', 'none yet');
  const local = note('# Log', '', '- one', '- two', '', '## Thoughts', '', 'none yet');
  const remote = note('# Log', '', '- one', '', '## Thoughts', '', 'some');
  expect(mergeNote(base, local, remote)).toBe(note('# Log', '', '- one', '- two', '', '## Thoughts', '', 'some'));
});

// Three numbers change. Between the first and the last stand 25 characters, and the longest piece that did not change among
// them has 11: less than half, so that it is not found, and the three changes become one.
const BASE = note('x = 1', 'words', 'y = 1', 'more!', 'z = 1');
const COUNTED = note('x = 2', 'words', 'y = 2', 'more!', 'z = 2');

it('replaces all from the first change to the last, and with it what the remote side wrote in between', () => {
  const remote = note('x = 1', 'my words', 'y = 1', 'more!', 'z = 1');
  expect(mergeNote(BASE, COUNTED, remote)).toBe(COUNTED);
  expect(mergeGently(BASE, COUNTED, remote)).toBe(note('x = 2', 'my words', 'y = 2', 'more!', 'z = 2'));
});

it('finds what did not change where that is half of the text or more', () => {
  const base = note('x = 1', 'some words', 'y = 1'); // 16 of 18 characters
  const counted = note('x = 2', 'some words', 'y = 2');
  expect(mergeNote(base, counted, note('x = 1', 'some more words', 'y = 1'))).toBe(
    note('x = 2', 'some more words', 'y = 2'),
  );
});

it('keeps what the remote side wrote outside of that', () => {
  const remote = note('before', ...BASE.trimEnd().split('\n'), 'after');
  expect(mergeNote(BASE, COUNTED, remote)).toBe(note('before', ...COUNTED.trimEnd().split('\n'), 'after'));
});

it('drops a change whose place the remote side wrote anew', () => {
  const remote = note('Nothing of this is what it was.');
  expect(mergeNote(BASE, COUNTED, remote)).toBe(remote);
});
