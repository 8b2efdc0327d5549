import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import { readNamedSpans } from '../../../src/core/time/named-spans';
import { instantOfWhen, readWhen, writeWhen } from '../../../src/core/time/when';
import { nearestZone, zoneLabel, zoneNamed } from '../../../src/core/time/zone';

const shanghai = IANAZone.create('Asia/Shanghai');
const instant = (text: string, edge: 'start' | 'end' = 'end'): string => {
  const read = readWhen(text);
  return read.ok ? new Date(instantOfWhen(read.when, edge, shanghai)).toISOString() : read.problem;
};

describe('a date or time as written', () => {
  it.each([
    ['2026-11-17', '2026-11-17T16:00:00.000Z'], // the end of the day in Shanghai
    ['2026-11-17 23:59', '2026-11-17T15:59:00.000Z'],
    ['2026-11-17T23:59', '2026-11-17T15:59:00.000Z'],
    ['2026-11-17T23:59:30', '2026-11-17T15:59:30.000Z'],
    ['2026-11-17 24:00', '2026-11-17T16:00:00.000Z'],
    ['2026-11-17 9:05', '2026-11-17T01:05:00.000Z'],
    ['2026-11-17T23:59:00Z', '2026-11-17T23:59:00.000Z'],
    ['2026-11-17T23:59:00.000+01:00', '2026-11-17T22:59:00.000Z'],
    ['2026-11-17 23:59 AoE', '2026-11-18T11:59:00.000Z'], // UTC-12
    ['2026-11-17 AoE', '2026-11-18T12:00:00.000Z'],
    ['2026-11-17 11:59 PM', '2026-11-17T15:59:00.000Z'],
    ['2026-11-17 11:59pm AoE', '2026-11-18T11:59:00.000Z'],
    ['2026-11-17 5 p.m. UTC', '2026-11-17T17:00:00.000Z'],
    ['2026-11-17 12:00 AM', '2026-11-16T16:00:00.000Z'], // midnight, at the beginning of the day
    ['2026-11-17 12:30 PM', '2026-11-17T04:30:00.000Z'], // half past noon
    ['2026-11-17 23:59 PM', '2026-11-17T15:59:00.000Z'],
    ['2026-11-17 America/New_York', '2026-11-18T05:00:00.000Z'], // no “Am”
    ['2026年11月17日 下午 5:30', '2026-11-17T09:30:00.000Z'],
    ['2026年11月17日上午9：05', '2026-11-17T01:05:00.000Z'],
    ['2026年11月17日23:59', '2026-11-17T15:59:00.000Z'],
    ['2026年11月17号', '2026-11-17T16:00:00.000Z'],
    ['2026 年 1 月 5 日', '2026-01-05T16:00:00.000Z'],
    ['2026/11/17 23:59', '2026-11-17T15:59:00.000Z'],
    ['2026-1-5', '2026-01-05T16:00:00.000Z'],
    ['20261117', '2026-11-17T16:00:00.000Z'],
    ['2026-11-17 23:59 UTC-8', '2026-11-18T07:59:00.000Z'],
    ['2026-11-17 23:59 America/New_York', '2026-11-18T04:59:00.000Z'], // winter time, UTC-5
    ['2026-03-08 02:30 America/Los_Angeles', '2026-03-08T10:00:00.000Z'], // never shown: the leap itself
  ])('%s ends at %s', (text, expected) => {
    expect(instant(text)).toBe(expected);
  });

  it.each([
    ['soon', 'not-a-day'],
    ['2026', 'not-a-day'],
    ['2026-13-01', 'no-such-month'],
    ['2026-02-30', 'no-such-day'],
    ['2027-02-29 10:00', 'no-such-day'],
    ['2026-11-17 24:01', 'no-such-time'],
    ['2026-11-17 12:60', 'no-such-time'],
    ['2026-11-17 12:00 Nowhere', 'unknown-zone'],
    ['2026-11-17 11:59 PM PST', 'unknown-zone'],
    ['2026-11-17 13:00 AM', 'no-such-time'],
    ['2026-11-17 0:30 PM', 'no-such-time'],
    ['2026-11-17 11:60 PM', 'no-such-time'],
    ['2026-11-17 5', 'not-a-day'],
    ['2026年13月1日', 'no-such-month'],
    ['2026/2/30', 'no-such-day'],
    ['18.09.2026', 'not-a-day'],
    ['09/18/2026', 'not-a-day'],
    ['2026-3/1', 'not-a-day'],
    ['2026-11-17 12:00 UTC+15', 'unknown-zone'],
    ['2026-11-17 ???', 'not-a-day'],
  ])('%s is refused: %s', (text, problem) => {
    expect(instant(text)).toBe(problem);
  });

  it.each([
    '2026-11-17',
    '2026-11-17 23:59',
    '2026-11-17 9:05:30 AoE',
    '2026-11-17 0:00 Asia/Kathmandu',
    '2026-11-17 24:00',
  ])('%s is written as it was read', (text) => {
    const read = readWhen(text);
    expect(read.ok && writeWhen(read.when)).toBe(text);
  });

  it('agrees with Temporal on any local time', () => {
    const zone = fc.constantFrom('America/Los_Angeles', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia');
    const ms = fc.integer({ min: Date.UTC(2005, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 });
    fc.assert(
      fc.property(ms, zone, (minute, name) => {
        const text = new Date(minute * 60_000).toISOString().slice(0, 16);
        const read = readWhen(text);
        if (!read.ok) throw new Error(text);
        const local = Temporal.PlainDateTime.from(text);
        const later = local.toZonedDateTime(name, { disambiguation: 'later' });
        const earlier = local.toZonedDateTime(name, { disambiguation: 'earlier' });
        // A time that comes twice: the first. One that never comes: the end of the gap.
        const expected = later.toPlainDateTime().equals(local)
          ? earlier.epochMilliseconds
          : (earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? 0);
        expect(instantOfWhen(read.when, 'start', IANAZone.create(name))).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('zones', () => {
  it.each([
    ['AoE', 'AoE', -720],
    ['aoe', 'AoE', -720],
    ['UTC', 'UTC', 0],
    ['UTC+8', 'UTC+8', 480],
    ['GMT-03:30', 'UTC-3:30', -210],
    ['Asia/Kathmandu', 'Asia/Kathmandu', 345],
  ])('%s', (name, label, offset) => {
    const zone = zoneNamed(name);
    expect(zone && [zoneLabel(zone), zone.offset(Date.UTC(2026, 0, 1))]).toEqual([label, offset]);
  });

  it.each(['', 'Mars/Olympus', 'Shanghai', 'UTC+99', 'CST'])('%j is none', (name) => {
    expect(zoneNamed(name)).toBeNull();
  });

  it.each([
    ['Asia/Shangai', 'Asia/Shanghai'],
    ['Shanghai', 'Asia/Shanghai'],
    ['new york', 'America/New_York'],
    ['AOO', 'AoE'],
    ['qqqqqqqqqq', null],
  ])('%s most likely means %s', (name, expected) => {
    expect(nearestZone(name)).toBe(expected);
  });
});

describe('named spans of the settings', () => {
  it('reads one a line, and tells the lines it cannot read', () => {
    const text = [
      'Autumn term: 2026-09-07..2027-01-15',
      '',
      '# a remark',
      '秋季学期：2026-09-07 … 2027-01-15',
      'CVPR: 2027: 2026-11-17 23:59 AoE',
      'no date here',
      'twice: 2026-01-01..2026-02-01..2026-03-01',
      'wrong: 2026-02-30..2026-03-01',
      '春季学期：2027年2月22日至2027年7月2日',
      'Year 2026/27: 2026/9/7..2027.7.2',
      'Thesis: 20270601 5 PM',
    ].join('\n');
    const { spans, unreadable } = readNamedSpans(text);
    expect(spans.map(({ name, from, to }) => [name, from?.day ?? null, to.day, to.time])).toEqual([
      ['Autumn term', '2026-09-07', '2027-01-15', null],
      ['秋季学期', '2026-09-07', '2027-01-15', null],
      ['CVPR: 2027', null, '2026-11-17', 86_340_000],
      ['春季学期', '2027-02-22', '2027-07-02', null],
      ['Year 2026/27', '2026-09-07', '2027-07-02', null],
      ['Thesis', null, '2027-06-01', 61_200_000],
    ]);
    expect(unreadable.map(({ line }) => line)).toEqual([5, 6, 7]);
  });
});
