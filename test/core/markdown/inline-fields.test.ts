import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineFields, withoutRanges } from '../../../src/core/markdown/inline-fields';

const pairs = (line: string): [string, string][] => inlineFields(line).map(({ key, value }) => [key, value]);

/** Where fields begin and end by Dataview's rule, from each opening bracket anew: the depth of its kind, escapes left out. */
function bracketsByRule(line: string): [number, number][] {
  const found: [number, number][] = [];
  for (let start = 0; start < line.length; start++) {
    const open = line.charAt(start);
    if (open !== '[' && open !== '(') continue;
    const separator = line.indexOf('::', start);
    if (separator < 0 || !/^[^[\]()]+$/.test(line.slice(start + 1, separator))) continue;
    const end = endByRule(line, separator + 2, open, open === '[' ? ']' : ')');
    if (end === null) continue;
    found.push([start, end]);
    start = end - 1;
  }
  return found;
}

function endByRule(line: string, from: number, open: string, close: string): number | null {
  let depth = 0;
  for (let at = from; at < line.length; at++) {
    if (line.charAt(at) === '\\') at += 1;
    else if (line.charAt(at) === open) depth += 1;
    else if (line.charAt(at) === close && --depth < 0) return at + 1;
  }
  return null;
}

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

  // Dataview's own cases (src/test/parse/parse.inline.test.ts), and what its rule says of their neighbours.
  it.each<[string, [string, string][]]>([
    ['[]', []],
    ['()', []],
    ['[key:value]', []],
    ['(key:value)', []],
    ['[key::value]', [['key', 'value']]],
    ['(key::value)', [['key', 'value']]],
    [
      '[key:: value] and so thus, [key2:: value2]',
      [
        ['key', 'value'],
        ['key2', 'value2'],
      ],
    ],
    ['[[[[hello:: 16]]', [['hello', '16']]],
    ['This is some text. [key:: [value]]', [['key', '[value]']]],
    ['Hello? [key! :: \\[value]', [['key!', '\\[value']]],
    ['[key:: a\\] b]', [['key', 'a\\] b']]],
    ['[key:: a\\\\] b]', [['key', 'a\\\\']]],
    ['\\[key:: a]', [['key', 'a']]],
    ['[[x]] \\[key:: a] b]', [['key', 'a']]],
    ['(key:: :\\))', [['key', ':\\)']]],
    ['[key:: a\\]', []],
  ])('agrees with Dataview on %s', (line, expected) => {
    expect(pairs(line)).toEqual(expected);
  });

  it('closes brackets as Dataview does, in any line', () => {
    const piece = fc.constantFrom('[', ']', '(', ')', '[k:: ', '(k:: ', '\\', 'a');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const line = pieces.join('');
        expect(inlineFields(line).map(({ start, end }) => [start, end])).toEqual(bracketsByRule(line));
      }),
      { numRuns: 3000 },
    );
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
