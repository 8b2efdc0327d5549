import { afterEach, expect, it } from 'vitest';
import { type Host, openHost } from '../node';
import { layoutOf, statesIn } from './layout';

let host: Host | null = null;
afterEach(() => host?.close());

it('a layout tells what its leaves show, however its groups are split', () => {
  const [a, b] = [{ type: 'markdown', state: { file: 'a.md' } }, { type: 'empty' }];
  expect(statesIn(layoutOf([a, b]))).toEqual([a, b]);
  expect(statesIn({ type: 'split', children: [layoutOf([b]), layoutOf([a])] })).toEqual([b, a]);
  expect(statesIn(undefined)).toEqual([]);
});

it('a changed layout takes the place of the tabs in the middle, as the Homepage plugin asks for at the start', async () => {
  const opened = (host = await openHost({ files: { 'a.md': 'a', 'b.md': 'b' } }));
  await opened.open('a.md');
  const { workspace } = opened.app;
  const { main } = workspace.getLayout();
  await opened.run(() => workspace.getLeaf('tab').openFile(opened.app.vault.getFileByPath('b.md') as never));
  await opened.run(() => workspace.changeLayout({ main }));
  await opened.settle();
  expect(opened.$$('.workspace-leaf')).toHaveLength(1);
  expect(workspace.getActiveFile()?.path).toBe('a.md');
  expect(opened.errors).toEqual([]);
});

it('has what Vim mode reads on the window, for plugins that put commands of their own there', async () => {
  const opened = (host = await openHost({}));
  expect(opened.window).toMatchObject({ CodeMirrorAdapter: { commands: {} } });
});
