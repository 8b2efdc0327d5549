import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readBlockOptions, readScriptOptions } from '../../../src/core/options/block-options';
import { problemKey, problemLine, type OptionProblem } from '../../../src/core/options/problem';

const yaml = {
  parse: (text: string) => parse(text, { logLevel: 'error' }) as unknown,
  stringify: (value: unknown) => stringify(value),
};
const read = (source: string) => readBlockOptions(source, yaml);

/** The pieces of the source that a problem underlines. */
function marked(source: string, problem: OptionProblem | undefined): string[] {
  const lines = source.split('\n');
  return (problem?.places ?? []).map((place) => (lines[place.line] ?? '').slice(place.from, place.to));
}

describe('an empty block', () => {
  it.each(['', '\n', '   \n\t\n', '# only a remark'])('%j has no options and no problem', (source) => {
    const { root, problems } = read(source);
    root.only([]);
    expect(problems.all).toEqual([]);
  });
});

describe('a block that is no YAML', () => {
  it('names the line that the parser names', () => {
    const source = 'style: bars\nperiods: [day, week\nlanguage: zh';
    const [problem] = read(source).problems.all;
    expect(problem?.code).toBe('not-yaml');
    expect(problemLine(problem as OptionProblem)).toBeGreaterThan(1);
    expect(problem?.value).not.toBe('');
  });

  it('tells a text that is no mapping', () => {
    expect(read('just words').problems.all.map((one) => one.code)).toEqual(['not-options']);
    expect(read('- a\n- b').problems.all.map((one) => one.code)).toEqual(['not-options']);
  });
});

describe('unknown names', () => {
  it('underlines the key and offers the nearest', () => {
    const source = 'from: 2026-09-01\npallete: safe';
    const { root, problems } = read(source);
    root.only(['from', 'palette']);
    const [problem] = problems.all;
    expect(problem).toMatchObject({ code: 'unknown-key', nearest: 'palette', value: 'pallete' });
    expect(problemLine(problem as OptionProblem)).toBe(2);
    expect(marked(source, problem)).toEqual(['pallete']);
  });

  it('underlines one value of a flow list', () => {
    const source = 'style: table\nperiods: [day, wek]';
    const { root, problems } = read(source);
    expect(root.choices('periods', ['day', 'week'])).toEqual(['day']);
    expect(problems.all[0]).toMatchObject({ code: 'unknown-value', nearest: 'week' });
    expect(marked(source, problems.all[0])).toEqual(['wek']);
  });

  it('finds keys of entries, in every way of writing a list', () => {
    for (const source of [
      'spans:\n  - name: A\n    form: 2026-01-01',
      'spans:\n- name: A\n  form: 2026-01-01',
      'spans:\n  -\n    name: A\n    form: 2026-01-01',
      'spans: [{name: A, form: 2026-01-01}]',
      'spans:\n  - {name: A, form: 2026-01-01}',
      'spans:\r\n  - name: A\r\n    form: 2026-01-01',
    ]) {
      const { root, problems } = read(source);
      const [entry] = root.entries('spans', '{name: A}') ?? [];
      entry?.only(['name', 'from', 'to']);
      expect(problems.all[0]).toMatchObject({ code: 'unknown-key', nearest: 'from', path: ['spans', 0, 'form'] });
      expect(marked(source, problems.all[0]), source).toEqual(['form']);
    }
  });

  it('finds a value in an entry on one line', () => {
    const source = 'spans: [{name: from, "from": "2026-13-01", to: x}]';
    const { root, problems } = read(source);
    expect(root.entries('spans', '{name: A}')?.[0]?.day('from')).toBeUndefined();
    expect(marked(source, problems.all[0])).toEqual(['2026-13-01']);
    expect(source.slice(problems.placeOf(['spans', 0, 'from'], 'value')?.from)).toBe('"2026-13-01", to: x}]');
    expect(source.slice(problems.placeOf(['spans', 0, 'from'], 'key')?.from)).toBe('from": "2026-13-01", to: x}]');
  });

  it('does not take what every object has for an option', () => {
    const { root } = read('style: bars');
    expect(root.has('toString')).toBe(false);
    expect(root.text('constructor')).toBeUndefined();
  });
});

