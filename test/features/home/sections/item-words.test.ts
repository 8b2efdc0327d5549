import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../../host/node';

let host: Host;
afterEach(() => host.close());

const HOME = '主页.md';
const STEPS = '手册/第一周.md';
const step = (words: string): string =>
  `---\nhandbook: cv-lab\nhandbook-id: start/start-here\nhandbook-lang: zh\n---\n\n# 第一周\n\n- [ ] ${words}\n`;

async function openStep(words: string): Promise<void> {
  host = await openHost({
    plugin: true,
    language: 'zh',
    now: '2026-11-05T16:20:00',
    files: {
      [HOME]: '```research-home\nsections: [handbook-steps]\n```\n',
      [STEPS]: step(words),
      '慢即是快.md': '# 慢\n',
    },
  });
  await host.open(HOME);
}
const row = (): HTMLElement => host.$('.rh-steps .rh-check-row');
const links = (): (readonly [string, string | null])[] =>
  [...row().querySelectorAll('a')].map((a) => [a.textContent, a.getAttribute('href')] as const);
const active = (): string | undefined => host.app.workspace.getActiveFile()?.path;

describe('the words of a step on the home page', () => {
  it('keep their links: each leads where it leads in the note, the other words to their line', async () => {
    await openStep('先读[[慢即是快|心态]]，再看 [课程](https://cs231n.github.io/) 的**讲义**');
    expect(row().textContent).toBe('先读心态，再看 课程 的讲义');
    expect(links()).toEqual([
      ['先读', STEPS],
      ['心态', '慢即是快'],
      ['课程', 'https://cs231n.github.io/'],
    ]);
    await host.click(row().querySelector('.rh-inner-link') ?? '');
    await host.settle();
    expect(active()).toBe('慢即是快.md');
    await host.open(HOME);
    await host.click([...row().querySelectorAll<HTMLElement>('.rh-link')].at(-1) ?? '');
    await host.settle();
    expect(active()).toBe(STEPS);
    expect(host.faults.writes).toEqual([]);
    expect(host.errors).toEqual([]);
  });

  it('make no note where a link leads nowhere: then its line is opened', async () => {
    await openStep('写下 [[还没有的笔记]]');
    await host.click(row().querySelector('.rh-inner-link') ?? '');
    await host.settle();
    expect(active()).toBe(STEPS);
    expect(host.faults.writes).toEqual([]);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd'])(
    'follow no address that runs or reads something: %s',
    async (address) => {
      await openStep(`点 [这里](${address}) 看`);
      expect(row().textContent).toBe('点 这里 看');
      expect(links()).toEqual([['点 ', STEPS]]);
    },
  );
});
