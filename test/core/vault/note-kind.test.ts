import { describe, expect, it } from 'vitest';
import { mayHoldLog, mayHoldTasks, noteKind } from '../../../src/core/vault/note-kind';

describe('noteKind', () => {
  it.each([
    [{ type: 'source' }, 'source'],
    [{ type: ' Source ' }, 'source'],
    [{ type: 'weekly-report' }, 'weekly-report'],
    [{ type: 'inbox' }, 'inbox'],
    [{ type: 'handed-in' }, 'handed-in'],
    [{ type: 'feedback' }, 'feedback'],
    [{ type: 'members' }, 'members'],
    [{ type: 'agenda' }, 'agenda'],
    [{ type: 'idea' }, 'idea'],
    [{ type: 'reading-group' }, 'reading-group'],
    [{ type: 'source', 'handbook-id': 'template/paper' }, 'handbook'],
    [{ 'handbook-id': 'home' }, 'handbook'],
    [{ type: 'recipe' }, null],
    [{ type: ['source'] }, null],
    [{ type: 5 }, null],
    [{}, null],
  ])('%j is %s', (frontmatter, kind) => {
    expect(noteKind(frontmatter)).toBe(kind);
  });

  it('leaves reports, the inbox, the handbook and the group’s notes out of log and tasks, and nothing of the student', () => {
    const out = ['weekly-report', 'inbox', 'handbook', 'handed-in', 'feedback', 'members', 'agenda'] as const;
    for (const holds of [mayHoldLog, mayHoldTasks]) {
      expect(([null, 'source', 'idea'] as const).map(holds)).toEqual([true, true, true]);
      expect(out.filter(holds)).toEqual([]);
    }
  });

  it('counts the questions of a reading group, and the log lines of others there as nobody’s', () => {
    expect([mayHoldLog('reading-group'), mayHoldTasks('reading-group')]).toEqual([false, true]);
  });

  it.each([null, undefined])('a note without frontmatter (%s) is none of ours', (frontmatter) => {
    expect(noteKind(frontmatter)).toBeNull();
  });
});
