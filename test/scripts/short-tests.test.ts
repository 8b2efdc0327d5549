import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { testEdits } from '../../scripts/short-tests.mjs';

/** Types, and what may be of each. */
const TYPES: Record<string, readonly unknown[]> = {
  string: ['', 'a', '0'],
  "'a' | 'b'": ['a', 'b'],
  'string | null': ['', 'a', null],
  'string | undefined': ['', 'a', undefined],
  number: [0, -0, 1, NaN],
  'number | null': [0, 1, NaN, null],
  boolean: [true, false],
  'boolean | undefined': [true, false, undefined],
  'bigint | null': [0n, 1n, null],
  object: [{}, []],
  'object | null': [{}, null],
  'string[] | undefined': [[], [''], undefined],
  '(() => void) | null': [(): void => undefined, null],
  'object | null | undefined': [{}, null, undefined],
  'object | string | null': [{}, '', null],
  '{}': [{}, 0, '', false],
  '{} | undefined': [{}, 0, '', false, undefined],
  '{ length: number } | null': [[], '', null],
  unknown: [0, '', null, undefined, {}, false],
  any: [0, '', null, undefined, {}, false], // eslint has no say in a text
};

/** A comparison as main.js has it. */
function shortOf(declared: string, comparison: string): string {
  const name = 'one.ts';
  const text = `${declared}\nvoid (${comparison});`;
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  const options = { strict: true, target: ts.ScriptTarget.ES2022, noLib: true };
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    getSourceFile: (asked) => (asked === name ? file : undefined),
  };
  const checker = ts.createProgram([name], options, host).getTypeChecker();
  const edits: [number, number, string][] = [];
  const visit = (node: ts.Node): void => {
    edits.push(...testEdits(node, checker));
    ts.forEachChild(node, visit);
  };
  visit(file);
  const start = text.length - comparison.length - 2;
  let short = text;
  for (const [from, to, put] of edits.sort(([a], [b]) => b - a)) short = short.slice(0, from) + put + short.slice(to);
  return short.slice(start, -2);
}

const LISTS = 'interface Array<T> { length: number } interface String { length: number }';
const declare = (a: string, b = 'string'): string => `${LISTS} declare let a: ${a}; declare let b: ${b};`;

/** What a comparison answers for all that may be of two types. */
function answers(comparison: string, a: string, b: string): unknown[] {
  const ask = new Function('a', 'b', `return ${comparison}`) as (a: unknown, b: unknown) => unknown;
  return (TYPES[a] ?? []).flatMap((one) => (TYPES[b] ?? []).map((other) => ask(one, other)));
}

describe('comparisons in main.js', () => {
  it.each([
    ['object | null', 'a === null', '!(a)'],
    ['object | null', 'a !== null', '!!(a)'],
    ['object | undefined', 'a === undefined', '!(a)'],
    ['string', "a !== ''", '!!(a)'],
    ['string[]', 'a.length === 0', '!(a.length)'],
    ['string[]', 'a.length > 0', '!!(a.length)'],
    ['string | null', 'a === null', 'a == null'],
    ['string', "a === 'x'", "a == 'x'"],
    ['string | undefined', 'a !== b', 'a != b'],
    ['number', 'a === 0', 'a == 0'], // NaN is falsy, too
  ])('of %s, %s is %s', (type, comparison, short) => {
    expect(shortOf(declare(type), comparison)).toBe(short);
  });

  it.each([
    ['unknown', 'a === null'],
    ['object | null | undefined', 'a === null'],
    ['object | string | null', 'a !== b'],
    ['{} | undefined', 'a !== undefined'], // takes 0 and ''
    ['unknown', 'a !== null && a !== undefined && a !== 0'],
    ['number', 'a > 0'],
    ['object | null', 'a === undefined'],
  ])('of %s, %s stays', (type, comparison) => {
    expect(shortOf(declare(type), comparison)).toBe(comparison);
  });

  const pairs = Object.keys(TYPES).flatMap((a) => Object.keys(TYPES).map((b) => [a, b] as const));
  it.each(['===', '!=='])('answers as before with %s, whatever is compared', (sign) => {
    for (const [a, b] of pairs) {
      const comparison = `a ${sign} b`;
      expect(answers(shortOf(declare(a, b), comparison), a, b), `${a} ${sign} ${b}`).toEqual(answers(comparison, a, b));
    }
  });

  it.each(['=== null', '!== null', '=== undefined', '!== undefined', "=== ''", "!== ''", '=== 0', '!== 0', '> 0'])(
    'answers as before with %s, of whatever type',
    (end) => {
      for (const a of Object.keys(TYPES)) {
        const comparison = `a ${end}`;
        const asked = answers(shortOf(declare(a), comparison), a, 'string');
        expect(asked, `${a} ${end}`).toEqual(answers(comparison, a, 'string'));
      }
    },
  );
});
