import { describe, expect, it } from 'vitest';
import { countPages, parseMinutes, parsePass } from '../../../src/core/reading/amounts';

describe('parseMinutes', () => {
  it.each([
    ['60', 60],
    ['0', 0],
    ['60 min', 60],
    ['90m', 90],
    ['1h30m', 90],
    ['1 hour, 30 minutes', 90], // as Dataview writes it
    ['2 hours and 5 min', 125],
    ['1h 30', 90],
    ['1.5h', 90],
    ['2 hours', 120],
    ['12.4', 12],
    ['1 小时 30 分钟', 90],
    ['45 分钟', 45],
    ['６０', 60],
    ['24h', 1440],
  ])('%s', (written, minutes) => {
    expect(parseMinutes(written)).toBe(minutes);
  });

  it.each(['', ' ', '-5', 'an hour', '1:30', '25h', '1441', '1e2', 'NaN', '60 60', '١٢'])('not “%s”', (written) => {
    expect(parseMinutes(written)).toBeNull();
  });
});

describe('parsePass', () => {
  it.each([
    ['1', 1],
    [' 3 ', 3],
    ['２', 2],
    ['0', null],
    ['4', null],
    ['2.5', null],
    ['two', null],
  ])('%s', (written, pass) => {
    expect(parsePass(written)).toBe(pass);
  });
});

describe('countPages', () => {
  it.each([
    ['4', 1],
    ['4-6', 3],
    ['4–6', 3],
    ['4-6, 9', 4],
    ['pp. 12-13', 2],
    ['第 3 页', 1],
    ['3-4、8', 3],
    ['6-4', null],
    ['', null],
    ['iv', null],
    ['12 of them', null],
    ['4-', null],
  ])('%s', (written, pages) => {
    expect(countPages(written)).toBe(pages);
  });
});
