import { describe, expect, it } from 'vitest';
import { groupNote, hasOwnName } from '../../../src/core/group/group-note';

/** Every tool of the list in the research on groups, and what else sync tools write. */
const COPIES = [
  ' (Conflicted copy MyMac 202411281430)',
  ' (conflicted copy 2026-07-10 070952)',
  " (Li Lei's conflicted copy 2019-04-24)",
  '.sync-conflict-20260801-101112-ABCDEFG',
  '-conflict',
  '-NSConflict',
  '-NSConflict-lilei',
  '-DESKTOP-AB12',
  '-LAPTOP',
  ' 2',
  ' (1)',
  '（冲突副本）',
];
const of = (path: string, frontmatter: Record<string, unknown> = {}): unknown => groupNote(path, frontmatter);

describe('a note of the group', () => {
  it('is told by its properties, wherever it lies and whatever it is called', () => {
    const properties = {
      type: 'handed-in',
      member: 'lilei',
      week: '2026-W32',
      'handed-in': '2026-08-07',
      sources: ['a', 3],
    };
    expect(of('a/b.md', properties)).toEqual({
      path: 'a/b.md',
      kind: 'handed-in',
      member: 'lilei',
      week: '2026-W32',
      on: '2026-08-07',
      sources: ['a', '3'],
      titles: [],
      byName: false,
    });
  });

  it.each(COPIES)('is told by its name where it has no properties, as 2026-W32%s', (copy) => {
    const path = `Group/lilei/2026-W32${copy}.md`;
    expect(of(path)).toMatchObject({ kind: 'handed-in', member: 'lilei', week: '2026-W32', byName: true });
    expect(of(`Group/lilei/2026-W32.feedback${copy}.md`)).toMatchObject({ kind: 'feedback', week: '2026-W32' });
    const note = groupNote(path, { type: 'handed-in' });
    expect(note).toMatchObject({ member: 'lilei', week: '2026-W32', byName: false });
    expect(note !== null && hasOwnName(note)).toBe(false);
  });

  it('has a name of its own without any of these', () => {
    for (const name of ['2026-W32', '2026-W32.feedback']) {
      const note = groupNote(`Group/lilei/${name}.md`, {});
      expect(note !== null && hasOwnName(note)).toBe(true);
    }
  });

  it.each([
    ['Group/lilei/2026-W32 draft.md', {}],
    ['Group/lilei/2026-W99.md', {}],
    ['Group/lilei/notes.md', {}],
    ['2026-W32.md', {}],
    ['Weekly/2026-W32.md', { type: 'weekly-report' }],
    ['Group/2026-W32 agenda.md', { type: 'agenda' }],
  ])('%s is none', (path, frontmatter) => {
    expect(of(path, frontmatter)).toBeNull();
  });

  it('keeps what it can of properties that are anything', () => {
    const odd = { type: 'handed-in', member: ['x'], week: 32, 'handed-in': 5, sources: 'a', titles: null };
    expect(of('Group/lilei/x.md', odd)).toMatchObject({ member: 'lilei', week: '', on: null, sources: [], titles: [] });
  });
});
