import { expect, it } from 'vitest';
import { originalOf } from '../../../src/core/vault/conflict-copies';

it.each([
  'note (conflicted copy 2026-08-05)',
  "note (Li Lei's conflicted copy 2026-08-05)",
  'note (conflicted copy 2026-07-10 070952)',
  'note (Conflicted copy Phone 202608051200)',
  'note (Conflicted copy iPad (2) 202603121129)',
  'note (Conflicted copy Mac [work] 202603121129)',
  'note (Conflict)',
  'note (Case Conflict)',
  'note (Case Conflict 1)',
  'note (Unicode Encoding Conflict)',
  'note (SFConflict li@lab.cn 2026-08-05-10-11-12)',
  'note [Conflict]',
  'note [conflicted]',
  'note.sync-conflict-20260805-101112-ABCDEFG',
  'note_conflict-20260805-101112',
  'note_LAPTOP_Aug-05-101112-2026_Conflict',
  'note-conflict',
  'note-conflict-1',
  'note.conflict',
  'note_Conflict',
  'note-NSConflict',
  'note-NSConflict-lilei',
  'note (冲突副本 2026-08-05)',
  'note（冲突副本）',
  'note 的冲突副本',
  'note (冲突)',
  'note (大小写冲突)',
])('%s is a copy of the note', (name) => {
  expect(originalOf(`a/${name}.md`)).toEqual({ path: 'a/note.md', certain: true });
});

it.each([
  'note 2',
  'note 10',
  'note (1)',
  'note(1)',
  'note（2）',
  'note copy',
  'note copy 2',
  'note - Copy',
  'note - Copy (2)',
  'note 副本',
  'note - 副本',
  'note - 副本 (2)',
  'note的副本',
  'note 拷贝',
  'Copy of note',
  'note-LAPTOP-AB12',
  'note-DESKTOP',
])('%s may be one', (name) => {
  expect(originalOf(`a/${name}.md`)).toEqual({ path: 'a/note.md', certain: false });
});

it.each([
  'note',
  'A Survey (2022)',
  'Attention 2017',
  'Conflict-free replicated data types',
  'Resolving gradient conflict',
  'Gradient conflicts in multi-task learning',
  'YOLO v2',
  'YOLOv9',
  'co-pilot',
  'copy',
  '冲突检测',
  '多任务冲突研究',
  '2026-08-05',
])('%s is no copy', (name) => {
  expect(originalOf(`a/${name}.md`)).toBeNull();
});
