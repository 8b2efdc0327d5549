import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineFields, withoutRanges } from '../../../src/core/markdown/inline-fields';

const pairs = (line: string): [string, string][] => inlineFields(line).map(({ key, value }) => [key, value]);

describe('inlineFields', () => {
  it.each([
    [
      'both kinds of brackets',
      'a [min:: 60] (pass:: 2)',
      [
        ['min', '60'],
        ['pass', '2'],
      ],
    ],
    [
      'no blanks, and many',
      '[min::60][ Pages ::  4-6 ]',
      [
        ['min', '60'],
        ['pages', '4-6'],
      ],
    ],
    ['an empty value', '[min:: ]', [['min', '']]],
    [
      'brackets in the value',
      '[a:: [[x]] and [y]] (b:: (c))',
      [
        ['a', '[[x]] and [y]'],
        ['b', '(c)'],
      ],
    ],
    ['a link before', '[[resnet|Deep]] [min:: 5]', [['min', '5']]],
    ['a code span', '`[min:: 5]` [min:: 6]', [['min', '6']]],
    ['one colon', '[min: 5]', []],
    ['no closing bracket', '[min:: 5', []],
    ['no key', '[:: 5]', []],
    ['a key over the whole line, which needs no brackets', 'min:: 5', []],
  ])('reads %s', (_name, line, expected) => {
    expect(pairs(line)).toEqual(expected);
  });

  it('says where a field stands', () => {
    const [field] = inlineFields('ab [min:: 5] c');
    expect([field?.start, field?.end]).toEqual([3, 12]);
  });

  it('never throws, and its fields stand apart and inside the line', () => {
    const piece = fc.constantFrom('[', ']', '(', ')', '::', 'a', ' ', '`', '[[', ']]');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (line) => {
          let at = 0;
          for (const field of inlineFields(line)) {
            expect(field.start).toBeGreaterThanOrEqual(at);
            expect(field.end).toBeLessThanOrEqual(line.length);
            at = field.end;
          }
        },
      ),
    );
  });
});

describe('withoutRanges', () => {
  it('leaves one blank where a stretch was, and none at the ends', () => {
    expect(
      withoutRanges('a [min:: 5]  b [x:: 1]', [
        { start: 2, end: 11 },
        { start: 15, end: 22 },
      ]),
    ).toBe('a b');
  });

  it('leaves a line without any as it is', () => {
    expect(withoutRanges(' a  b ', [])).toBe(' a  b ');
  });
});
