import { describe, expect, it } from 'vitest';
import { isPlan, parseListLine } from '../../../src/core/markdown/list-lines';

describe('parseListLine', () => {
  it.each([
    ['- a ', { indent: '', mark: '-', checkbox: null, text: 'a', textStart: 2 }],
    ['\t*  a', { indent: '\t', mark: '*', checkbox: null, text: 'a', textStart: 4 }],
    ['  + [x] a', { indent: '  ', mark: '+', checkbox: 'x', text: 'a', textStart: 8 }],
    ['- [ ] ', { indent: '', mark: '-', checkbox: ' ', text: '', textStart: 6 }],
    ['- [[a]] b', { indent: '', mark: '-', checkbox: null, text: '[[a]] b', textStart: 2 }],
    ['- [✓] a', { indent: '', mark: '-', checkbox: '✓', text: 'a', textStart: 6 }],
    ['- [a](b)', { indent: '', mark: '-', checkbox: null, text: '[a](b)', textStart: 2 }],
  ])('%s', (line, expected) => {
    expect(parseListLine(line)).toEqual(expected);
  });

  it.each(['a', '-a', '1. a', '> - a', '---', '', '-', '**a**'])('no list item: %s', (line) => {
    expect(parseListLine(line)).toBeNull();
  });
});

describe('isPlan', () => {
  it.each([
    ['- [ ] a', true],
    ['- [-] a', true],
    ['- [>] a', true],
    ['- [x] a', false],
    ['- [/] a', false],
    ['- a', false],
  ])('%s', (line, expected) => {
    const item = parseListLine(line);
    expect(item !== null && isPlan(item)).toBe(expected);
  });
});