describe('values', () => {
  it('reads what is right', () => {
    const { root, problems } = read(
      'a: " text "\nb: 12\nc: true\nd: 2026-02-28\ne: one\nf: [x, 3]\ng: {h: 1}\ni:\n  - {k: v}\nempty:',
    );
    expect([root.text('a'), root.text('b'), root.number('b', { min: 0, max: 12 })]).toEqual(['text', '12', 12]);
    expect([root.boolean('c'), root.day('d'), root.oneOf('e', ['one', 'two'])]).toEqual([true, '2026-02-28', 'one']);
    expect([root.texts('f'), root.texts('a')]).toEqual([['x', '3'], ['text']]);
    expect(root.map('g', 'h: 1')?.number('h', { min: 0, max: 2 })).toBe(1);
    expect(root.entries('i', '{k: v}')?.[0]?.text('k')).toBe('v');
    expect([root.has('empty'), root.text('empty'), root.has('none')]).toEqual([false, undefined, false]);
    expect(problems.all).toEqual([]);
  });

  it.each(['2024-3-1', '2024/3/1', '20240301', '2024年3月1日', '[2024-03-01]', '[[2024-03-01]]', '"[[2024-03-01]]"'])(
    'reads the day in %s',
    (written) => {
      const { root, problems } = read(`from: ${written}`);
      expect([root.day('from'), problems.all]).toEqual(['2024-03-01', []]);
    },
  );

  it.each([
    ['from: 2026-13-01', 'no-such-month', '2026-13-01'],
    ['from: 2026-02-30', 'no-such-day', '2026-02-30'],
    ['from: 1.3.2024', 'not-a-day', '1.3.2024'],
    ['from: 2024/3/32', 'no-such-day', '2024/3/32'],
    ['from: 2024-03-01 10:00', 'not-a-day', '2024-03-01 10:00'],
    ['from: "soon" # really', 'not-a-day', '"soon"'],
    ['from: [2026-01-01, 2026-01-02]', 'not-a-day', '[2026-01-01, 2026-01-02]'],
  ])('tells what is wrong with %s', (source, code, mark) => {
    const { root, problems } = read(source);
    expect(root.day('from')).toBeUndefined();
    expect(problems.all.map((one) => [one.code, problemKey(one)])).toEqual([[code, 'from']]);
    expect(marked(source, problems.all[0])).toEqual([mark]);
  });

  it.each([
    ['n: twelve', 'not-number'],
    ['n: 1.5', 'not-number'],
    ['n: 13', 'out-of-range'],
    ['n: .nan', 'not-number'],
  ])('tells what is wrong with the number %s', (source, code) => {
    const { root, problems } = read(source);
    expect(root.number('n', { min: 1, max: 12, whole: true })).toBeUndefined();
    expect(problems.all.map((one) => one.code)).toEqual([code]);
  });

  it('tells wrong kinds', () => {
    const { root, problems } = read('t: {a: 1}\nb: "yes"\ne: [1]\nm: [1]');
    expect([root.text('t'), root.boolean('b'), root.entries('e', '{k: v}'), root.map('m', 'k: v')]).toEqual([
      undefined,
      undefined,
      [],
      undefined,
    ]);
    expect(root.require('name', 'A')).toBe(false);
    expect(problems.all.map((one) => one.code)).toEqual([
      'not-text',
      'not-yes-no',
      'not-entries',
      'not-keys',
      'missing',
    ]);
  });
});

describe('options of a script', () => {
  it('need no text, and have no places', () => {
    const { root, problems } = readScriptOptions({ style: 'brs' });
    expect(root.oneOf('style', ['bars'])).toBeUndefined();
    expect(problems.all[0]).toMatchObject({ nearest: 'bars', places: [] });
    expect(readScriptOptions(undefined).problems.all).toEqual([]);
    expect(readScriptOptions(3).problems.all.map((one) => one.code)).toEqual(['not-options']);
  });
});

it('never throws, and points only at what is there, whatever the text', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('a:', '  - b: 1', '- c', '    d: [x', "'e': |", '#'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const source = lines.join('\n');
      const { root, problems } = read(source);
      root.only(['a']);
      for (const entry of root.entries('a', '{b: 1}') ?? []) entry.only(['b']);
      const text = source.split('\n');
      for (const place of problems.all.flatMap((one) => one.places)) {
        expect(place.line).toBeLessThan(text.length);
        expect(place.from).toBeLessThanOrEqual(place.to);
        expect(place.to).toBeLessThanOrEqual((text[place.line] ?? '').length);
      }
    }),
  );
});

it('points at every key of a written mapping', () => {
  const key = fc.stringMatching(/^[a-z]{1,6}$/);
  const value = fc.oneof(fc.integer(), fc.stringMatching(/^[a-z 期]{0,8}$/));
  const map = fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 });
  fc.assert(
    fc.property(fc.record({ spans: fc.array(map, { minLength: 1, maxLength: 3 }), style: value }), (options) => {
      const source = stringify(options);
      const { root, problems } = read(source);
      const entries = root.entries('spans', '{name: A}') ?? [];
      for (const entry of entries) entry.only([]);
      const expected = options.spans.flatMap((span) => Object.keys(span));
      expect(problems.all.map((one) => marked(source, one)[0]?.replace(/['"]/g, ''))).toEqual(expected);
    }),
  );
});
