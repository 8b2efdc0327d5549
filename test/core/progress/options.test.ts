import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readProgressOptions, readProgressScriptOptions } from '../../../src/core/progress/options';
import { buildRow, type Surroundings } from '../../../src/core/progress/rows';
import type { NoteProperties } from '../../../src/core/progress/span';
import { readNamedSpans } from '../../../src/core/time/named-spans';

const yaml = { parse: (text: string) => parse(text, { logLevel: 'error' }) as unknown, stringify: String };
const defaults = {
  named: readNamedSpans('秋季学期: 2026-09-07..2027-01-15\nThesis: 2027-06-01'),
  weeklyGoalMinutes: 0,
};
const read = (source: string, more: Partial<typeof defaults> = {}) =>
  readProgressOptions(source, yaml, { ...defaults, ...more });

const NOTES: Record<string, NoteProperties> = {
  'CVPR 2027': {
    state: 'found',
    name: 'CVPR 2027',
    values: { start: '2026-08-29', deadline: '2026-11-17T23:59', tbd: 'soon' },
  },
};

/** What becomes of each row: the row's name, or the problem's code and nearest name. */
function outcome(source: string, more: Partial<typeof defaults> = {}): string[] {
  const around: Surroundings = {
    now: DateTime.fromISO('2026-11-05T16:24', { zone: 'Asia/Shanghai' }),
    weekStart: 'monday',
    source,
    properties: (link) => NOTES[link] ?? { state: 'missing', nearest: link === 'CVPR 2026' ? 'CVPR 2027' : null },
    entries: () => [],
  };
  const { rows, problems } = read(source, more);
  return [
    ...problems.map((one) => `! ${one.code}${one.nearest === null ? '' : ` → ${one.nearest}`}`),
    ...rows.map((spec) => {
      const built = buildRow(spec, around);
      if (!built.ok)
        return `${built.problem.code}${built.problem.nearest === null ? '' : ` → ${built.problem.nearest}`}`;
      const { name } = built.row;
      return name.of === 'text' ? name.text : name.of === 'goal' ? 'goal' : name.unit;
    }),
  ];
}

const FIVE = ['day', 'week', 'month', 'quarter', 'year'];

describe('what is drawn', () => {
  it('an empty block is the lab’s table', () => {
    const options = read('');
    expect(options).toMatchObject({ style: 'table', language: null, weekStart: null, problems: [] });
    expect(outcome('')).toEqual(FIVE);
  });

  it('the periods asked for, in their order; a single one needs no list', () => {
    expect(outcome('periods: [year, day]')).toEqual(['year', 'day']);
    expect(outcome('periods: week')).toEqual(['week']);
    expect(outcome('periods: []')).toEqual([]);
  });

  it('spans of the settings by name, or all of them', () => {
    expect(outcome('periods: []\nspans: [Thesis]')).toEqual(['Thesis']);
    expect(outcome('periods: []\nspans: all')).toEqual(['秋季学期', 'Thesis']);
  });

  it('says where the settings have none, or have a line that is none', () => {
    expect(outcome('periods: [day]\nspans: all', { named: readNamedSpans('') })).toEqual(['day', 'no-spans']);
    expect(outcome('periods: []\nspans: all', { named: readNamedSpans('A: 2026-12-01\nB: soon') })).toEqual([
      'A',
      'unread-span',
    ]);
  });

  it('a span without a name takes the note’s', () => {
    const source = 'periods: []\nspans:\n  - note: "[[CVPR 2027]]"\n    from: start\n    to: deadline';
    expect(outcome(source)).toEqual(['CVPR 2027']);
    expect(outcome(source.replace('"[[CVPR 2027]]"', '[[CVPR 2027]]'))).toEqual(['CVPR 2027']); // YAML: a list in a list
    expect(outcome(source.replace('[[CVPR 2027]]', '[[CVPR 2027|the paper]]'))).toEqual(['CVPR 2027']);
    expect(outcome(source.replace('[[CVPR 2027]]', 'CVPR 2027'))).toEqual(['CVPR 2027']);
  });

  it('a goal from the settings, or of its own', () => {
    expect(outcome('periods: []\ngoal: reading', { weeklyGoalMinutes: 300 })).toEqual(['goal']);
    expect(outcome('periods: []\ngoal: {sessions: 5}')).toEqual(['goal']);
  });

  it('an end alone is a deadline, a beginning and an end a period, unless said otherwise', () => {
    const kinds = read(
      'periods: []\nspans:\n  - {name: a, to: 2026-12-01}\n  - {name: b, from: 2026-11-01, to: 2026-12-01}\n  - {name: c, from: 2026-11-01, to: 2026-12-01, kind: deadline}',
    );
    expect(kinds.rows.map((row) => row.kind === 'span' && row.span.kind)).toEqual(['deadline', 'period', 'deadline']);
  });
});

