import { describe, expect, it } from 'vitest';
import { noteFields } from '../../../src/core/markdown/note-fields';
import { inOneGo } from '../../../src/core/steps';

const fields = (note: string) =>
  inOneGo(noteFields(note)).map(({ line, key, value, date, private: hidden }) =>
    [line, key, value, date ?? '', hidden ? 'private' : ''].filter((part) => part !== '').join(' '),
  );

// After Dataview's documentation, “Adding metadata to your notes”.
describe('fields in the text of a note', () => {
  it.each([
    ['Basic Field:: Some random Value', ['0 basic field Some random Value']],
    ['**Bold Field**:: Nice!', ['0 bold field Nice!']],
    ['- mood:: 4', ['0 mood 4']],
    ['I would rate this a [rating:: 9]! It was [mood:: acceptable].', ['0 rating 9', '0 mood acceptable']],
    ['This will not show the (longKeyIDontNeedWhenReading:: key).', ['0 longkeyidontneedwhenreading key']],
    ['心情:: 好', ['0 心情 好']],
    ['- 2026-08-04 ran [km:: 5]', ['0 km 5 2026-08-04']],
    ['- [[2026-08-04]] ran [km:: 5]', ['0 km 5 2026-08-04']],
    ['> mood:: 4', []], // a quote is somebody else's
    ['mood::', []],
    ['a sentence: with mood:: 4', []],
    ['```\nmood:: 4\n```', []],
    ['%% mood:: 4 %%', []],
    ['---\nmood: 4\n---\n', []],
    ['- [private:: true] mood\n  - mood:: 4', ['0 private true private', '1 mood 4 private']],
  ])('%j', (note, expected) => {
    expect(fields(note)).toEqual(expected);
  });
});
