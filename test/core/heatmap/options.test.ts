import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { heatmapBlockText, FIRST_CHOICES } from '../../../src/core/heatmap/block-text';
import { namedRanges } from '../../../src/core/heatmap/named-ranges';
import { HEATMAP_KEYS, readHeatmapOptions, readHeatmapScriptOptions } from '../../../src/core/heatmap/options';
import { problemLine } from '../../../src/core/options/problem';
import { stringify } from 'yaml';

const yaml = { parse: (text: string): unknown => parse(text), stringify: (value: unknown) => stringify(value) };
const SPANS = namedRanges(
  'Autumn term: 2026-09-07..2027-01-15\nCVPR 2027: 2026-11-17 23:59 AoE\n秋季学期：2026-09-07..2027-01-15',
);
const read = (text: string) => readHeatmapOptions(text, yaml, SPANS);
const good = (text: string) => {
  const { options, problems } = read(text);
  expect(problems.all).toEqual([]);
  return options;
};
const bad = (text: string) =>
  read(text).problems.all.map((problem) => [problem.code, problemLine(problem), problem.nearest]);

describe('an empty block', () => {
  it('is the reading of the last twelve months in minutes', () => {
    expect(good('')).toMatchObject({
      source: 'reading',
      metric: 'minutes',
      range: { kind: 'rolling' },
      combine: 'sum',
      scale: null,
      palette: { kind: 'named', name: 'green' },
      weekStart: null,
      weekNumbers: false,
      reports: true,
      legend: true,
      stats: ['total', 'active', 'streak'],
      goal: null,
      title: null,
    });
  });
});

