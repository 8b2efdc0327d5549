import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checklistAt, checklistUnder, setChecked } from '../../../src/core/home/checklist';

const PLAN = ['下周计划', "Next week's plan"];

const report = [
  '---',
  'type: weekly-report',
  '---',
  '',
  '## 本周完成',
  '',
  '- [ ] 不在计划里',
  '',
  '## 下周计划',
  '',
  '- [ ] 复现 [[mae|MAE]] 的 **预训练** [due:: 2026-11-08]',
  '- [x] 交开题报告',
  '- [ ] ',
  '- [/] 整理 `ablation` 表格',
  '- [-] 不做了',
  '  - [ ] 小标题',
  '    - 原因',
  '- 没有框',
  '',
  '```',
  '- [ ] 代码里的',
  '```',
  '',
  '%% - [ ] 注释里的 %%',
  '',
  '## 导师反馈',
  '',
  '- [ ] 反馈里的',
  '',
].join('\n');

describe('the items under next week’s plan', () => {
  it('are those of that section, with words, as a reader sees them', () => {
    expect(checklistUnder(report, PLAN).map(({ words, done, hasBox }) => [words, done, hasBox])).toEqual([
      ['复现 MAE 的 预训练', false, true],
      ['交开题报告', true, true],
      ['整理 ablation 表格', false, true],
      ['不做了', true, true],
      ['小标题', false, true],
      ['没有框', false, false],
    ]);
  });

  it('are not the remarks on them, wherever these stand', () => {
    const text = '## 下周计划\n\n- [ ] A\n\t- [x] a1\n\t- remark on A\n1. [ ] B\n   1. [ ] b1\n   2. remark on B\n';
    expect(checklistUnder(text, PLAN).map(({ words }) => words)).toEqual(['A', 'a1', 'B', 'b1']);
  });

  it('has its words on the line below an empty box, where they were typed there', () => {
    const text = '## 下周计划\n\n- [ ] \n读完 MAE\n再读一遍\n\n- [ ]\n\n写报告\n';
    const items = checklistUnder(text, PLAN).map(({ words, hasBox, line }) => [words, hasBox, line]);
    expect(items).toEqual([
      ['读完 MAE', true, 2],
      ['写报告', false, 8],
    ]);
  });

  it('are none that are private, or belong to what is', () => {
    const text =
      '## 下周计划\n\n1. [ ] A [private:: true]\n   - [ ] a1\n2. [ ] B\n> - [ ] C [private:: true]\n>   - [ ] c1\n';
    expect(checklistUnder(text, PLAN).map(({ words }) => words)).toEqual(['B']);
  });

  it('are none where the section is missing', () => {
    expect(checklistUnder('# A note\n\n- [ ] something\n', PLAN)).toEqual([]);
  });

  it('are told apart from what other plugins keep beside a task', () => {
    const text = "## Next week's plan\n\n- [ ] Run it 📅 2026-11-08 ⏫\n1. [x] Read ✅ 2026-11-03\n";
    expect(checklistUnder(text, PLAN).map(({ words }) => words)).toEqual(['Run it', 'Read']);
  });

  it('are found under either language’s heading', () => {
    expect(checklistUnder("## Next week's plan\n\n- [ ] Run it\n", PLAN)).toMatchObject([{ words: 'Run it', line: 2 }]);
  });
});

describe('ticking an item', () => {
  const item = (words: string) => {
    const found = checklistUnder(report, PLAN).find((one) => one.words === words);
    if (found === undefined) throw new Error(`No such item: ${words}`);
    return found;
  };

  it('changes exactly one character of the note', () => {
    const before = item('整理 ablation 表格');
    const next = setChecked(report, before, true);
    expect(next).toBe(report.replace('- [/] 整理', '- [x] 整理'));
  });

  it('and taking it back gives an open box', () => {
    const done = item('交开题报告');
    expect(setChecked(report, done, false)).toBe(report.replace('- [x] 交开题报告', '- [ ] 交开题报告'));
  });

  it('finds the line again where the note grew above it', () => {
    const longer = report.replace('## 下周计划', '一句话\n\n另一句\n\n## 下周计划');
    const next = setChecked(longer, item('整理 ablation 表格'), true);
    expect(next).toBe(longer.replace('- [/] 整理', '- [x] 整理'));
  });

  it('takes the line where it stands, though its twin is elsewhere', () => {
    const twins = '## 下周计划\n\n- [ ] 读一篇\n- [ ] 读一篇\n';
    const [, second] = checklistUnder(twins, PLAN);
    if (second === undefined) throw new Error('two items expected');
    expect(setChecked(twins, second, true)).toBe('## 下周计划\n\n- [ ] 读一篇\n- [x] 读一篇\n');
  });

  it('leaves the note alone where the line moved and has a twin', () => {
    const [first] = checklistUnder('## 下周计划\n\n- [ ] 读一篇\n', PLAN);
    if (first === undefined) throw new Error('an item expected');
    expect(setChecked('# 新\n\n\n\n## 下周计划\n\n- [ ] 读一篇\n- [ ] 读一篇\n', first, true)).toBeNull();
  });

  it('leaves the note alone where the words changed, or the line is gone', () => {
    expect(setChecked(report.replace('整理', '先整理'), item('整理 ablation 表格'), true)).toBeNull();
    expect(setChecked('', item('整理 ablation 表格'), true)).toBeNull();
  });

  it('leaves the note alone where another device has ticked it already', () => {
    const ticked = report.replace('- [/] 整理', '- [x] 整理');
    expect(setChecked(ticked, item('整理 ablation 表格'), true)).toBeNull();
  });

  it('does not tick a line in code that reads the same', () => {
    const place = { line: 3, text: '- [ ] 同名' };
    expect(setChecked('```\n- [ ] 同名\n```\n', place, true)).toBeNull();
  });

  it('keeps line endings, blanks at the end of lines and everything else', () => {
    const windows = "# Report\r\n\r\n## Next week's plan\r\n\r\n* [ ] Read  \r\n+ [ ] Write\r\n";
    const [first] = checklistUnder(windows, PLAN);
    if (first === undefined) throw new Error('an item expected');
    expect(setChecked(windows, first, true)).toBe(windows.replace('* [ ]', '* [x]'));
  });

  it('never changes anything but a checkbox, whatever the note', () => {
    const line = fc.oneof(
      fc.constantFrom('- [ ] a', '- [x] a', '- [ ] b', '## Plan', '```', '%%', '', '  - [ ] a', '> - [ ] a', '---'),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.array(line),
        fc.nat(12),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        (lines, at, checked, end) => {
          const text = lines.join(end);
          const next = setChecked(text, { line: at, text: '- [ ] a' }, checked);
          if (next === null) return;
          expect(next).toHaveLength(text.length);
          const changed = [...next].filter((character, index) => character !== [...text][index]);
          expect(changed).toEqual([checked ? 'x' : ' ']);
        },
      ),
    );
  });
});

describe('items on given lines', () => {
  it('are none that are private, or belong to what is', () => {
    expect(checklistAt('- [ ] a [private:: true]\n  - [ ] b\n- [ ] c\n', [0, 1, 2]).map(({ words }) => words)).toEqual([
      'c',
    ]);
  });

  it('come in the order asked for, without lines that hold no box', () => {
    expect(checklistAt('- [ ] one\ntext\n- [ ] two\n', [2, 1, 0, 99]).map(({ words }) => words)).toEqual([
      'two',
      'one',
    ]);
  });
});
