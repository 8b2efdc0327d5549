import { describe, expect, it } from 'vitest';
import { readingNow } from '../../../src/core/home/reading-now';
import type { LogEntry, Source } from '../../../src/core/reading/types';

const source = (title: string, more: Partial<Source> = {}): Source => ({
  path: `${title}.md`,
  kind: 'paper',
  title,
  authors: [],
  year: null,
  venue: null,
  citekey: null,
  arxiv: null,
  doi: null,
  url: null,
  zotero: null,
  status: 'reading',
  rating: null,
  added: null,
  tags: [],
  ...more,
});
const entry = (title: string, date: string, more: Partial<LogEntry> = {}): LogEntry => ({
  source: `${title}.md`,
  path: `${title}.md`,
  line: 0,
  date,
  text: '',
  minutes: null,
  pass: null,
  pages: null,
  status: null,
  deep: false,
  private: false,
  ...more,
});

function list(sources: Source[], entries: LogEntry[], today = '2026-12-31') {
  return readingNow(sources, (path) => entries.filter((one) => one.source === path), today);
}

describe('the sources being read', () => {
  it('come last touched first, then last added, then by title', () => {
    const { reading } = list(
      [
        source('Alpha', { added: '2026-01-01' }),
        source('Beta'),
        source('Delta', { added: '2026-03-01' }),
        source('Epsilon'),
        source('Gamma'),
        source('Zeta'),
      ],
      [entry('Gamma', '2026-11-01'), entry('Gamma', '2026-10-01'), entry('Epsilon', '2026-11-03')],
    );
    expect(reading.map((one) => one.source.title)).toEqual(['Epsilon', 'Gamma', 'Delta', 'Alpha', 'Beta', 'Zeta']);
  });

  it('are those logged in the last fourteen days, too, whatever their status; a coming day is none of them', () => {
    const of = (today: string): string[] =>
      list(
        [
          source('done', { status: 'read' }),
          source('given up', { status: 'dropped' }),
          source('old', { status: 'inbox' }),
        ],
        [entry('done', '2026-11-10'), entry('given up', '2026-11-09'), entry('old', '2026-10-01')],
        today,
      ).reading.map((one) => one.source.title);
    expect(of('2026-11-10')).toEqual(['done', 'given up']);
    expect(of('2026-11-22')).toEqual(['done', 'given up']); // the fourteenth day from the 9th
    expect(of('2026-11-23')).toEqual(['done']);
    expect(of('2026-11-09')).toEqual(['given up']);
  });

  it('are else those with that status only; what waits stands beside, latest added first, and not twice', () => {
    const answer = list(
      [
        source('a'),
        source('b', { status: 'queued' }),
        source('c', { status: 'inbox', added: '2026-12-30' }),
        source('d', { status: 'read' }),
        source('e', { status: 'dropped' }),
        source('f', { status: 'inbox' }),
      ],
      [entry('f', '2026-12-30')],
    );
    expect(answer.total).toBe(6);
    expect(answer.reading.map(({ source: { title } }) => title)).toEqual(['f', 'a']);
    expect(answer.waiting.map(({ title }) => title)).toEqual(['c', 'b']);
  });

  it('know their latest day, all their minutes and the highest pass, private lines among them', () => {
    const entries = [
      entry('a', '2026-10-02', { minutes: 60, pass: 2 }),
      entry('a', '2026-11-04', { minutes: 30, private: true }),
      entry('a', '2026-11-03', { pass: 1 }),
    ];
    expect(list([source('a')], entries).reading[0]).toMatchObject({
      lastTouched: '2026-11-04',
      minutes: 90,
      pass: 2,
    });
  });

  it('have passes where they are papers', () => {
    expect(list([source('a')], []).reading[0]?.pass).toBe(0);
    expect(list([source('a', { kind: 'book' })], [entry('a', '2026-10-02', { pass: 2 })]).reading[0]?.pass).toBeNull();
  });
});
