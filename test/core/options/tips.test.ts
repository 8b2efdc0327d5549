// A tip tells what to write. Whoever writes just that is helped, or the tip misleads: here each is followed to the letter.
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readHeatmapOptions } from '../../../src/core/heatmap/options';
import { readHomeOptions } from '../../../src/core/home/options';
import { problemKey, problemLine, type OptionProblem } from '../../../src/core/options/problem';
import { readProgressOptions } from '../../../src/core/progress/options';
import { readNamedSpans } from '../../../src/core/time/named-spans';
import { heatmap as heatmapEn } from '../../../src/i18n/en/heatmap';
import { home as homeEn } from '../../../src/i18n/en/home';
import { options as optionsEn } from '../../../src/i18n/en/options';
import { progress as progressEn } from '../../../src/i18n/en/progress';
import type { SaidProblem } from '../../../src/i18n/types';
import { heatmap as heatmapZh } from '../../../src/i18n/zh/heatmap';
import { home as homeZh } from '../../../src/i18n/zh/home';
import { options as optionsZh } from '../../../src/i18n/zh/options';
import { progress as progressZh } from '../../../src/i18n/zh/progress';

type Problem = OptionProblem<string>;
type Tips = Readonly<Record<string, (problem: SaidProblem) => string>>;
interface Block {
  readonly read: (source: string) => readonly Problem[];
  readonly tips: readonly [Tips, Tips];
}

const yaml = {
  parse: (text: string) => parse(text, { logLevel: 'error' }) as unknown,
  stringify: (value: unknown) => stringify(value),
};
const NO_SPANS = { named: readNamedSpans(''), weeklyGoalMinutes: 0 };
const progress = (source: string): readonly Problem[] => {
  const { rows, problems } = readProgressOptions(source, yaml, NO_SPANS);
  return [...problems, ...rows.flatMap((row) => (row.kind === 'problem' ? [row.problem] : []))];
};
const BLOCKS = {
  heatmap: {
    read: (source) => readHeatmapOptions(source, yaml, new Map()).problems.all,
    tips: [
      { ...optionsEn.tip, ...heatmapEn.problem.tip } as Tips,
      { ...optionsZh.tip, ...heatmapZh.problem.tip } as Tips,
    ],
  },
  progress: {
    read: progress,
    tips: [{ ...optionsEn.tip, ...progressEn.tip } as Tips, { ...optionsZh.tip, ...progressZh.tip } as Tips],
  },
  home: {
    read: (source) => readHomeOptions(source, yaml).problems,
    tips: [{ ...optionsEn.tip, ...homeEn.tip } as Tips, { ...optionsZh.tip, ...homeZh.tip } as Tips],
  },
} satisfies Record<string, Block>;

