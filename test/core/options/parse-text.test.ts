import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseText } from '../../../src/core/options/parse-text';
import { dayFromNumber } from '../../../src/core/time/calendar-day';

const yaml = {
  parse: (text: string) => parse(text, { logLevel: 'error' }) as unknown,
  stringify: (value: unknown) => stringify(value),
};
const day = (n: number): string => dayFromNumber(20_000 + n);
const many = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');
const valuesOf = (source: string): unknown => {
  const read = parseText(source, yaml);
  return 'values' in read ? read.values : read;
};

describe('a long block', () => {
  it('says what the YAML reader makes of the whole', () => {
    const entry = fc.oneof(
      { weight: 10, arbitrary: fc.integer().map((n) => (key: string) => `  ${key}: ${String(n)}`) },
      fc.constantFrom(
        (key: string) => `  "${key}": "quoted: text"`,
        (key: string) => `  ${key}:\n    date: deeper\n    value: 1`,
        (key: string) => `  ${key}: two\n    lines`,
        (key: string) => `  # a remark\n\n  ${key}: 1 # and another`,
        (key: string) => `  ${key}: [1,\n    2]`,
        (key: string) => `  ${key}:`,
      ),
    );
    fc.assert(
      fc.property(fc.array(entry, { minLength: 450, maxLength: 700 }), (entries) => {
        const map = entries.map((line, n) => line(day(n))).join('\n');
        const source = `title: a\ndata:\n${map}\nfilter:\n  tag: cv\n`;
        expect(valuesOf(source)).toEqual(yaml.parse(source));
      }),
      { numRuns: 3 },
    );
  });

  it.each([
    ['a list', `data:\n${many(500, (n) => `  - {date: ${day(n)}, value: ${String(n)}}`)}`],
    ['a list of entries over lines', `data:\n${many(500, (n) => `  - date: ${day(n)}\n    value: ${String(n)}`)}`],
    ['a list at the margin', `data:\n${many(500, (n) => `- {date: ${day(n)}, value: ${String(n)}}`)}\nrange: 2026`],
    [
      'of plain numbers',
      `data:\n${many(500, (n) => `  ${day(n)}: ${['0', '-3', '2.50', '12', '-0.5'][n % 5] ?? ''}`)}`,
    ],
    [
      'of all but plain numbers',
      `data:\n${many(500, (n) => `  ${day(n)}: ${['010', '1e3', '.5', '+2', '0x1F', '-0', '5.', '1_000'][n % 8] ?? ''}`)}`,
    ],
    ['a text', `data: |\n${many(500, (n) => `  ${day(n)}: 1`)}`],
    ['one that leans on an earlier entry', `data:\n  a: &one 1\n${many(500, (n) => `  ${day(n)}: 1`)}\n  z: *one`],
    [
      'lines that begin further in, and quotes over lines',
      `data:\n${many(500, (n) => `      ${day(n)}: "a\n        b"`)}`,
    ],
    ['line ends of Windows', `data:\n${many(500, (n) => `  ${day(n)}: 1`)}\nrange: 2026`.replaceAll('\n', '\r\n')],
  ])('is right where it is %s', (_name, source) => {
    expect(valuesOf(source)).toEqual(yaml.parse(source));
  });

  it('names the line that is wrong, and a day that stands twice', () => {
    const lines = many(900, (n) => `  ${day(n)}: 1`).split('\n');
    const wrong = ['data:', ...lines.map((line, n) => (n === 700 ? '  2026-01-01; 5' : line))].join('\n');
    expect(parseText(wrong, yaml)).toMatchObject({ line: 701 });
    const after = ['title: a', 'data:', ...lines, 'range: [2026', 'goal: 5'].join('\n');
    expect(parseText(after, yaml)).toMatchObject({ line: expect.toSatisfy((line: number) => line >= 902) as number });
    const twice = ['data:', ...lines, lines[3]].join('\n');
    expect(parseText(twice, yaml)).toMatchObject({ message: expect.stringContaining(day(3)) as string });
  });

  it('of 20,000 lines is read in less time than the reader takes for twenty of 2,000', () => {
    const time = (run: () => unknown): number => {
      const start = performance.now();
      run();
      return performance.now() - start;
    };
    const days = (count: number): string => `data:\n${many(count, (n) => `  ${day(n)}: some ${String(n)}`)}`;
    const [short, long] = [days(2_000), days(20_000)];
    const runs = [1, 2, 3];
    const whole = Math.min(...runs.map(() => time(() => yaml.parse(short))));
    expect(Math.min(...runs.map(() => time(() => parseText(long, yaml))))).toBeLessThan(20 * whole); // 100 by the square
  });
});