describe('what is wrong is told in its row, and the others still draw', () => {
  it.each([
    ['periods: [day, wek, yaer]', ['day', 'unknown-value → week', 'unknown-value → year']],
    ['styl: bars', ['! unknown-key → style', ...FIVE]],
    ['style: tabel', ['! unknown-value → table', ...FIVE]],
    ['language: fr', ['! unknown-value', ...FIVE]],
    ['weekStart: Sunday', ['! unknown-value → sunday', ...FIVE]],
    ['periods: [day\nstyle', ['! not-yaml']],
    ['just text', ['! not-options']],
  ])('%s', (source, expected) => {
    expect(outcome(source)).toEqual(expected);
  });

  it.each([
    ['- {name: a, from: 2026-12-20, to: 2026-08-17}', 'reversed'],
    ['- {name: a, from: 2026-11-17 10:00, to: 2026-11-17 10:00}', 'reversed'],
    ['- {name: a, from: 2026-13-01, to: 2026-08-17}', 'no-such-month'],
    ['- {name: a, from: 2026-02-30, to: 2026-08-17}', 'no-such-day'],
    ['- {name: a, from: soon, to: 2026-08-17}', 'not-a-day'],
    ['- {name: a, to: 2026-08-17 25:00}', 'no-such-time'],
    ['- {name: a, to: 2026-08-17 12:00 Asia/Shangai}', 'unknown-zone → Asia/Shanghai'],
    ['- {name: a, to: 2026-08-17, zone: AOO}', 'unknown-zone → AoE'],
    ['- {name: a, form: 2026-08-17, to: 2026-09-17}', 'unknown-key → from'],
    ['- {name: a, to: 2026-08-17, unit: week}', 'unknown-value → weeks'],
    ['- {name: a, to: 2026-08-17, kind: dedline}', 'unknown-value → deadline'],
    ['- {name: a}', 'missing'],
    ['- {to: 2026-08-17}', 'missing'],
    ['- 12', 'not-entries'],
    ['- Thesi', 'unknown-span → Thesis'],
    ['- {note: "[[CVPR 2026]]", to: deadline}', 'missing-note → CVPR 2027'],
    ['- {note: "[[CVPR 2027]]", to: dedline}', 'missing-property → deadline'],
    ['- {note: "[[CVPR 2027]]", to: toString}', 'missing-property'],
    ['- {note: "[[CVPR 2027]]", to: tbd}', 'property-no-date'],
  ])('%s → %s', (entry, expected) => {
    expect(outcome(`periods: [day]\nspans:\n  ${entry}\n  - {name: good, to: 2027-01-01}`)).toEqual([
      'day',
      expected,
      'good',
    ]);
  });

  it.each([
    ['goal: reading', 'no-goal'],
    ['goal: reding', 'unknown-value → reading'],
    ['goal: {minuts: 3}', 'unknown-key → minutes'],
    ['goal: {minutes: -1}', 'out-of-range'],
    ['goal: {minutes: many}', 'not-number'],
    ['goal: {}', 'missing'],
  ])('%s → %s', (source, expected) => {
    expect(outcome(`periods: [day]\n${source}`)).toContain(expected);
    expect(outcome(`periods: [day]\n${source}`)[0]).toBe('day');
  });

  it('points at both dates of a span that ends before it starts', () => {
    const source = 'periods: []\nspans:\n  - name: 秋季学期\n    from: 2026-12-20\n    to: 2026-08-17';
    const [spec] = read(source).rows;
    if (!spec) throw new Error('no row');
    const built = buildRow(spec, {
      now: DateTime.fromISO('2026-11-05', { zone: 'UTC' }),
      weekStart: 'monday',
      source,
      properties: () => ({ state: 'waiting' }),
      entries: () => [],
    });
    const lines = source.split('\n');
    expect(!built.ok && built.problem.places.map(({ line, from, to }) => [line, lines[line]?.slice(from, to)])).toEqual(
      [
        [3, '2026-12-20'],
        [4, '2026-08-17'],
      ],
    );
  });
});

it('reads the same options from a script', () => {
  const source = 'style: ring\nperiods: [day, wek]\nspans:\n  - {name: a, to: 2026-12-01}';
  const fromBlock = read(source);
  const fromScript = readProgressScriptOptions(parse(source), defaults);
  const bare = (options: typeof fromBlock) =>
    JSON.stringify(options, (key, value: unknown) => (key === 'places' ? undefined : value));
  expect(bare(fromScript)).toBe(bare(fromBlock));
});

it('never throws, whatever is written', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string()),
    fc.date({ noInvalidDate: false }),
  );
  const span = fc.dictionary(fc.constantFrom('name', 'from', 'to', 'note', 'zone', 'unit', 'kind', 'x'), value);
  const options = fc.record(
    {
      periods: fc.oneof(value, fc.array(value)),
      style: value,
      spans: fc.oneof(value, fc.array(fc.oneof(value, span))),
      goal: fc.oneof(value, fc.dictionary(fc.string(), value)),
      language: value,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(options, (written) => {
      expect(() => readProgressScriptOptions(written, defaults)).not.toThrow();
      expect(() => outcome(stringify(written))).not.toThrow();
    }),
    { numRuns: 300 },
  );
});
