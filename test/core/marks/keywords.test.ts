import { describe, expect, it } from 'vitest';
import { findKeyword, HUES, readKeywords } from '../../../src/core/marks/keywords';

const read = (text: string): [string, readonly string[], string][] =>
  readKeywords(text).all.map(({ name, forms, hue }) => [name, forms, hue]);

describe('keywords', () => {
  it('are the usual ones where none are given', () => {
    expect(read(' \n')).toEqual([
      ['TODO', ['TODO', '待办'], 'orange'],
      ['FIXME', ['FIXME', '修正'], 'red'],
      ['IDEA', ['IDEA', '想法'], 'yellow'],
      ['ASK', ['ASK', '提问'], 'blue'],
      ['READ', ['READ', 'PAPER', '待读'], 'green'],
      ['NOTE', ['NOTE', '备注'], 'muted'],
    ]);
  });

  it('have a name, other forms and a colour, the latter two left out at will', () => {
    expect(read('ASK=提问,Q blue\nHYP\n假设 purple\nA = B、 丙，C pink\n')).toEqual([
      ['ASK', ['ASK', '提问', 'Q'], 'blue'],
      ['HYP', ['HYP'], 'muted'],
      ['假设', ['假设'], 'purple'],
      ['A', ['A', 'B', '丙', 'C'], 'pink'],
    ]);
    for (const hue of HUES) expect(read(`X ${hue}`)).toEqual([['X', ['X'], hue]]);
  });

  it.each(['todo', 'A=b', 'X mauve', 'To-do', '待办TODO', '=A', 'A=B=C', 'A.*', 'Aé'])('none in %s', (line) => {
    const { all, problems } = readKeywords(`OK\n${line}`);
    expect(all).toHaveLength(1);
    expect(problems).toEqual([{ line: 1, text: line }]);
  });

  it('are told where one is said twice', () => {
    expect(readKeywords('TODO=待办\nDO=待办').problems).toEqual([{ line: 1, text: 'DO=待办' }]);
  });

  it('are found by any form and in any case; else the likeliest is named', () => {
    const keywords = readKeywords('');
    expect(findKeyword('paper', keywords).keyword?.name).toBe('READ');
    expect(findKeyword('提问', keywords).keyword?.name).toBe('ASK');
    expect(findKeyword('FIXM', keywords)).toEqual({ keyword: null, nearest: 'FIXME' });
  });
});
