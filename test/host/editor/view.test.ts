import type { MarkdownView } from 'obsidian';
import { afterEach, expect, it } from 'vitest';
import { openSample, samplePlugin } from '../fixtures/sample';
import type { Host } from '../node';

let host: Host;
afterEach(() => host.close());

const view = (): MarkdownView => {
  const found = host.app.workspace.getActiveViewOfType(samplePlugin(host).obsidian.MarkdownView);
  if (found === null) throw new Error('no note is open');
  return found;
};

it('saves typing after two seconds, at once when asked, and when the note closes', async () => {
  host = await openSample({ files: { 'a.md': 'a\n', 'b.md': '' } });
  await host.open('a.md', 'live');
  view().editor.replaceRange('1', { line: 1, ch: 0 });
  await host.clock.advance(1_900);
  expect(host.read('a.md')).toBe('a\n');
  await host.clock.advance(100);
  expect(host.read('a.md')).toBe('a\n1');
  view().editor.replaceRange('2', { line: 1, ch: 1 });
  await host.run(() => view().save());
  expect(host.read('a.md')).toBe('a\n12');
  view().editor.replaceRange('3', { line: 1, ch: 2 });
  await host.open('b.md');
  expect(host.read('a.md')).toBe('a\n123');
});

it('an outer change reaches an open editor, and is merged with unsaved typing', async () => {
  host = await openSample({ files: { 'a.md': 'one\ntwo\nthree\n' } });
  await host.open('a.md', 'live');
  await host.external.write('a.md', 'ONE\ntwo\nthree\n');
  expect(view().editor.getValue()).toBe('ONE\ntwo\nthree\n');
  view().editor.replaceRange(' typed', { line: 2, ch: 5 });
  await host.external.write('a.md', 'ONE\nTWO\nthree\n');
  expect(view().editor.getValue()).toBe('ONE\nTWO\nthree typed\n');
  await host.clock.advance(2_000);
  expect(host.read('a.md')).toBe('ONE\nTWO\nthree typed\n');
});

it('a plugin’s own write reaches an open editor without losing typing', async () => {
  host = await openSample({ files: { 'a.md': 'one\n' } });
  await host.open('a.md', 'live');
  view().editor.replaceRange('typed\n', { line: 1, ch: 0 });
  const file = host.app.vault.getFileByPath('a.md');
  if (file === null) throw new Error('no file');
  await host.run(() => host.app.vault.process(file, (t) => `zero\n${t}`));
  await host.clock.advance(2_000);
  expect(host.read('a.md')).toBe('zero\none\ntyped\n');
});

it('keeps its note through a rename, and closes with its deletion', async () => {
  host = await openSample({ files: { 'a.md': 'a' } });
  await host.open('a.md', 'live');
  const file = host.app.vault.getFileByPath('a.md');
  if (file === null) throw new Error('no file');
  await host.run(() => host.app.fileManager.renameFile(file, 'b.md'));
  expect(view().file?.path).toBe('b.md');
  await host.run(() => host.app.vault.delete(file));
  await host.settle();
  expect(host.app.workspace.getLeavesOfType('markdown')).toEqual([]);
});

it('opens links in the leaf asked for', async () => {
  host = await openSample({ files: { 'a.md': '', 'b.md': '' } });
  await host.open('a.md');
  await host.run(() => host.app.workspace.openLinkText('b', 'a.md', 'tab'));
  expect(host.app.workspace.getLeavesOfType('markdown')).toHaveLength(2);
  expect(host.app.workspace.getActiveFile()?.path).toBe('b.md');
  await host.run(() => host.app.workspace.openLinkText('a', 'b.md'));
  expect(host.app.workspace.getLeavesOfType('markdown')).toHaveLength(2);
});

it('edits by line and column', async () => {
  host = await openSample({ files: { 'a.md': '一二\nthree four\n' } });
  await host.open('a.md', 'live');
  const { editor } = view();
  editor.setCursor({ line: 1, ch: 6 });
  editor.replaceSelection('X ');
  expect(editor.getLine(1)).toBe('three X four');
  expect(editor.getCursor()).toEqual({ line: 1, ch: 8 });
  expect(editor.getRange({ line: 0, ch: 1 }, { line: 1, ch: 5 })).toBe('二\nthree');
  expect(editor.offsetToPos(editor.posToOffset({ line: 1, ch: 3 }))).toEqual({ line: 1, ch: 3 });
  editor.undo();
  expect(editor.getLine(1)).toBe('three four');
});
