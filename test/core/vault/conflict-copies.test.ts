import { expect, it } from 'vitest';
import { originalOf } from '../../../src/core/vault/conflict-copies';

it.each([
  ['a/resnet (conflicted copy 2026-08-05).md', 'a/resnet.md'],
  ["resnet (Li Lei's conflicted copy 2026-08-05).md", 'resnet.md'],
  ['resnet (Conflicted copy Phone 202608051200).md', 'resnet.md'],
  ['resnet.sync-conflict-20260805-101112-ABCDEFG.md', 'resnet.md'],
  ['resnet_conflict-20260805-101112.md', 'resnet.md'],
  ['resnet (冲突副本 2026-08-05).md', 'resnet.md'],
])('%s is a copy of %s', (path, original) => {
  expect(originalOf(path)).toEqual({ path: original, certain: true });
});

it('knows a number only for a perhaps', () => {
  expect(originalOf('a/resnet 2.md')).toEqual({ path: 'a/resnet.md', certain: false });
});

it.each([
  'resnet.md',
  'resnet (2).md',
  'A Survey (2022).md',
  'Conflict-free replicated data types.md',
  'YOLO v2.md',
  '冲突检测.md',
])('%s is no copy', (path) => {
  expect(originalOf(path)).toBeNull();
});
