import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readProgressOptions } from '../../../src/core/progress/options';
import { buildRow } from '../../../src/core/progress/rows';
import { readNamedSpans } from '../../../src/core/time/named-spans';
import { writeWhen } from '../../../src/core/time/when';

const yaml = { parse: (text: string) => parse(text) as unknown, stringify: String };

/** The end of the one span of a block, or what is wrong with it; `frontmatter` is that of the note it names. */
function endOf(span: string, frontmatter = '', settings = ''): string {
  const source = `periods: []\nspans:\n  - ${span}`;
  const { rows } = readProgressOptions(source, yaml, { named: readNamedSpans(settings), weeklyGoalMinutes: 0 });
  const values = (parse(frontmatter) ?? {}) as Record<string, unknown>;
  const [built] = rows.map((spec) =>
    buildRow(spec, {
      now: DateTime.fromISO('2026-11-05T16:24', { zone: 'Asia/Shanghai' }),
      weekStart: 'monday',
      source,
      properties: (link) => ({ state: 'found', name: link, values }),
      entries: () => [],
    }),
  );
  if (built === undefined) return 'none';
  if (built.ok) return built.row.extent === null ? 'waiting' : writeWhen(built.row.extent.to);
  const { code, value, known } = built.problem;
  return [code, value, ...known].join(' | ');
}

const FORMS = ['2026-12-01', '2026-12-1', '2026/12/01', '20261201', '2026年12月1日', '[2026-12-01]', '[[2026-12-01]]'];

describe('a span’s date', () => {
  it.each([...FORMS, '"[[2026-12-01]]"', '"[[Daily/2026-12-01|the day]]"'])('is read from %s everywhere', (written) => {
    expect(endOf(`{name: it, to: ${written}}`)).toBe('2026-12-01');
    expect(endOf('{note: CVPR, to: deadline}', `deadline: ${written}`)).toBe('2026-12-01');
    expect(endOf(`{note: CVPR, to: ${written}}`, 'deadline: 2027-01-01')).toBe('2026-12-01'); // a date, no property
  });

  it.each(['2026-12-01', '2026/12/1', '20261201', '2026年12月1日'])('is read from %s in the settings', (written) => {
    expect(endOf('Due', '', `Due: ${written}`)).toBe('2026-12-01');
  });

  it.each([
    ['2026-12-01 11:59 PM AoE', '2026-12-01 23:59 AoE'],
    ['2026年12月1日 下午 5:00', '2026-12-01 17:00'],
  ])('may have a time of twelve hours: %s', (written, read) => {
    expect(endOf(`{name: it, to: ${written}}`)).toBe(read);
    expect(endOf('{note: CVPR, to: deadline}', `deadline: ${written}`)).toBe(read);
    expect(endOf('Due', '', `Due: ${written}`)).toBe(read);
  });

  it('that no one can read is told as it stands there', () => {
    expect(endOf('{note: CVPR, to: deadline}', 'deadline: [2026-12-01, 2026-12-02]')).toBe(
      'property-no-date | deadline | [2026-12-01, 2026-12-02]',
    );
    expect(endOf('{note: CVPR, to: deadline}', 'deadline: [[Someone]]')).toBe(
      'property-no-date | deadline | [[Someone]]',
    );
    expect(endOf('{note: CVPR, to: deadline}', 'deadline: 2026-12-01 23:59 PST')).toBe('unknown-zone | PST');
    expect(endOf('{name: it, to: 2026-12-01 25:00 PM}')).toBe('no-such-time | 25:00 PM');
    expect(endOf('{name: it, to: [2026-12-01, 2026-12-02]}')).toBe('not-a-day | [2026-12-01, 2026-12-02]');
    expect(endOf('{note: CVPR, to: {a: 1}}')).toBe('not-a-day | {a: 1}');
    expect(endOf('{note: CVPR, to: 2026/02/30}')).toBe('no-such-day | 2026/02/30');
  });
});

describe('a name', () => {
  it('of a property is known whatever its letter case, and however its letters are composed', () => {
    expect(endOf('{note: CVPR, to: deadline}', 'Deadline: 2026-12-01')).toBe('2026-12-01');
    expect(endOf('{note: CVPR, to: "Échéance"}'.normalize('NFC'), 'échéance: 2026-12-01'.normalize('NFD'))).toBe(
      '2026-12-01',
    );
  });

  it('of a span in the settings is, too', () => {
    expect(endOf('Été'.normalize('NFC'), '', 'Été: 2026-12-01'.normalize('NFD'))).toBe('2026-12-01');
    expect(endOf('autumn term', '', 'Autumn term: 2026-12-01')).toBe('2026-12-01');
  });

  it('that is another one is told with what it may have been', () => {
    expect(endOf('{note: CVPR, to: deadlin}', 'Deadline: 2026-12-01')).toBe('missing-property | deadlin | Deadline');
  });
});