describe('options', () => {
  it('takes a year as YAML gives it, a number', () => {
    expect(good('range: 2026').range).toEqual({ kind: 'year', year: 2026 });
  });
  it('takes from and to', () => {
    expect(good('from: 2026-03-01\nto: 2026-07-15').range).toEqual({
      kind: 'days',
      from: '2026-03-01',
      to: '2026-07-15',
    });
    expect(good('from: 2026-03-01').range).toEqual({ kind: 'days', from: '2026-03-01', to: null });
  });
  it('takes a span from the settings, whatever its case; a deadline is none', () => {
    expect(good('range: autumn term').range).toMatchObject({
      kind: 'span',
      name: 'Autumn term',
      from: '2026-09-07',
      to: '2027-01-15',
    });
    expect(good('range: 秋季学期').range).toMatchObject({ kind: 'span' });
    expect(bad('range: CVPR 2027')).toEqual([['bad-range', 1, null]]);
  });
  it('knows a source by its key', () => {
    expect(good('property: mood')).toMatchObject({
      source: 'property',
      property: 'mood',
      metric: 'value',
      reports: false,
    });
    expect(good('source: property\nproperty: mood')).toMatchObject({ source: 'property' });
    expect(good('data:\n  2026-03-01: 5')).toMatchObject({ source: 'data', data: [{ date: '2026-03-01', amount: 5 }] });
    expect(good('source: tasks')).toMatchObject({ source: 'tasks', metric: 'count' });
  });
  it('takes a list of entries, each of one where it says no number', () => {
    expect(good('data:\n  - date: 2026-03-01\n  - date: 2026-3-2\n    value: 5.5\n    note: swim').data).toEqual([
      { date: '2026-03-01', amount: 1, note: null },
      { date: '2026-03-02', amount: 5.5, note: 'swim' },
    ]);
  });
  it('takes own colours and thresholds', () => {
    expect(good('palette: ["#dbe9f6", "#2171b5"]\nscale: [1, 60]')).toMatchObject({
      palette: { kind: 'own', colours: ['#dbe9f6', '#2171b5'] },
      scale: { kind: 'own', thresholds: [1, 60] },
    });
  });
  it('takes single values for lists', () => {
    expect(good('filter:\n  kind: paper\n  tag: [cv, "#nlp"]\nstats: best')).toMatchObject({
      filter: { kind: ['paper'], tag: ['cv', '#nlp'], status: [], folder: [] },
      stats: ['best'],
    });
  });
  it('takes any weekday to begin weeks with, as ISO counts them', () => {
    const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    expect(names.map((name) => good(`weekStart: ${name}`).weekStart)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
  it('takes several statistics in any order, none, or the usual ones', () => {
    expect(good('stats: [best, total]').stats).toEqual(['total', 'best']);
    expect(good('stats: false').stats).toEqual([]);
    expect(good('stats: true').stats).toEqual(['total', 'active', 'streak']);
  });
  it('keeps a title that is markup as the text it is', () => {
    expect(good('title: <img src=x onerror=alert(1)>').title).toBe('<img src=x onerror=alert(1)>');
  });
});

describe('mistakes are named with their line and the nearest valid key', () => {
  it.each([
    ['pallete: safe', [['unknown-key', 1, 'palette']]],
    ['range: rolling\nweekstart: monday', [['unknown-key', 2, 'weekStart']]],
    ['palette: gren', [['unknown-value', 1, 'green']]],
    ['metric: minuts', [['unknown-value', 1, 'minutes']]],
    ['source: tasks\nmetric: minutes', [['unknown-value', 2, null]]],
    ['range: roling', [['bad-range', 1, 'rolling']]],
    ['range: autum term', [['bad-range', 1, 'Autumn term']]],
    ['range: 2026-13', [['bad-range', 1, null]]],
    ['range: 2026-07-15..2026-03-01', [['range-reversed', 1, null]]],
    ['range: 1000-01-01..2026-01-01', [['range-too-long', 1, null]]],
    ['from: 2026-13-01', [['no-such-month', 1, null]]],
    ['to: 2026-12-01', [['missing', null, null]]],
    ['range: 2026\nfrom: 2026-01-01', [['range-twice', 1, null]]],
    ['source: tasks\nproperty: mood', [['source-twice', 1, null]]],
    ['source: property', [['missing', null, null]]],
    ['source: property\nproperty:', [['no-value', 2, null]]],
    ['property:', [['no-value', 1, null]]],
    ['data:', [['no-value', 1, null]]],
    ['title: x\ndateProperty: # of the note', [['no-value', 2, null]]],
    ['filter:', [['no-value', 1, null]]],
    ['filter:\n  tag: #cv', [['no-value', 2, null]]],
    ['filter:\n  tag:\n    - #cv', [['not-text', 3, null]]],
    ['scale: [1, x]', [['bad-scale', 1, null]]],
    ['scale: [60, 30]', [['scale-not-rising', 1, null]]],
    ['scale: [1, 2, 3, 4, 5]', [['scale-too-many', 1, null]]],
    ['scale: [30, 30]', [['scale-not-rising', 1, null]]],
    ['from: 2026-03-01\nto: 2026-02-28', [['range-reversed', 2, null]]],
    ['palette: []', [['no-colour', 1, null]]],
    [`palette: [${Array.from({ length: 13 }, () => 'red').join(', ')}]`, [['too-many-colours', 1, null]]],
    ['goal: -5', [['bad-goal', 1, null]]],
    ['goal: 0', [['bad-goal', 1, null]]],
    ['goal: lots', [['not-number', 1, null]]],
    ['goal: .inf', [['not-number', 1, null]]],
    ['legend: maybe', [['not-yes-no', 1, null]]],
    ['filter:\n  kinds: paper', [['unknown-key', 2, 'kind']]],
    ['source: notes\nfilter:\n  kind: paper', [['unknown-key', 3, null]]],
    ['data:\n  2026-02-30: 5', [['bad-data', 2, null]]],
    ['data:\n  2026-02-01: five', [['bad-data', 2, null]]],
    ['data:\n  2026-02-01: .inf', [['bad-data', 2, null]]],
    ['data:\n  - date: 2026-02-30', [['bad-data', 2, null]]],
    ['data:\n  - date: 2026-02-01\n    value: five', [['bad-data', 3, null]]],
    ['stats: [streak, totals]', [['unknown-value', 1, 'total']]],
    ['just words', [['not-options', null, null]]],
  ])('%s', (text, expected) => {
    expect(bad(text)).toEqual(expected);
  });

  it('names a text that YAML took for a comment, and no comment that was meant as one', () => {
    const taken = (text: string) => read(text).problems.all.map((problem) => problem.value);
    expect(taken('filter:\n  tag: #cv')).toEqual(['#cv']);
    expect(taken('filter:\n  tag: # none yet')).toEqual(['']);
  });
  it('takes what a script leaves undefined as not given, but not null', () => {
    const codes = (values: unknown) => readHeatmapScriptOptions(values, SPANS).problems.all.map((one) => one.code);
    expect(codes({ title: undefined, filter: { tag: undefined } })).toEqual([]);
    expect(codes({ filter: { tag: null } })).toEqual(['no-value']);
  });
  it('takes a map of days from a script, and tells what in it is none', () => {
    const read = (days: readonly [unknown, unknown][]) => readHeatmapScriptOptions({ data: new Map(days) }, SPANS);
    const dated = read([
      ['2026-03-01', 5],
      [new Date('2026-03-02T00:00:00Z'), 2],
      ['2026-03-03', null],
    ]);
    expect(dated.options.data).toEqual([
      { date: '2026-03-01', amount: 5, note: null },
      { date: '2026-03-02', amount: 2, note: null },
    ]);
    const wrong = read([['soon', 5]]).problems.all;
    expect(wrong.map(({ code, value }) => [code, value])).toEqual([['bad-data', 'soon']]);
  });
  it('tells all of them at once', () => {
    expect(bad('pallete: x\nmetric: y')).toHaveLength(2);
  });
  it('wrong types never throw', () => {
    for (const value of [null, 0, true, 'x', [], [1], {}, { a: 1 }, new Date(NaN)]) {
      for (const key of HEATMAP_KEYS) expect(() => readHeatmapScriptOptions({ [key]: value }, SPANS)).not.toThrow();
    }
    for (const value of [null, 3, 'x', [], () => 1]) expect(() => readHeatmapScriptOptions(value, SPANS)).not.toThrow();
  });
});

describe('what the builder writes', () => {
  it('is an empty block for the usual', () => {
    expect(heatmapBlockText(FIRST_CHOICES, yaml)).toBe('```calendar-heatmap\n```');
  });
  it.each([
    [{ metric: 'pages' }, 'metric: pages'],
    [{ source: 'tasks', metric: 'count' }, 'source: tasks'],
    [{ source: 'notes', metric: 'count' }, 'source: notes'],
    [{ source: 'property', property: ' km ', metric: 'value' }, 'property: km'],
    [{ range: 'Autumn term', combine: 'max' }, 'range: Autumn term\ncombine: max'],
    [{ source: 'dataview', property: '#run', value: ' km ', metric: 'value' }, 'query: "#run"\nvalue: km'],
    [
      { source: 'dataview', property: 'FROM #run', metric: 'count', values: 'words', combine: 'max' },
      'query: "FROM #run"',
    ],
  ] as const)('is no more than what was chosen: %j', (chosen, body) => {
    expect(heatmapBlockText({ ...FIRST_CHOICES, ...chosen }, yaml)).toBe(
      ['```calendar-heatmap', body, '```'].join('\n'),
    );
  });
  it('is read back as it was meant', () => {
    const text = heatmapBlockText(
      {
        source: 'property',
        property: 'mood: today',
        value: '',
        metric: 'value',
        values: 'numbers',
        range: '2026',
        view: 'months',
        palette: 'safe',
        combine: 'average',
        title: '心情 # 1',
        goal: '3',
        weekNumbers: true,
      },
      yaml,
    );
    const body = text.split('\n').slice(1, -1).join('\n');
    expect(good(body)).toMatchObject({
      source: 'property',
      property: 'mood: today',
      range: { kind: 'year', year: 2026 },
      view: 'months',
      palette: { kind: 'named', name: 'safe' },
      combine: 'average',
      title: '心情 # 1',
      goal: 3,
      weekNumbers: true,
    });
  });
});
