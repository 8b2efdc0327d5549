import { afterEach, expect, it } from 'vitest';
import { openSample, samplePlugin } from '../fixtures/sample';
import type { Host } from '../node';

let host: Host;
afterEach(() => host.close());

const unloaded = (): string | undefined => host.document.body.dataset['hsUnloaded'];

it('draws what the app draws', async () => {
  host = await openSample({
    files: {
      'a.md':
        '---\nk: hidden\n---\n# H\n\n[[b|B]] [[nowhere]] ==marked== #tag %%gone%%\n\n- [ ] todo\n- [x] done\n\n> [!tip]- Title\n> body\n\n![[b#Part]]\n\n<img src=x onerror="window.hacked=1">\n',
      'b.md': '# Other\nno\n## Part\nyes\n',
    },
  });
  await host.open('a.md');
  const note = host.$('.markdown-preview-view');
  expect(note.textContent).not.toMatch(/hidden|gone/);
  expect(host.text('h1')).toBe('H');
  expect(host.text('mark')).toBe('marked');
  expect(host.text('a.tag')).toBe('#tag');
  expect(host.$$('a.internal-link').map((a) => [a.textContent, a.hasClass('is-unresolved')])).toEqual([
    ['B', false],
    ['nowhere', true],
  ]);
  expect(host.$$('.task-list-item').map((li) => li.dataset['task'])).toEqual(['', 'x']);
  expect(host.text('.callout[data-callout="tip"] .callout-title-inner')).toBe('Title');
  expect(host.text('.callout-content')).toContain('body');
  expect(host.text('.markdown-embed')).toContain('yes');
  expect(host.text('.markdown-embed')).not.toContain('no\n');
  expect((host.window as unknown as { hacked?: number }).hacked).toBeUndefined();
});

it('gives a code block its source and place, and keeps it while its text is the same', async () => {
  host = await openSample({ files: { 'a.md': 'one\n\n```sample\nx\n```\n' } });
  await host.open('a.md');
  expect(host.text('.hs-clock')).toBe('x: 0');
  expect(host.$('.block-language-sample').dataset['section']).toBe('2');
  await host.clock.advance(3_000);
  expect(host.text('.hs-clock')).toBe('x: 3');
  await host.external.write('a.md', 'one\n\nmore\n\n```sample\nx\n```\n');
  expect(host.text('.hs-clock')).toBe('x: 3');
  expect(unloaded()).toBeUndefined();
  await host.external.write('a.md', 'one\n\n```sample\ny\n```\n');
  expect(host.text('.hs-clock')).toBe('y: 0');
  expect(unloaded()).toBe('1');
});

it('unloads a child when its element leaves, and when the note closes', async () => {
  host = await openSample({ files: { 'a.md': '```sample\nx\n```\n\n```sample\ny\n```\n', 'b.md': '' } });
  await host.open('a.md');
  expect(host.clock.timers()).toBe(2);
  host.$('.block-language-sample').remove();
  await host.settle();
  expect(unloaded()).toBe('1');
  expect(host.clock.timers()).toBe(1);
  await host.open('b.md');
  expect(unloaded()).toBe('2');
  expect(host.clock.timers()).toBe(0);
});

it('a piece moved within the document stays alive', async () => {
  host = await openSample({ files: { 'a.md': '```sample\nx\n```\n' } });
  await host.open('a.md');
  host.document.body.append(host.$('.block-language-sample'));
  await host.settle();
  expect(unloaded()).toBeUndefined();
});

it('draws code blocks in embeds and through MarkdownRenderer, without section info', async () => {
  host = await openSample({ files: { 'a.md': '![[b]]\n', 'b.md': '```sample\nx\n```\n' } });
  await host.open('a.md');
  expect(host.text('.markdown-embed .hs-clock')).toBe('x: 0');
  expect(host.$('.block-language-sample').dataset['section']).toBe('null');
  const { Component, MarkdownRenderer } = samplePlugin(host).obsidian;
  const owner = new Component();
  owner.load();
  const el = host.document.body.createDiv();
  await host.run(() => MarkdownRenderer.render(host.app, 'text **bold**', el, 'a.md', owner));
  expect(el.innerHTML).toBe('<p>text <strong>bold</strong></p>\n');
});

it('shows live preview, but the source where the cursor is', async () => {
  host = await openSample({ files: { 'a.md': 'one\n\n```sample\nx\n```\n' } });
  await host.open('a.md', 'live');
  expect(host.text('.cm-content .hs-clock')).toBe('x: 0');
  expect(host.$('.block-language-sample').dataset['section']).toBe('null'); // not in the document yet when it is drawn
  const { MarkdownView } = samplePlugin(host).obsidian;
  host.app.workspace.getActiveViewOfType(MarkdownView)?.editor.setCursor(3, 0);
  await host.settle();
  expect(host.text('.hs-clock')).toBeNull();
  expect(unloaded()).toBe('1');
  await host.open('a.md', 'source');
  expect(host.text('.cm-content')).toContain('```sample');
});

it('follows links, makes the note of a link that leads nowhere, and ticks boxes', async () => {
  host = await openSample({ files: { 'a.md': '[[b]] [[d/new]]\n\n- [ ] one\n- [ ] two\n', 'b.md': 'b' } });
  await host.open('a.md');
  await host.click(host.$$('.task-list-item-checkbox')[1] as HTMLElement);
  expect(host.read('a.md')).toContain('- [ ] one\n- [x] two\n');
  await host.click('a.internal-link');
  expect(host.app.workspace.getActiveFile()?.path).toBe('b.md');
  await host.open('a.md');
  await host.click('a.internal-link', { ctrlKey: true });
  expect(host.app.workspace.getLeavesOfType('markdown')).toHaveLength(2);
  await host.open('a.md');
  await host.click('.workspace-leaf:not(.is-hidden) a.is-unresolved');
  expect(host.exists('d/new.md')).toBe(true);
});