const said = (problem: Problem): SaidProblem => ({
  key: problemKey(problem),
  value: problem.value,
  line: problemLine(problem),
  nearest: problem.nearest,
  known: problem.known,
});
/** What a tip shows to be written. */
const codeIn = (tip: string): string[] => [...tip.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

/** A block's text in which a reader does what a tip says, at the place that is underlined. */
class Draft {
  private readonly lines: string[];
  constructor(
    source: string,
    private readonly problem: Problem,
  ) {
    this.lines = source.split('\n');
  }
  private get at() {
    return this.problem.places[0] ?? { line: this.lines.length - 1, from: 0, to: 0 };
  }
  private get indent(): string {
    return /^\s*/.exec(this.lines[this.at.line] ?? '')?.[0] ?? '';
  }
  /** The underlined words become others. */
  mark(text: string): string {
    const { line, from, to } = this.at;
    const old = this.lines[line] ?? '';
    return this.with(line, 1, [old.slice(0, from) + text + old.slice(to)]);
  }
  /** The line, and whatever belongs to it below, becomes others. */
  line(...texts: readonly string[]): string {
    const dash = /^\s*-\s/.test(this.lines[this.at.line] ?? '') && !texts[0]?.startsWith('-') ? '- ' : '';
    return this.with(
      this.at.line,
      this.extent(),
      texts.map((text, n) => this.indent + (n === 0 ? dash + text : `  ${text}`)),
    );
  }
  /** An entry of a list: in the place of the one that stands there, or below the list's key. */
  entry(text: string): string {
    const isItem = /^\s*-\s/.test(this.lines[this.at.line] ?? '');
    return isItem ? this.line(text) : this.line(`${String(this.problem.path[0])}:`, text);
  }
  add(text: string): string {
    if (/\{\}$/.test(this.lines[this.at.line] ?? '')) return this.replace('{}', `{${text}}`);
    const entry = this.problem.path.length > 1;
    if (!entry) return this.with(this.lines.length, 0, [text]);
    const deeper = this.indent + (/^\s*-\s/.test(this.lines[this.at.line] ?? '') ? '  ' : '');
    return this.with(this.at.line + 1, 0, [deeper + text]);
  }
  replace(old: string, text: string): string {
    return this.with(this.at.line, 1, [(this.lines[this.at.line] ?? '').replace(old, text)]);
  }
  remove(): string {
    return this.with(this.at.line, this.extent(), []);
  }
  private extent(): number {
    const after = this.lines.slice(this.at.line + 1);
    const isItem = /^\s*-\s+\w+:/.test(this.lines[this.at.line] ?? '');
    const end = after.findIndex((line) => isItem || !line.startsWith(`${this.indent} `));
    return 1 + (end < 0 ? after.length : end);
  }
  private with(line: number, count: number, texts: readonly string[]): string {
    const lines = [...this.lines];
    lines.splice(line, count, ...texts);
    return lines.join('\n');
  }
}

/** How a reader follows the tip to each problem, with the code that stands in it. */
const FOLLOW: Readonly<Record<string, (draft: Draft, code: readonly string[], problem: Problem) => string>> = {
  'wide-colon': (draft, [line = '']) => draft.line(line),
  'key-twice': (draft) => draft.remove(),
  'unknown-key': (draft) => draft.remove(),
  'unknown-value': (draft, [value = '']) => draft.mark(value),
  missing: (draft, [line = '']) => draft.add(line),
  'no-value': (draft, code) => (code.length === 0 ? draft.remove() : draft.line(code.at(-1) ?? '')),
  'not-text': (draft, [line = '']) => draft.line(line),
  'not-number': (draft, [line = '']) => draft.line(line),
  'out-of-range': (draft, [value = '']) => draft.mark(value),
  'not-yes-no': (draft, [line = '']) => draft.line(line),
  'not-entries': (draft, [line = '']) => draft.entry(line),
  'not-keys': (draft, lines) => draft.line(...lines),
  'no-effect': (draft) => draft.remove(),
  'not-a-day': (draft, [day = '']) => draft.mark(day),
  'no-such-month': (draft, [day = '']) => draft.mark(day),
  'no-such-day': (draft, [day = '']) => draft.mark(day),
  'not-options': () => '',
  'not-yaml': () => '',
  'bad-range': (draft, [range = '']) => draft.mark(range),
  'range-reversed': (draft) => draft.mark('2026-07-15'), // the later day last
  'range-too-long': (draft) => draft.mark('1997-01-01..2026-01-01'), // thirty years
  'range-twice': (draft) => draft.remove(),
  'source-twice': (draft) => draft.remove(),
  'bad-scale': (draft, [scale = '']) => draft.mark(scale),
  'scale-not-rising': (draft, [scale = '']) => draft.mark(scale),
  'scale-too-many': (draft) => draft.mark('[1, 2, 3, 4]'), // as many as there are colours
  'too-many-words': (draft) => draft.mark('[bad, good]'),
  'too-many-rows': (draft) => draft.mark('[{title: Run}]'),
  'too-many-colours': (draft) => draft.mark('[red, blue]'),
  'no-colour': (draft, [colours = '']) => draft.mark(colours),
  'bad-goal': (draft) => draft.remove(),
  'bad-data': (draft, [line = '']) => draft.line(line),
  'no-such-time': (draft, [time = '']) => draft.mark(time),
  'unknown-zone': (draft, [zone = ''], { value }) => draft.replace(value, zone),
  'unknown-span': (draft) => draft.entry('- {name: Term, from: 2026-09-07, to: 2027-01-15}'),
  'no-goal': (draft, lines) => draft.line(...lines),
  'section-twice': (draft) => draft.remove(),
};

/** Codes whose tips are about the settings or another note, or that only drawing finds: they are followed where that is. */
const ELSEWHERE = [
  'no-spans',
  'no-term',
  'unread-span',
  'reversed',
  'missing-note',
  'not-a-note',
  'missing-property',
  'property-no-date',
  'unknown-colour',
];

const WRONG: readonly (readonly [keyof typeof BLOCKS, string])[] = [
  ['heatmap', 'property： mood'],
  ['heatmap', 'filter:\n  tag： cv'],
  ['heatmap', 'data:\n  2026-03-01: 5\ndata:\n  2026-03-02: 6'],
  ['heatmap', 'pallete: safe'],
  ['heatmap', 'speed: fast'],
  ['heatmap', 'source: elsewhere'],
  ['heatmap', 'source: tsaks'],
  ['heatmap', 'source: property'],
  ['heatmap', 'source: data'],
  ['heatmap', 'to: 2026-03-01'],
  ['heatmap', 'to: 2026-09-20\nlegend: false'],
  ['heatmap', 'title:'],
  ['heatmap', 'title: #cv'],
  ['heatmap', 'filter:\n  tag: #cv'],
  ['heatmap', 'filter: cv'],
  ['heatmap', 'filter: [cv, nlp]'],
  ['heatmap', 'filter: 5'],
  ['heatmap', 'filter:\n  - cv\n  - nlp'],
  ['heatmap', 'title: [a]'],
  ['heatmap', 'unit: {a: 1}'],
  ['heatmap', 'data: 5'],
  ['heatmap', 'data: 2026-03-03'],
  ['heatmap', 'data: [2026-03-03]'],
  ['heatmap', 'data: [5]'],
  ['heatmap', 'data:\n  - 2026-03-03'],
  ['heatmap', 'data:\n  - value: 5'],
  ['heatmap', 'data:\n  - date: soon\n    value: 5'],
  ['heatmap', 'data:\n  - date: 2026-03-03\n    value: 5 km'],
  ['heatmap', 'data:\n  2026-03-03: 5 km\n  2026-03-04: 6'],
  ['heatmap', 'data:\n  2026-03-03: many'],
  ['heatmap', 'data:\n  soon: 5'],
  ['heatmap', 'data:\n  2026-03-03: [5, 6]'],
  ['heatmap', 'goal: [300]'],
  ['heatmap', 'goal: much'],
  ['heatmap', 'goal: -1'],
  ['heatmap', 'legend: maybe'],
  ['heatmap', 'from: 2026-13-01'],
  ['heatmap', 'from: 2026-02-30'],
  ['heatmap', 'from: soon'],
  ['heatmap', 'range: soon'],
  ['heatmap', 'range: [2026, 2027]'],
  ['heatmap', 'range: {from: 2026-01-01}'],
  ['heatmap', 'range: true'],
  ['heatmap', 'from: 2026-03-01\nto: 2026-01-01'],
  ['heatmap', 'range: 1900-01-01..2026-01-01'],
  ['heatmap', 'range: 2026\nfrom: 2026-03-01'],
  ['heatmap', 'source: tasks\nproperty: mood'],
  ['heatmap', 'scale: [1, many]'],
  ['heatmap', 'scale: [2, 1]'],
  ['heatmap', 'scale: [1, 2, 3, 4, 5]'],
  ['heatmap', 'scale: steep'],
  ['heatmap', 'palette: []'],
  ['heatmap', `palette: [${Array.from({ length: 13 }, () => 'red').join(', ')}]`],
  ['heatmap', 'stats: [total, mean]'],
  ['heatmap', 'weekStart: 1'],
  ['heatmap', 'metric: sessions\ncombine: max'],
  ['heatmap', 'source: tasks\ncombine: average'],
  ['heatmap', 'source: tasks\ndateProperty: date'],
  ['heatmap', 'data:\n  2026-03-03: 5\nfilter:\n  tag: cv'],
  ['heatmap', 'property: mood\ndata:\n  2026-03-03: 5'],
  ['heatmap', `property: mood\nvalues: [${Array.from({ length: 13 }, (_, i) => `w${String(i)}`).join(', ')}]`],
  ['heatmap', `rows: [${Array.from({ length: 31 }, () => '{title: Run}').join(', ')}]`],
  ['heatmap', 'rows: tag'],
  ['heatmap', 'property: mood\nvalues: [bad, good]\ngoal: 3'],
  ['heatmap', 'property: mood\nvalues: words\nmetric: count'],
  ['heatmap', 'property: mood\nvalues: wrods'],
  ['heatmap', 'source: field'],
  ['heatmap', 'source: dataview'],
  ['heatmap', 'source: tasks\nvalue: km'],
  ['heatmap', 'data:\n  2026-03-03: 9\nvalues: [bad, good]'],
  ['heatmap', 'data:\n  2026-03-03: noon\nvalues: times'],
  ['heatmap', 'just words'],
  ['heatmap', 'title: "a'],
  ['progress', 'spans: 5'],
  ['progress', 'spans:\n  - 5'],
  ['progress', 'spans: Term'],
  ['progress', 'spans:\n  - name: Paper'],
  ['progress', 'spans:\n  - to: 2026-12-01'],
  ['progress', 'spans:\n  - name: Paper\n    to: 2026-12-01 25:00'],
  ['progress', 'spans:\n  - name: Paper\n    to: 2026-12-01 23:59 Nowhere/Land'],
  ['progress', 'spans:\n  - name: Paper\n    to: 2026-12-01\n    zone: Nowhere/Land'],
  ['progress', 'spans:\n  - name: Paper\n    to: 2026-12-01\n    zone: [a]'],
  ['progress', 'spans:\n  - name: Paper\n    to: 2026-12-01\n    unit: fortnights'],
  ['progress', 'spans:\n  - name: Paper\n    to: 2026-12-01\n    repeat: daily'],
  ['progress', 'spans:\n  - name: Paper\n    from: 2026-12-01\n    repeat: week'],
  ['progress', 'spans:\n  - name: Paper\n    from: 2026-12-01\n    to: 2026-12-02\n    kind: since'],
  ['progress', 'spans:\n  - name: Paper\n    kind: since'],
  ['progress', 'spans:\n  - name: Paper\n    to: 2026-12-01 23:59 AoE\n    zone: UTC+8'],
  ['progress', 'spans:\n  - name: Paper\n    to: soon'],
  ['progress', 'spans:\n  - name: Paper\n    to: 2026-02-30'],
  ['progress', 'spans:\n  - name: [a]\n    to: 2026-12-01'],
  ['progress', 'goal: 300'],
  ['progress', 'goal: [300]'],
  ['progress', 'goal: weekly'],
  ['progress', 'goal: reading'],
  ['progress', 'goal: {}'],
  ['progress', 'goal:\n  minutes: 0'],
  ['progress', 'goal:\n  minutes: 300\n  sessions: 3'],
  ['progress', 'periods: [day, fortnight]'],
  ['home', 'this-week: 300'],
  ['home', 'this-week: [300]'],
  ['home', 'reading-now: 3'],
  ['home', 'handbook-steps: many'],
  ['home', 'time-progress: bars'],
  ['home', 'calendar-heatmap: 2026'],
  ['home', 'reading-now:\n  limit: 99'],
  ['home', 'sections:\n  - date\n  - date\n  - this-week'],
  ['home', 'sections: heatmap'],
];

describe('a tip, followed, works:', () => {
  it.each(WRONG)('%s %j', (name, source) => {
    const { read, tips } = BLOCKS[name];
    const [problem] = read(source);
    if (problem === undefined) throw new Error('nothing is wrong with it');
    const [en = '', zh = ''] = tips.map((all: Tips) => all[problem.code]?.(said(problem)) ?? '');
    expect(codeIn(zh).sort(), zh).toEqual(codeIn(en).sort());
    const draft = new Draft(source, problem);
    const mended =
      problem.nearest === null
        ? (FOLLOW[problem.code]?.(draft, codeIn(en), problem) ?? source)
        : draft.mark(codeIn(en)[0] ?? '');
    expect(
      read(mended).map((one) => [one.code, one.value]),
      `${en}\n\n${mended}`,
    ).toEqual([]);
  });

  it('of every problem there is', () => {
    const met = new Set(WRONG.flatMap(([name, source]) => BLOCKS[name].read(source).map((one) => one.code)));
    const all = new Set(Object.values(BLOCKS).flatMap(({ tips }) => tips.flatMap((one: Tips) => Object.keys(one))));
    expect([...all].filter((code) => !met.has(code) && !ELSEWHERE.includes(code))).toEqual([]);
  });

  it('for the settings, too', () => {
    for (const tip of [
      progressEn.tip['no-spans'],
      progressEn.tip['unread-span'],
      progressZh.tip['no-spans'],
      progressZh.tip['unread-span'],
    ]) {
      const [line = ''] = codeIn(
        (tip as (problem: SaidProblem) => string)(
          said({ code: '', path: [], places: [], value: '', nearest: null, known: [] }),
        ),
      );
      expect(readNamedSpans(line)).toMatchObject({ spans: [{}], unreadable: [] });
    }
  });
});
