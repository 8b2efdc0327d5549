import { describe, expect, it } from 'vitest';
import { priceOf, printOf, sentText, tokensOf } from '../../../src/core/ask/sent-text';

const passage = (text: string, headings: readonly string[] = ['A', 'B']) => ({
  headings,
  lines: text.split('\n').map((line, number) => ({ number, text: line })),
});

describe('a passage that is sent', () => {
  it('says where it stands', () => {
    expect(sentText('MAE', passage('one\ntwo\n'))).toBe('MAE › A › B\none\ntwo');
    expect(sentText('MAE', passage('one', []))).toBe('MAE\none');
  });

  it('is known by headings and text, not by its note or its place', () => {
    const print = printOf(passage('one\n'));
    expect(Number.isSafeInteger(print)).toBe(true);
    expect(printOf({ ...passage('one'), lines: [{ number: 7, text: 'one' }] })).toBe(print);
    expect(printOf(passage('two'))).not.toBe(print);
    expect(printOf(passage('one', ['A']))).not.toBe(print);
    expect(printOf(passage('\n'))).toBe(0);
  });
});

describe('what it costs', () => {
  it('is reckoned by characters, rather too much', () => {
    expect(tokensOf('遮掉图块')).toBe(4);
    expect(tokensOf('abcdef')).toBe(2);
    expect(tokensOf('遮 75%')).toBe(1 + Math.ceil(4 / 3));
    expect(tokensOf('')).toBe(0);
  });

  it.each([
    [312_000, '0.5 元', '0.16 元'], // 0.156
    [2_000_000, '¥0.5', '¥1.00'],
    [1_000_000, '2', '2.00'],
    [500_000, '０．５ 元', '0.25 元'],
    [500_000, '0,5 €', '0.25 €'],
    [500_000, '0,125 €', '0.063 €'], // 0.0625
    [500_000, '1,000円', '500.00円'],
    [40, '$0.02', '$0.0000008'],
    [10, '1.2.3', null],
    [10, '', null],
    [10, 'free', null],
  ])('%d tokens at “%s”: %s', (tokens, rate, price) => {
    expect(priceOf(tokens, rate)).toBe(price);
  });
});
