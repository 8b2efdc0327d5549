import { readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { GOAL_METRICS, PROGRESS_KEYS, PROGRESS_STYLES, readProgressOptions } from '../../../src/core/progress/options';
import { buildRow } from '../../../src/core/progress/rows';
import { SPAN_KEYS, SPAN_UNITS } from '../../../src/core/progress/span-options';
import { readNamedSpans } from '../../../src/core/time/named-spans';
import { PERIOD_UNITS, WEEK_STARTS } from '../../../src/core/time/period';

const page = readFileSync(new URL('../../../docs/time-progress.md', import.meta.url), 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text ?? '');
const examples = blocks('time-progress');
const [spans = ''] = blocks('text');
const defaults = { named: readNamedSpans(spans), weeklyGoalMinutes: 300 };
const read = (source: string) => readProgressOptions(source, { parse, stringify: String }, defaults);

describe('docs/time-progress.md', () => {
  it('has examples, and the spans of the settings that they name', () => {
    expect(examples.length).toBeGreaterThan(15);
    expect(defaults.named.spans).toHaveLength(2);
  });

  it.each(examples)('draws without a complaint:\n%s', (source) => {
    const { rows, problems } = read(source);
    expect(problems).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
    for (const spec of rows) {
      const built = buildRow(spec, {
        now: DateTime.fromISO('2026-11-05T16:24', { zone: 'Europe/Berlin' }),
        weekStart: 'monday',
        source,
        properties: (link) => ({ state: 'found', name: link, values: { start: '2026-08-29', deadline: '2026-11-17' } }),
        entries: () => [],
      });
      expect(built).toMatchObject({ ok: true });
    }
  });

  it('shows each option, and each key of a span but those of the tables', () => {
    const written = examples.join('\n');
    for (const key of [...PROGRESS_KEYS, ...SPAN_KEYS, ...GOAL_METRICS]) {
      expect(written, key).toMatch(new RegExp(`\\b${key}:`));
    }
  });

  it('names every value', () => {
    for (const value of [...PERIOD_UNITS, ...PROGRESS_STYLES, ...WEEK_STARTS, ...SPAN_UNITS, ...GOAL_METRICS, 'AoE']) {
      expect(page, value).toContain(`\`${value}\``);
    }
  });

  it('says what the examples say', () => {
    const [term, degree, grant] = read(examples.find((text) => text.includes('Travel grant')) ?? '')
      .rows.map((spec) => {
        const built = buildRow(spec, {
          now: DateTime.fromISO('2026-11-05T16:24', { zone: 'Europe/Berlin' }),
          weekStart: 'monday',
          source: null,
          properties: () => ({ state: 'waiting' }),
          entries: () => [],
        });
        return built.ok ? built.row.detail : null;
      })
      .slice(-3);
    expect(term).toEqual({ says: 'ordinal', at: 9, total: 19, unit: 'week' });
    expect(degree).toMatchObject({ unit: 'year' });
    expect(grant).toMatchObject({ unit: 'month' });
  });
});
