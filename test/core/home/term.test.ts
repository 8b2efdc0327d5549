import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { currentTerm } from '../../../src/core/home/term';
import { readNamedSpans } from '../../../src/core/time/named-spans';

const SPANS = [
  'Master: 2025-09-01..2028-06-30',
  'Paper: 2026-09-14..2026-12-20',
  'Autumn term: 2026-09-07..2027-01-15',
  'Trip: 2026-11-02..2026-11-08',
  'CVPR 2027: 2026-11-17 23:59 AoE',
  'Reversed: 2027-01-01..2026-01-01',
].join('\n');

const at = (iso: string) => currentTerm(readNamedSpans(SPANS).spans, DateTime.fromISO(iso), 'monday');

describe('the current term', () => {
  it('is the span of a term’s length that runs now, with its teaching week', () => {
    expect(at('2026-09-07T00:00')).toEqual({ name: 'Autumn term', week: 1 });
    expect(at('2026-09-13T23:59')).toEqual({ name: 'Autumn term', week: 1 });
    expect(at('2026-09-14T00:00')).toEqual({ name: 'Autumn term', week: 2 });
    expect(at('2026-11-05T16:24')).toEqual({ name: 'Autumn term', week: 9 });
  });

  it('is the first written down where none is called a term', () => {
    const spans = readNamedSpans('B: 2026-09-01..2026-12-31\nA: 2026-10-01..2026-12-20').spans;
    expect(currentTerm(spans, DateTime.fromISO('2026-11-05'), 'monday')?.name).toBe('B');
  });

  it('runs through its last day and is none before and after', () => {
    expect(at('2027-01-15T23:59')?.name).toBe('Autumn term');
    expect(at('2027-01-16T00:00')).toBeNull();
    expect(at('2026-09-06T23:59')).toBeNull();
  });
});
