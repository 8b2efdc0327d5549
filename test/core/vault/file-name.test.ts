import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFor, fileNamesFor } from '../../../src/core/vault/file-name';

const name = (title: string): string => fileNameFor(title, 'Untitled');

describe('fileNameFor', () => {
  it.each([
    ['Masked Autoencoders Are Scalable Vision Learners', 'Masked Autoencoders Are Scalable Vision Learners'],
    ['Gaussian Splatting: A Survey', 'Gaussian Splatting - A Survey'],
    ['TCP/IP and C:\\x', 'TCP-IP and C - -x'],
    ['What is "it"? <b>*</b>', "What is 'it' b-b"],
    ['C# [[and]] a|b ^x', 'C and a - b x'],
    ['欧阳修：醉翁亭记', '欧阳修：醉翁亭记'],
    ['深度学习 🚀', '深度学习 🚀'],
    ['@attention', '@attention'],
    ['- dash', 'dash'],
    ['.hidden', 'hidden'],
    ['ends with a point.', 'ends with a point'],
    ['1984', '1984'],
    ['a\nb\tc\u0000d', 'a b c d'],
    ['\u202Ertl\u200B', 'rtl'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['Console', 'Console'],
    ['???', 'Untitled'],
    ['', 'Untitled'],
    ['e\u0301', '\u00E9'],
  ])('%j becomes %j', (title, expected) => {
    expect(name(title)).toBe(expected);
  });

  it('cuts long titles at a word, and Chinese ones by bytes', () => {
    const long = name('word '.repeat(60));
    expect([long.length <= 100, long.endsWith('word')]).toEqual([true, true]);
    expect(name('深'.repeat(80))).toBe('深'.repeat(46)); // 46 × 3 bytes of 140
  });

  it('is safe on every system, whatever the title', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', minLength: 50, maxLength: 300 })),
        (title) => {
          const made = name(title);
          expect(made).not.toMatch(/[\\/:*?"<>|#^[\]\p{Cc}]|^[.\s]|[.\s]$/u);
          expect(new TextEncoder().encode(`${made}.md`).length).toBeLessThanOrEqual(143);
          expect(made).toBe(new TextDecoder().decode(new TextEncoder().encode(made)));
          expect(made).not.toBe('');
          expect(name(made)).toBe(made);
        },
      ),
    );
  });
});

it('tries the year, then numbers, while a name is taken', () => {
  const names = fileNamesFor('A: B', 2022, 'x');
  expect([names.next().value, names.next().value, names.next().value, names.next().value]).toEqual([
    'A - B',
    'A - B (2022)',
    'A - B (2)',
    'A - B (3)',
  ]);
});
