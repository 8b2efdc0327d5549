// What belongs to a private item leaves by no command, and home does not show it.
import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';
import { DAY, source } from './vault';

let host: Host;
afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

const PATH = '周报/2026-W32.md';
const report = (week: string, body: string): string =>
  `---\ntype: weekly-report\nweek: ${week}\nstatus: draft\n---\n\n${body}`;
const button = (text: string): HTMLElement => {
  const found = host.$$('.modal button').find((one) => one.textContent === text);
  if (found === undefined) throw new Error(`no button ${text}`);
  return found;
};
const block = (text: string, name: string): string =>
  new RegExp(`%% rh:begin ${name} \\w{6} %%\\n([^]*?)\\n?%% rh:end ${name} %%`).exec(text)?.[1]?.trim() ??
  'no such block';

/** Every line below a private item says 隐, in every way that such a line is written. */
const HIDDEN = [
  '1. 隐 [private:: true]',
  '   - [ ] 隐',
  '  - 隐',
  '隐',
  '2) 隐 [private:: true]',
  '',
  '   隐',
  '> [!note] 公开的标题',
  '> - [ ] 隐 [private:: true]',
  '>   - [x] 隐 ✅ 2026-08-04',
  '> - [ ] 公开的一条',
  '',
  '- 隐 [private:: true]',
  '```',
  '隐',
  '```',
].join('\n');

const FILES = {
  '文献/resnet.md': source('Deep Residual Learning', [
    '2026-08-04 公开的话 [min:: 30]',
    '私事 [private:: true]\n  - 2026-08-05 隐 [min:: 20]',
  ]),
  '周报/2026-W31.md': report(
    '2026-W31',
    `## 下周计划\n\n- [ ] 复现表 2\n  - [x] 读代码\n  - 服务器排队\n${HIDDEN}\n\n## 导师反馈\n\n- 补消融\n${HIDDEN}\n`,
  ),
  '实验/清单.md': `${HIDDEN}\n- [x] 跑通 ✅ 2026-08-04\n`,
  '主页.md': '```this-week\n```\n',
};
const open = async (files: Record<string, string>): Promise<void> => {
  const data = { contentLanguage: 'zh', taskFolders: '实验' };
  host = await openHost({ plugin: true, files, now: DAY, language: 'zh', data });
};

describe('what belongs to a private item', () => {
  it('is not in the new report, which holds a remark after a nested task with the item that holds both', async () => {
    await open(FILES);
    await host.command('research-handbook:create-weekly-report');
    const text = host.read(PATH);
    expect(text).not.toContain('隐');
    const plan = block(text, 'plan-review');
    expect(plan).toContain('○ 复现表 2（服务器排队） · ');
    expect(plan.split('\n').filter((line) => line.startsWith('- ○'))).toHaveLength(3);
    expect(plan).toContain('✓ 读代码 · ');
    expect(plan).toContain('○ 公开的一条 · ');
    expect(plan).toContain('补消融');
    expect(block(text, 'done')).toBe('### 本周完成\n\n- 跑通 · [[清单]]');
    // Its minutes count: 30 and 20.
    expect(block(text, 'reading')).toBe(
      '### 本周阅读\n\n- [[resnet|Deep Residual Learning]] · 2 次 · 50 分钟\n  - 公开的话',
    );
  });

  it.each(['plain', 'markdown'])('is not on the clipboard, copied as %s', async (form) => {
    await open({ ...FILES, [PATH]: report('2026-W32', `## 实验\n\n- 学习率 0.1 发散\n${HIDDEN}\n`) });
    await host.open(PATH, 'preview');
    await host.command('research-handbook:copy-weekly-report');
    await host.click(`.modal input[value="${form}"]`);
    expect(host.text('.modal')).not.toContain('隐');
    await host.click(button('复制'));
    const copied = await host.run(host.window.navigator.clipboard.readText());
    expect(copied).not.toContain('隐');
    expect(copied).toContain('学习率 0.1 发散');
    expect(copied).toContain('公开的一条');
    expect(copied.includes('- [ ] 公开的一条')).toBe(form === 'markdown');
  });

  it('is not on home', async () => {
    await open(FILES);
    await host.open('主页.md', 'preview');
    await host.settle();
    const plan = host.text('.rh-plan') ?? '';
    expect(plan).toContain('复现表 2');
    expect(plan).toContain('公开的一条');
    expect(plan).not.toMatch(/隐|服务器排队/);
  });
});
