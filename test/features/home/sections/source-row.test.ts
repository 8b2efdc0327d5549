import { describe, expect, it } from 'vitest';
import type { ReadingNow } from '../../../../src/core/home/reading-now';
import type { Source } from '../../../../src/core/reading/types';
import { sourceRow } from '../../../../src/features/home/sections/source-row';
import { en } from '../../../../src/i18n/en';

const SOURCE: Source = {
  path: 'a.md',
  kind: 'paper',
  title: 'A',
  authors: [],
  year: 2022,
  venue: 'CVPR',
  citekey: null,
  arxiv: null,
  doi: null,
  url: null,
  zotero: null,
  status: 'reading',
  rating: null,
  added: null,
  tags: [],
};
const TODAY = '2026-11-05'; // a Thursday
const row = (more: Partial<ReadingNow>, source: Partial<Source> = {}) =>
  sourceRow({ source: { ...SOURCE, ...source }, lastTouched: null, minutes: 0, pass: 0, ...more }, TODAY, en);

describe('a row of a source being read', () => {
  it.each([
    [null, 'no entry yet'],
    ['2026-11-05', 'today'],
    ['2026-11-04', 'yesterday'],
    ['2026-11-03', 'Tue'],
    ['2026-10-30', 'Fri'],
    ['2026-10-29', '29 Oct'], // a week ago: “Thu” would be today
    ['2026-01-01', '1 Jan'],
    ['2025-12-31', 'Wed 31 Dec 2025'],
  ])('touched on %s says “%s”', (lastTouched, touched) => {
    expect(row({ lastTouched }).touched).toBe(touched);
  });

  it.each([
    [0, 'next: pass 1'],
    [2, 'next: pass 3'],
    [3, 'all three passes read'],
  ] as const)('after pass %s says “%s”', (pass, next) => {
    expect(row({ pass }).pass).toEqual({ next, done: pass });
  });

  it('names the year once, and the kind where no venue is known', () => {
    expect(row({}).about).toBe('CVPR 2022');
    expect(row({}, { venue: 'CVPR 2022' }).about).toBe('CVPR 2022');
    expect(row({}, { venue: null, kind: 'book', year: null }).about).toBe('book');
  });
});
