import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderBlock } from '../../../src/core/block/guarded-block';
import { sharedMarkdown, sharedPlainText } from '../../../src/core/report/sharing';

const REPORT = [
  '---',
  'type: weekly-report',
  'week: 2026-W32',
  '---',
  '',
  '# 2026-W32',
  '',
  '## 本周阅读',
  '',
  renderBlock('reading', '- [[文献/resnet|Deep Residual Learning]] · 2 次 · 95 分钟：推导 3.2 节'),
  '',
  '%% 每篇用自己的话说一句。 %%',
  '',
  '**残差**就是 `x + F(x)`，见 [论文](https://arxiv.org/abs/1512.03385)。 ^a1b2c3',
  '<!-- 写给自己 -->',
  '',
  '## 实验',
  '',
  '%% 改了什么。 %%',
  '',
  '## 问题与阻塞',
  '',
  '- 显存不够 %% 别提是谁占的 %%',
  '- 和同学吵架 [private:: true]',
  '  - 细节',
  '- 服务器排队',
  '',
  '## 下周计划',
  '',
  '- [x] 读完',
  '- [ ] 复现表 2',
  '- [ ] ',
  '',
  '## 导师反馈',
  '',
].join('\n');

describe('Markdown to send', () => {
  it('lets nothing out of a block that a comment around it hides, nor what stands behind it in the comment', () => {
    const text = `A\n\n%%\nsecret1\n${renderBlock('reading', '- secret2')}\nsecret3\n%%\n\nB\n`;
    expect(sharedMarkdown(text)).toBe('A\n\nB\n');
  });

  it('keeps a private line back that stands so far in that it is code', () => {
    expect(sharedMarkdown('A\n\n    - secret [private:: true]\n')).toBe('A\n');
  });

  it('keeps back what belongs to a private item, numbered, quoted or in a callout', () => {
    const list = (mark: string): string =>
      `${mark} secret [private:: true]\n    - secret\n\n      secret\n${mark} open\n`;
    const quoted = (text: string): string => text.replace(/^/gm, '> ').replace(/> $/, '');
    for (const mark of ['-', '1.', '12)', '- [ ]']) {
      expect(sharedMarkdown(list(mark))).toBe(`${mark} open\n`);
      expect(sharedMarkdown(quoted(list(mark)))).toBe(`> ${mark} open\n`);
      expect(sharedMarkdown(`> [!note] Title\n${quoted(list(mark))}`)).toBe(`> [!note] Title\n> ${mark} open\n`);
    }
  });

  it('keeps a callout back whose title is private', () => {
    expect(sharedMarkdown('A\n\n> [!note] secret [private:: true]\n> secret\n>\n> secret\n\nB\n')).toBe('A\n\nB\n');
  });

  it('holds the report’s words and nothing that is for the student alone', () => {
    expect(sharedMarkdown(REPORT)).toBe(
      [
        '# 2026-W32',
        '',
        '## 本周阅读',
        '',
        '- Deep Residual Learning · 2 次 · 95 分钟：推导 3.2 节',
        '',
        '**残差**就是 `x + F(x)`，见 [论文](https://arxiv.org/abs/1512.03385)。',
        '',
        '## 问题与阻塞',
        '',
        '- 显存不够',
        '- 服务器排队',
        '',
        '## 下周计划',
        '',
        '- [x] 读完',
        '- [ ] 复现表 2',
        '',
      ].join('\n'),
    );
  });

  it('leaves code as it is', () => {
    const code = '## 实验\n\n```sh\n# [[no link]] %% no comment %%\n- [private:: true]\n```\n';
    expect(sharedMarkdown(code)).toBe(code);
  });

  it('keeps what follows a damaged marker', () => {
    const damaged = '## 阅读\n\n%% rh:begin reading 123456\n\n- 我的话\n\n%% rh:end reading %%\n\n后面\n';
    const shared = sharedMarkdown(damaged);
    expect(shared).toContain('- 我的话');
    expect(shared).toContain('后面');
    expect(shared).not.toContain('rh:');
  });
});

