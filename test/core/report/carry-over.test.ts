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

  it('is neither hints nor private lines', () => {
    expect(of('## 导师反馈\n\n%% 收到的意见记在这里。 %%\n\n- 别外传 [private:: true]\n- \n')).toEqual([]);
  });
});
