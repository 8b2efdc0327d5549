import { expect, it } from 'vitest';
import { copyPath, type Incoming, settle, YOUNG } from './settle';

const NOW = 10_000_000;
const OLD = NOW - YOUNG;

/** A note with the base `base`, changed here to `local` (in a file older than a few minutes) and there, later, to `remote`. */
const both = (change: Partial<Incoming> = {}): Incoming => ({
  path: 'n.md',
  local: { text: 'local', ctime: OLD, mtime: 5 },
  known: { text: 'base', ctime: OLD, mtime: 1 },
  synced: 'base',
  remote: { text: 'remote', ctime: OLD, mtime: 9 },
  first: false,
  strategy: 'merge',
  now: NOW,
  ...change,
});
const local = (text: string, times: { ctime?: number; mtime?: number } = {}): Incoming['local'] => ({
  text,
  ctime: OLD,
  mtime: 5,
  ...times,
});
const TAKEN = { how: 'taken', text: 'remote' };
const KEPT = { how: 'kept' };
const REMOVED = { how: 'removed' };
const gone = { text: null, ctime: OLD, mtime: 9 };

it('takes what is new where nothing was changed here', () => {
  expect(settle(both({ local: null, known: undefined, synced: undefined }))).toEqual(TAKEN);
  expect(settle(both({ local: local('base') }))).toEqual(TAKEN);
  expect(settle(both({ local: local('base'), remote: gone }))).toEqual(REMOVED);
  expect(settle(both({ local: local('remote') }))).toEqual(KEPT);
});

it('keeps a change against a deletion, on either side', () => {
  expect(settle(both({ remote: gone }))).toEqual(KEPT);
  expect(settle(both({ local: null }))).toEqual(TAKEN);
  expect(settle(both({ local: null, remote: gone }))).toEqual(KEPT);
});

it('merges a note that both changed', () => {
  const found = settle(
    both({
      known: { text: 'one\ntwo\n', ctime: OLD, mtime: 1 },
      local: local('one\ntwo\nthree\n'),
      remote: { text: 'zero\none\ntwo\n', ctime: OLD, mtime: 9 },
    }),
  );
  expect(found).toEqual({ how: 'merged', text: 'zero\none\ntwo\nthree\n' });
});

it('lets the newer whole text win where there is no base, the remote one against a young file', () => {
  const noBase = { known: undefined, synced: undefined };
  expect(settle(both(noBase))).toEqual(TAKEN);
  expect(settle(both({ ...noBase, local: local('local', { mtime: 9 }) }))).toEqual(KEPT);
  expect(settle(both({ ...noBase, local: local('local', { mtime: 9, ctime: OLD + 1 }) }))).toEqual(TAKEN);
  expect(settle(both({ known: { text: '', ctime: OLD, mtime: 1 }, local: local('local', { mtime: 9 }) }))).toEqual(
    KEPT,
  );
  expect(settle(both({ known: gone, local: local('local', { mtime: 9 }) }))).toEqual(KEPT);
});

it('replaces by what is newer when a device meets the vault for the first time, and merges nothing', () => {
  const first = { first: true, known: undefined, synced: undefined };
  expect(settle(both(first))).toEqual(TAKEN);
  expect(settle(both({ ...first, path: 'n.canvas' }))).toEqual(TAKEN);
  expect(settle(both({ ...first, local: local('local', { mtime: 9 }) }))).toEqual(KEPT);
  expect(settle(both({ ...first, local: local('local', { mtime: 9, ctime: NOW }) }))).toEqual(KEPT);
  expect(settle(both({ ...first, local: local('', { mtime: 9 }) }))).toEqual(KEPT);
});

it('takes the remote text for an empty note, and never an empty one for it', () => {
  expect(settle(both({ local: local('') }))).toEqual(TAKEN);
  expect(settle(both({ remote: { text: '', ctime: OLD, mtime: 9 } }))).toEqual(KEPT);
});

it('keeps its own where the server has no more than it had', () => {
  expect(settle(both({ remote: { text: 'base', ctime: OLD, mtime: 9 } }))).toEqual(KEPT);
  expect(settle(both({ remote: { text: 'sent', ctime: OLD, mtime: 9 }, synced: 'sent' }))).toEqual(KEPT);
});

it('lets the local one win for all files but notes', () => {
  for (const path of ['n.canvas', 'data.json', 'picture.png', 'n.md.bak']) {
    expect(settle(both({ path })), path).toEqual(KEPT);
  }
});

it('merges the config folder by keys, and takes what is none whole', () => {
  const path = '.obsidian/app.json';
  const json = settle(both({ path, local: local('{"a":1}'), remote: { text: '{"b":2}', ctime: OLD, mtime: 9 } }));
  expect(json).toEqual({ how: 'merged', text: '{\n  "a": 1,\n  "b": 2\n}' });
  expect(settle(both({ path: '.obsidian/snippets/x.css' }))).toEqual(TAKEN);
  expect(settle(both({ path, local: local('{"a":1}'), remote: { text: '', ctime: OLD, mtime: 9 } }))).toEqual(KEPT);
});

it('keeps both apart where conflicts are to be, with or without a base', () => {
  const copied = { how: 'copied', text: 'remote', copy: 'local' };
  expect(settle(both({ strategy: 'conflict' }))).toEqual(copied);
  expect(settle(both({ strategy: 'conflict', known: undefined, synced: undefined }))).toEqual(copied);
  expect(settle(both({ strategy: 'conflict', local: local('') }))).toEqual(TAKEN);
  expect(settle(both({ strategy: 'conflict', path: 'n.canvas' }))).toEqual(KEPT);
});

it('names a copy after the device and its own time', () => {
  expect(copyPath('周报/2026-W32.md', 'iPad (2)', '2026-08-06 16:20:59')).toBe(
    '周报/2026-W32 (Conflicted copy iPad (2) 202608061620).md',
  );
  expect(copyPath('n.md', ' lab/desk ', '2026-08-06 06:05:00')).toBe('n (Conflicted copy lab_desk 202608060605).md');
});
