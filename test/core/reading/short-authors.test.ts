import { describe, expect, it } from 'vitest';
import { citedName, shortAuthors } from '../../../src/core/reading/short-authors';

const words = {
  and: (one: string, other: string) => `${one} & ${other}`,
  etAl: (first: string) => `${first} et al.`,
};

describe('authors in short', () => {
  it.each([
    ['Kaiming He', 'He'],
    ['He, Kaiming', 'He'],
    ['Laurens van der Maaten', 'van der Maaten'],
    ['Stanford', 'Stanford'],
    ['周志华', '周志华'],
    ['欧阳 修', '欧阳 修'],
    ['  Yann LeCun ', 'LeCun'],
    ['Émile Zola', 'Zola'],
    ['', ''],
  ])('%j is cited as %j', (author, name) => {
    expect(citedName(author)).toBe(name);
  });

  it('name one or two, and the first of more', () => {
    expect(shortAuthors(['Kaiming He'], words)).toBe('He');
    expect(shortAuthors(['Kaiming He', 'Ross Girshick'], words)).toBe('He & Girshick');
    expect(shortAuthors(['Kaiming He', 'Xinlei Chen', 'Saining Xie'], words)).toBe('He et al.');
    expect(shortAuthors([' ', ''], words)).toBeNull();
    expect(shortAuthors([], words)).toBeNull();
  });
});