const TITLE = { text: '周报 2026-W32（8 月 3–9 日）李雷', week: '2026-W32', start: '2026-08-03', end: '2026-08-09' };
const NOTHING = ['本周没有阅读记录。', '还没有更早的周报。', 'No plan was written in .'];
const FORM = { title: TITLE, keepsEmpty: false, nothing: NOTHING };
const place = '[[2026-W31#下周计划|2026-W31]]';
const SENT = [
  '# 2026-W32',
  '',
  '2026-08-03 – 2026-08-09',
  '',
  '## 本周记录',
  '',
  renderBlock(
    'plan-review',
    `### 上周计划回顾\n\n- ✓ 读完 · ${place}\n- ○ 复现（排队） · ${place}\n- 导师：补消融 · ${place}`,
  ),
  renderBlock(
    'reading',
    '### 本周阅读\n\n- [[mae|MAE]] · 2 次\n  - 推导 3.2 节\n  - \\# 井号\n  %% 读了 3 次，局限还没写。 %%',
  ),
  renderBlock('done', '%% 还没选任务在哪。 %%'),
  renderBlock('numbers', '### 数字\n\n本周 2 次。'),
  '',
  '## 收获与疑问',
  '',
  '第一段。',
  '',
  '第二段。',
  '',
  '## 实验',
  '',
  '## 下周计划',
  '',
  '- [ ] 补全消融表',
  '',
].join('\n');

