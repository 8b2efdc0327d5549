import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readBlockOptions } from '../../../src/core/options/block-options';
import { groupProblems, linesAsText } from '../../../src/core/options/problem-groups';
import { problemLine } from '../../../src/core/options/problem';
import { readHeatmapOptions } from '../../../src/core/heatmap/options';
import { readHomeOptions } from '../../../src/core/home/options';

const yaml = {
  parse: (text: string) => parse(text, { logLevel: 'error' }) as unknown,
  stringify: (value: unknown) => stringify(value),
};
const heatmap = (source: string) => readHeatmapOptions(source, yaml, new Map()).problems.all;
const told = (source: string) => heatmap(source).map((one) => [one.code, problemLine(one), one.known[0]]);

describe('a full-width colon', () => {
  it.each([
    ['property： mood', [['wide-colon', 1, 'property: mood']]],
    ['property：mood', [['wide-colon', 1, 'property: mood']]],
    ['source: property\nproperty： mood\nrange: 2026', [['wide-colon', 2, 'property: mood']]],
    ['source: tasks\nfilter:\n  tag： cv', [['wide-colon', 3, 'tag: cv']]],
    ['data:\n  2026-03-01: 5\n  2026-03-02： 6', [['wide-colon', 3, '2026-03-02: 6']]],
    ['data:\n  - date： 2026-03-01', [['wide-colon', 2, '- date: 2026-03-01']]],
  ])('%j is named, with its line and how to write it', (source, expected) => {
    expect(told(source)).toEqual(expected);
  });

  it('is text where it stands in one', () => {
    expect(told('title: 秋季：论文')).toEqual([]);
    expect(told('title: "a"\n# 说明：这里\nrange: 2026')).toEqual([]);
  });
});

describe('a key that stands twice', () => {
  it('is named, with both lines', () => {
    const [problem] = heatmap('data:\n  2026-03-01: 5\nrange: 2026\ndata:\n  2026-03-02: 6');
    expect(problem).toMatchObject({ code: 'key-twice', value: 'data', known: ['1', '4'] });
    const [day] = heatmap('data:\n  2026-03-01: 5\n  2026-03-02: 1\n  2026-03-01: 6');
    expect(day).toMatchObject({ code: 'key-twice', value: '2026-03-01', known: ['2', '4'] });
  });

  it('is none where two lists or entries have a key of one name', () => {
    const { problems } = readBlockOptions('spans:\n  - name: a\n  - name: b\nname: c', yaml);
    expect(problems.all).toEqual([]);
  });
});

describe('a name that is a part of the right one', () => {
  it.each([
    ['heatmap', 'calendar-heatmap'],
    ['progress', 'time-progress'],
    ['steps', 'handbook-steps'],
  ])('sections: %s suggests %s', (section, meant) => {
    expect(readHomeOptions(`sections: ${section}`, yaml).problems[0]?.nearest).toBe(meant);
  });
});

describe('many problems', () => {
  const days = (count: number, value: string): string =>
    Array.from(
      { length: count },
      (_, n) => `  ${new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)}: ${value}`,
    ).join('\n');

  it('of one cause are one, the first three shown and the rest counted, with their lines', () => {
    const [group, ...others] = groupProblems(heatmap(`data:\n${days(365, '5 km')}`));
    expect(others).toEqual([]);
    expect(group?.shown.map(problemLine)).toEqual([2, 3, 4]);
    expect([group?.more, linesAsText(group?.lines ?? [])]).toEqual([362, '5–366']);
  });

  it('of several causes come in the order of their lines, few of one cause each for itself', () => {
    const source = 'legend: maybe\nrnage: 2026\ndata:\n  soon: 1\npallete: safe\ngoal: none';
    expect(groupProblems(heatmap(source)).map(({ shown: [first] }) => first && problemLine(first))).toEqual([
      1, 2, 4, 5, 6,
    ]);
  });

  it('name their lines in runs, unless they are too scattered', () => {
    expect(linesAsText([5, 3, 4, 9])).toBe('3–5, 9');
    expect(linesAsText([1, 3, 5, 7, 9, 11, 13])).toBeNull();
  });

  it('are found in a time that goes by the lines: 3,000 took 19 s', () => {
    const start = performance.now();
    expect(heatmap(`data:\n${days(3_000, '5 km')}`)).toHaveLength(3_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
