import { expect, it } from 'vitest';
import { personName, surnameKey } from '../../../src/core/reading/person-name';
import { readSource } from '../../../src/core/reading/source';

it.each([
  [{ given: 'Jan', particle: 'van der', family: 'Meer' }, 'Jan van der Meer'],
  [{ given: 'Martin Luther', family: 'King', suffix: 'Jr.' }, 'Martin Luther King, Jr.'],
  [{ given: '修', family: '欧阳' }, '欧阳修'],
  [{ given: '철수', family: '김' }, '김철수'],
  [{ given: 'さくら', family: '木之本' }, '木之本さくら'],
  [{ family: 'Lab Z' }, 'Lab Z'],
])('puts %o together', (parts, name) => {
  expect(personName(parts)).toBe(name);
});

it('reads CSL names with their particles', () => {
  const author = [
    { family: 'Meer', given: 'Jan', 'non-dropping-particle': 'van der' },
    { family: '김', given: '철수' },
    { literal: 'Lab Z' },
  ];
  expect(readSource('a.md', { author, authors: author }).authors).toEqual(['Jan van der Meer', '김철수', 'Lab Z']);
});

it('knows one family name in either order', () => {
  for (const name of [
    'Jan van der Meer',
    'van der Meer, Jan',
    'Meer, J.',
    'Jan van der Méér',
    'Jan van der Meer Jr.',
  ]) {
    expect(surnameKey(name)).toBe('meer');
  }
  expect(surnameKey('欧阳 修')).toBe(surnameKey('欧阳修'));
});