describe('what reaches the advisor', () => {
  it('begins with week, days and name, in place of what the note says of itself', () => {
    const shared = sharedMarkdown(SENT, FORM);
    expect(shared).toMatch(/^# 周报 2026-W32（8 月 3–9 日）李雷\n\n## 上周计划回顾\n/);
    expect(shared.match(/2026/g)).toHaveLength(1);
    const own = SENT.replace('# 2026-W32\n\n2026-08-03 – 2026-08-09', '# 收敛的一周\n\n从 2026-08-03 起换了数据。');
    expect(sharedMarkdown(own, FORM)).toContain('# 收敛的一周\n\n从 2026-08-03 起换了数据。\n');
  });

  it('names no week behind the items of a plan, but keeps links that the student wrote there', () => {
    expect(sharedMarkdown(SENT, FORM)).toContain('- ✓ 读完\n- ○ 复现（排队）\n- 导师：补消融\n');
    const written = SENT.replace('- [ ] 补全消融表', '- [ ] 补全消融表 · [[2026-W31]]');
    expect(sharedMarkdown(written, FORM)).toContain('- [ ] 补全消融表 · 2026-W31\n');
  });

  it('holds no hint meant for the student', () => {
    for (const shared of [sharedMarkdown(SENT, FORM), sharedPlainText(SENT, FORM)]) {
      expect(shared).not.toMatch(/局限|还没选/);
    }
  });

  it('leaves a heading out that heads generated parts alone, and keeps it where words of the student’s stand there', () => {
    expect(sharedMarkdown(SENT, FORM)).not.toContain('本周记录');
    const written = SENT.replace('## 收获与疑问', '我补的。\n\n## 收获与疑问');
    expect(sharedMarkdown(written, FORM)).toContain('## 本周记录\n\n### 上周计划回顾\n');
    const own = '## MAE 项目\n\n### 结果\n\n68.4\n';
    expect(sharedMarkdown(own, FORM)).toContain(own);
  });

  it('leaves out what has nothing to tell, unless empty sections are to stay', () => {
    const bare = SENT.replace(/- \[\[mae[^]*?%%\n/, '- 本周没有阅读记录。\n  %% 去记。 %%\n').replace(
      /- ✓ 读完[^]*?\n\n/,
      `- No plan was written in ${place}.\n\n`,
    );
    const shared = sharedMarkdown(bare, FORM);
    expect(shared).not.toMatch(/本周阅读|没有阅读记录|No plan|上周计划|## 实验/);
    expect(shared).toContain('## 数字');
    const kept = sharedMarkdown(bare, { ...FORM, keepsEmpty: true });
    expect(kept).toContain('- 本周没有阅读记录。\n');
    expect(kept).toContain('## 实验\n');
    expect(kept).not.toContain('去记');
    // A sentence of the student's own is theirs, whatever it says.
    const own = bare.replace('第一段。', '- 本周没有阅读记录。');
    expect(sharedMarkdown(own, FORM)).toContain('- 本周没有阅读记录。');
  });

  it('stands in a chat with headings that are told apart and no blank lines around them', () => {
    expect(sharedPlainText(SENT, FORM, (heading) => `【${heading}】`)).toBe(
      [
        '周报 2026-W32（8 月 3–9 日）李雷',
        '【上周计划回顾】',
        '✓ 读完',
        '○ 复现（排队）',
        '- 导师：补消融',
        '【本周阅读】',
        '- MAE · 2 次',
        '  - 推导 3.2 节',
        '  - # 井号',
        '【数字】',
        '本周 2 次。',
        '【收获与疑问】',
        '第一段。',
        '',
        '第二段。',
        '【下周计划】',
        '○ 补全消融表',
        '',
      ].join('\n'),
    );
  });
});

describe('plain text for a chat', () => {
  it('shows no Markdown', () => {
    expect(sharedPlainText(REPORT)).toBe(
      [
        '2026-W32',
        '本周阅读',
        '- Deep Residual Learning · 2 次 · 95 分钟：推导 3.2 节',
        '',
        '残差就是 x + F(x)，见 论文 (https://arxiv.org/abs/1512.03385)。',
        '问题与阻塞',
        '- 显存不够',
        '- 服务器排队',
        '下周计划',
        '✓ 读完',
        '○ 复现表 2',
        '',
      ].join('\n'),
    );
  });

  it('leaves formulas as they are written', () => {
    expect(sharedPlainText('损失 $a *b* c_i$ 与\n\n$$\n*x*\n$$\n')).toBe('损失 $a *b* c_i$ 与\n\n*x*\n');
  });

  it('has items right below the words before them', () => {
    expect(sharedPlainText('## 请导师回答\n\n两层够吗？\n\n- 补零还是投影？\n\n再见。\n')).toBe(
      '请导师回答\n两层够吗？\n- 补零还是投影？\n\n再见。\n',
    );
  });

  it('reads tables, quotes and numbered lists', () => {
    const rich =
      '| 方法 | mIoU |\n| --- | ---: |\n| ours | 81.2 |\n\n> [!note] 注意\n> 再跑一次\n\n1. **先**做\n2. 再做\n';
    expect(sharedPlainText(rich)).toBe('方法 | mIoU\nours | 81.2\n\n注意\n再跑一次\n\n1. 先做\n2. 再做\n');
  });
});

describe('properties', () => {
  const secret = 'SECRET';
  const hidden = fc.constantFrom(
    `- x [private:: true] ${secret}`,
    `  * (private:: yes) ${secret}`,
    `%% ${secret} %%`,
    `words %% ${secret} %% words`,
    `<!-- ${secret} -->`,
    `%%\n${secret}\n\n- ${secret}\n%%`,
    `- [private:: 是] a\n  - ${secret}\n\n    ${secret}`,
    `- 【private】${secret}`,
  );
  const open = fc.constantFrom('', 'words', '- item', '## Head', '  - nested', '- [ ] todo', '> quote', '1. one');
  const note = fc
    .array(fc.oneof(hidden, open, fc.constant(renderBlock('reading', '- [[a|A]]'))), { maxLength: 12 })
    .map((parts) => parts.join('\n'));

  it('lets nothing private or commented out through, in any arrangement', () => {
    fc.assert(
      fc.property(note, (text) => {
        for (const shared of [
          ...[sharedMarkdown(text), sharedPlainText(text)],
          ...[sharedMarkdown(text, FORM), sharedPlainText(text, { ...FORM, keepsEmpty: true })],
        ]) {
          expect(shared).not.toContain(secret);
          expect(shared).not.toMatch(/rh:(begin|end)|%%|<!--/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same when shared again', () => {
    fc.assert(fc.property(note, (text) => sharedMarkdown(sharedMarkdown(text)) === sharedMarkdown(text)));
  });
});
