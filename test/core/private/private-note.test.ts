import { describe, expect, it } from 'vitest';
import { isPrivateNote, mayBePrivateNote } from '../../../src/core/private/private-note';

describe('a note that is private as a whole', () => {
  it.each([true, 'true', 'yes', 'Private', 1, ['x'], {}])('says so by private: %j', (value) => {
    expect(isPrivateNote({ private: value })).toBe(true);
    expect(isPrivateNote({ Private: value })).toBe(true);
  });

  it.each([false, 'false', 'No', ' off ', '0', 0, '否', '不', '', null, undefined])(
    'does not by private: %j',
    (value) => {
      expect(isPrivateNote({ private: value })).toBe(false);
    },
  );

  it('is none without properties', () => {
    expect(isPrivateNote(null)).toBe(false);
    expect(isPrivateNote(undefined)).toBe(false);
    expect(isPrivateNote({ title: 'private' })).toBe(false);
  });

  it('is taken for one where its properties cannot be read and name the word', () => {
    const note = (yaml: string): string => `---\n${yaml}\n---\nwords\n`;
    for (const yaml of ['private: true\nprivate: true', '"private": yes', '  private :', 'a: [\nPRIVATE: 1']) {
      expect(mayBePrivateNote(note(yaml))).toBe(true);
    }
    for (const yaml of ['private: false\na: [', 'private: no # not yet', 'title: private', 'a: 1']) {
      expect(mayBePrivateNote(note(yaml))).toBe(false);
    }
    expect(mayBePrivateNote('private: true\n')).toBe(false);
  });
});
