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
    const twice = ['data:', ...lines, lines[3]].join('\n');
    expect(parseText(twice, yaml)).toMatchObject({ message: expect.stringContaining(day(3)) as string });
  });

  it('takes time by its lines, not by their square', () => {
    const time = (count: number): number => {
      const source = `data:\n${many(count, (n) => `  ${day(n)}: 1`)}`;
      const start = performance.now();
      parseText(source, yaml);
      return performance.now() - start;
    };
    const least = (count: number): number => Math.min(time(count), time(count), time(count));
    time(2_000);
    expect(least(20_000)).toBeLessThan(least(2_000) * 40); // ten by the lines, a hundred by their square
  });
});
