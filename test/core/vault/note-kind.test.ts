import { describe, expect, it } from 'vitest';
import { mayHoldLog, mayHoldTasks, noteKind } from '../../../src/core/vault/note-kind';

describe('noteKind', () => {
  it.each([
    [{ type: 'source' }, 'source'],
    [{ type: ' Source ' }, 'source'],
    [{ type: 'weekly-report' }, 'weekly-report'],
    [{ type: 'inbox' }, 'inbox'],
    [{ type: 'source', 'handbook-id': 'template/paper' }, 'handbook'],
    [{ 'handbook-id': 'home' }, 'handbook'],
    [{ type: 'recipe' }, null],
    [{ type: ['source'] }, null],
    [{ type: 5 }, null],
    [{}, null],
  ])('%j is %s', (frontmatter, kind) => {
    expect(noteKind(frontmatter)).toBe(kind);
  });

  it('leaves reports, the inbox and the handbook out of log and tasks, and nothing of the student', () => {
    for (const holds of [mayHoldLog, mayHoldTasks]) {
      expect(([null, 'source', 'weekly-report', 'inbox', 'handbook'] as const).map(holds)).toEqual([
        true,
        true,
        false,
        false,
        false,
      ]);
    }
  });

  it.each([null, undefined])('a note without frontmatter (%s) is none of ours', (frontmatter) => {
    expect(noteKind(frontmatter)).toBeNull();
  });
});
