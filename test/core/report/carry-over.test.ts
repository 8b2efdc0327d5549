import { describe, expect, it } from 'vitest';
import { feedbackOf, planOf } from '../../../src/core/report/carry-over';

const NAMES = ['下周计划', "Next week's plan"];
const report = (text: string): { week: string; path: string; text: string } => ({
  week: '2026-W31',
  path: '周报/2026-W31.md',
  text,
});

describe('last week’s plan', () => {
  it('says what was done and what was not, and why not', () => {
    const text = [
      '## 下周计划',
      '',
      '%% 写几件小事。 %%',
      '',
      '- [x] 读完 ResNet ✅ 2026-08-01',
      '- [ ] 复现表 2',
      '  - 服务器排队',
      '- [ ] 跑消融 [reason:: 数据没到]',
      '- [ ] ',
      '- [/] 写相关工作 🔼 📅 2026-08-07',
      '- 没有框的一条',
      '1. [X] 组会报告',
      '- [ ] 见医生 [private:: true]',
      '',
      '## 导师反馈',
      '- [ ] 不在计划里',
    ].join('\n');
    const plan = planOf(report(text), NAMES);
    expect(plan.place).toEqual({ path: '周报/2026-W31.md', heading: '下周计划' });
    expect(plan.items).toEqual([
      { text: '读完 ResNet', done: true, reason: null },
      { text: '复现表 2', done: false, reason: '服务器排队' },
      { text: '跑消融', done: false, reason: '数据没到' },
      { text: '写相关工作', done: false, reason: null },
      { text: '没有框的一条', done: false, reason: null },
      { text: '组会报告', done: true, reason: null },
    ]);
  });

  it('takes steps with a box of their own as items', () => {
    const plan = planOf(report('## next week’s PLAN:\n- [ ] a\n  - [x] b\n'), NAMES);
    expect(plan.items.map(({ text, done }) => [text, done])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });

  it.each([
    ['at its level', '- [ ] A\n  - [x] a1\n  - remark'],
    ['with tabs', '- [ ] A\n\t- [x] a1\n\t- remark'],
    ['further in than a task above', '- [ ] A\n    - [x] a1\n  - remark'],
    ['after one that is deeper still', '- [ ] A\n  - [x] a1\n    - [x] a2\n  - remark', ['a2']],
    ['as a number', '1. [ ] A\n   1. [x] a1\n   2. remark'],
    ['as a number that stands in by two', '1. [ ] A\n  1. [x] a1\n  2. remark'],
    ['in a quote', '> - [ ] A\n>   - [x] a1\n>   - remark'],
    ['in a callout with tabs', '> [!todo]\n> - [ ] A\n>\t- [x] a1\n>\t- remark'],
    ['below a blank line', '- [ ] A\n  - [x] a1\n\n  - remark'],
    ['as a paragraph', '- [ ] A\n  - [x] a1\n\n  remark'],
    ['as a quote', '- [ ] A\n  - [x] a1\n\n  > remark'],
    ['below a plain item', '- A\n  - [x] a1\n  - remark'],
  ])('takes a remark after a nested task, %s, for one on the item that holds both', (_name, list, more = []) => {
    const plan = planOf(report(`## 下周计划\n\n${list}\n- [ ] B\n`), NAMES);
    expect(plan.items).toEqual([
      { text: 'A', done: false, reason: 'remark' },
      ...['a1', ...more].map((text) => ({ text, done: true, reason: null })),
      { text: 'B', done: false, reason: null },
    ]);
  });

  it.each([
    ['on the task that it stands below', '- [ ] A\n  - [ ] a1\n    - remark', [null, 'remark']],
    ['on the task whose words it goes on with', '- [ ] A\n  - [ ] a1\n  remark', [null, 'remark']],
    [
      'on both, each by its place',
      '- [ ] A\n  - remark\n  - [ ] a1\n    - remark\n  - remark',
      ['remark; remark', 'remark'],
    ],
  ])('takes a remark for one %s', (_name, list, reasons) => {
    const plan = planOf(report(`## 下周计划\n\n${list}\n`), NAMES);
    expect(plan.items.map(({ reason }) => reason)).toEqual(reasons);
  });

  it.each([
    ['a bullet at the outermost level', '- [ ] A\n  - [x] a1\n- B'],
    ['a bullet one column further in, which does not nest', '- [ ] A\n  - [x] a1\n - B'],
    ['a paragraph outside of the list', '- [ ] A\n  - [x] a1\n\nB'],
    ['a quote that begins at the outermost level', '- [ ] A\n  - [x] a1\n> B'],
    ['what follows a private item', '- [ ] A\n  - [x] a1\n- [private] x\n> B'],
    ['what stands in a callout with a title', '> [!todo] A\n> - [x] a1\n\n- B'],
    ['an item of another quote', '> - [ ] A\n>   - [x] a1\n\n  - B'],
  ])('takes %s for an item of its own', (_name, list) => {
    const plan = planOf(report(`## 下周计划\n\n${list}\n`), NAMES);
    expect(plan.items.map(({ text }) => text)).toEqual(['A', 'a1', 'B']);
  });

  it('holds neither a private item nor what belongs to it', () => {
    const list =
      '1. [ ] A\n   - 看病 [private:: true]\n     - 周三下午\n   - 排队\n2. [ ] 看病 [private:: true]\n   - [ ] 挂号\n3. B';
    expect(planOf(report(`## 下周计划\n\n${list}\n`), NAMES).items).toEqual([
      { text: 'A', done: false, reason: '排队' },
      { text: 'B', done: false, reason: null },
    ]);
  });

  it('holds nothing where there is no such heading', () => {
    expect(planOf(report('# W31\n\n- [ ] a\n'), NAMES)).toEqual({
      week: '2026-W31',
      place: { path: '周报/2026-W31.md', heading: null },
      items: [],
    });
  });
});

describe('the advisor’s feedback', () => {
  const of = (text: string): string[] => feedbackOf(report(text), ['导师反馈']).map((one) => one.text);

  it('stays until it is ticked', () => {
    expect(of('## 导师反馈\n\n- [ ] 补消融\n- [x] 换数据集\n- 看看 MAE\n')).toEqual(['补消融', '看看 MAE']);
  });

  it('may be written as paragraphs, with lines below', () => {
    expect(of('## 导师反馈\n\n第一段\n接着写\n\n> 引用的话\n\n- 要点\n  - 细节\n')).toEqual([
      '第一段; 接着写',
      '引用的话',
      '要点; 细节',
    ]);
  });

  it('keeps a remark after a point that is dealt with, with the point that holds both', () => {
    expect(of('## 导师反馈\n\n1. 补消融\n   - [x] 换数据集\n   - 下周前\n')).toEqual(['补消融; 下周前']);
  });

  it('is not what belongs to a private point', () => {
    const text =
      '## 导师反馈\n\n> 1. 别外传 [private:: true]\n>    - 细节\n>    - [ ] 细节\n> 2. 补消融\n>    - 私事 [private:: true]\n>      细节\n';
    expect(of(text)).toEqual(['补消融']);
  });

  it('is neither hints nor private lines', () => {
    expect(of('## 导师反馈\n\n%% 收到的意见记在这里。 %%\n\n- 别外传 [private:: true]\n- \n')).toEqual([]);
  });
});
