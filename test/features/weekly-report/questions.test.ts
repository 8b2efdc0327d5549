import { afterEach, expect, it } from 'vitest';
import { renderBlock } from '../../../src/core/block/guarded-block';
import { sharedMarkdown } from '../../../src/core/report/sharing';
import { type Host, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

const PATH = '周报/2026-W32.md';
const ASKS = Array.from({ length: 12 }, (_, at) => `提问：问题${String(at + 1).padStart(2, '0')}？`).join('\n\n');

async function weekly(flags: Record<string, string> = {}): Promise<string> {
  await host.cli('research-handbook:weekly', { format: 'json', ...flags });
  return (await host.read(PATH)) ?? '';
}

const open = (files: Record<string, string>, more: object = {}): Promise<void> =>
  openHost({
    plugin: true,
    now: '2026-08-06T16:20:00',
    language: 'zh',
    data: { contentLanguage: 'zh' },
    files,
    ...more,
  }).then((opened) => {
    host = opened;
  });

it('lists open ASK marks with their place, ten at most, until they are done, and no private ones', async () => {
  await open({
    'MAE.md': `## 遮挡\n\n${ASKS}\n\nASK: secret1 [private:: true]\n\n~~ASK: 答过了~~\n\nTODO 别的\n`,
    'diary.md': '---\nprivate: true\n---\nASK: secret2\n',
  });
  const report = await weekly();
  expect(report).toContain('### 笔记里的提问\n\n- 问题01？ · [[MAE#遮挡|MAE]]\n- 问题02？');
  expect(report).toContain('- 问题10？ · [[MAE#遮挡|MAE]]\n  %% 标记列表里还有 2 条。 %%');
  for (const absent of ['问题11', 'secret', '答过了', '别的']) expect(report).not.toContain(absent);
  const shared = sharedMarkdown(report, { title: null, keepsEmpty: false, nothing: [], questions: ['请导师回答'] });
  expect(shared).toMatch(/## 请导师回答\n\n- 问题01？ · MAE\n- 问题02？[^#]*- 问题10？ · MAE\n/);
  expect(shared).not.toContain('笔记里的提问');

  await host.external.write('MAE.md', '## 遮挡\n\n- [x] 提问：问题01？\n- [ ] 提问：问题02？\n');
  const again = await weekly({ refresh: 'true' });
  expect(again).not.toContain('问题01');
  expect(again).toContain('- 问题02？ · [[MAE#遮挡|MAE]]');
});

it('says what would stand there, for the student alone', async () => {
  await open({ 'a.md': 'TODO x\n' });
  const report = await weekly();
  expect(report).toContain('%% 笔记里以「提问：」开头的一行会列在这里，直到在「打开标记列表」里标为完成。 %%');
  expect(sharedMarkdown(report)).not.toContain('提问');
});

it('does not read a large vault for the first time on a phone unasked', async () => {
  const many = Object.fromEntries(Array.from({ length: 3001 }, (_, at) => [`n/${String(at)}.md`, '提问：x\n']));
  await open(many, { mobile: true });
  const report = await weekly();
  expect(report).toContain('这台设备还没有读过笔记里的标记');
  expect(host.reads.filter((path) => path.startsWith('n/'))).toEqual([]);

  // Another device has read them.
  const listed = renderBlock('questions', '### 笔记里的提问\n\n- 电脑上列出的问题？ · [[a|a]]', '\n');
  await host.external.write(PATH, report.replace(/%% rh:begin questions [^]*?%% rh:end questions %%\n?/, listed));
  await host.settle();
  const answer = await host.cli('research-handbook:weekly', { format: 'json', refresh: 'true' });
  expect((JSON.parse(answer) as { blocks: Record<string, string> }).blocks['questions']).toBe('unchanged');
  expect(host.read(PATH)).toContain('- 电脑上列出的问题？ · [[a|a]]');
});
